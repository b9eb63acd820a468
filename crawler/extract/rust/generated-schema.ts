/** A schema that the program has made of a type: `schema_for_type::<Weigh>()`, `schemars::schema_for!(Weigh)`. */
import type { JsonObject } from '../../../schema/tool-definition.ts';
import { childAt, descend, type SyntaxNode, textOf } from '../syntax-tree.ts';
import type { InputDraft } from '../tool-draft.ts';
import { lastWord, type Project } from './project.ts';
import { namedSchema, type Reading, schemaOf } from './type-schema.ts';

const maxText = 2000;
const ofType = /^[^<"]{0,200}?schema\w{0,40}\s*::\s*<\s*((?:\w+\s*::\s*)*\w+)(?:\s*<\s*((?:\w+\s*::\s*)*\w+))?/i;
const byMacro = /^(?:\w+\s*::\s*)*schema_for\s*!\s*[([{]\s*((?:\w+\s*::\s*)*\w+)\s*[)\]}]/;

/** Of an expression; undefined where it is made of no type that is in the source, or of one that is no object. */
export function readGenerated(project: Project, node: SyntaxNode): InputDraft | undefined {
  for (const one of descend(node)) {
    if (one.type === 'generic_function') {
      const maker = childAt(one, 'function');
      const type = childAt(one, 'type_arguments')?.children[0];
      if (maker === undefined || type === undefined || !/schema/i.test(lastWord(maker))) continue;
      return draftOf(project, (reading) => schemaOf(reading, type), isOwn(project, lastWord(maker), one));
    }
    const type = one.type === 'macro_invocation' ? byMacro.exec(textOf(one).slice(0, maxText))?.[1] : undefined;
    if (type !== undefined) return draftOf(project, (reading) => namedSchema(reading, wordOf(type), one));
  }
  return undefined;
}

/** Of `input_schema = …` in an attribute, which holds it as text. */
export function readGeneratedText(project: Project, text: string, from: SyntaxNode): InputDraft | undefined {
  const written = text.slice(0, maxText).trim();
  const [, outer = byMacro.exec(written)?.[1], inner] = ofType.exec(written) ?? [];
  if (outer === undefined) return undefined;
  const type = wordOf(outer) === 'Parameters' ? inner : inner === undefined ? outer : undefined;
  return type === undefined ? undefined : draftOf(project, (reading) => namedSchema(reading, wordOf(type), from));
}

/** `isChanged`: what is made of the type may not be all that is handed over. */
export function draftOf(
  project: Project,
  read: (reading: Reading) => JsonObject,
  isChanged = false,
): InputDraft | undefined {
  const reading: Reading = { project, unread: new Set<string>(), open: [] };
  const schema = read(reading);
  return schema.type === 'object' || 'oneOf' in schema
    ? { schema: { type: 'object', ...schema }, exact: !isChanged, unread: [...reading.unread] }
    : undefined;
}

/** A function of the repository itself may do more than the library's. */
function isOwn(project: Project, name: string, from: SyntaxNode): boolean {
  return project.items(name, from, ['function_item']).length > 0;
}

function wordOf(path: string): string {
  return path.split('::').at(-1)?.trim() ?? '';
}
