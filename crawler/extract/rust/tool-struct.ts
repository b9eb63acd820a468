/** rust-mcp-sdk: `#[mcp_tool(name = "…")]` on the struct of the arguments, listed in `tool_box!`. */
import { collectEvidence } from '../handler-evidence.ts';
import { asText } from '../known-value.ts';
import type { ExtractedTool } from '../language.ts';
import { childAt, type ParsedSource, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { finishTool } from '../tool-draft.ts';
import { attributesOf } from './attribute.ts';
import { constantFinder } from './evaluate.ts';
import { rustEvidence } from './evidence.ts';
import { readMeta, textAt } from './meta.ts';
import { isTest, lastWord, nameOf, type Project } from './project.ts';
import { conditionsOf, readDescription, readHints } from './tool-function.ts';
import { itemSchema } from './type-schema.ts';

/** `boxed`: the names of all `tool_box!` lists; undefined where there is none. */
export function findToolStructs(
  project: Project,
  parsed: ParsedSource,
  boxed: ReadonlySet<string> | undefined,
  notes: string[],
): ExtractedTool[] {
  const structs = parsed.byType.get('struct_item') ?? [];
  return structs.flatMap((struct) => {
    const attribute = attributesOf(struct).find(({ name }) => name === 'mcp_tool');
    if (attribute === undefined || isTest(struct)) return [];
    if (boxed && !boxed.has(nameOf(struct))) {
      notes.push(`${nameOf(struct)} (${struct.source.path}:${struct.line}) is in no tool_box!; it is not listed.`);
      return [];
    }
    return readStruct(project, struct, attribute.text, parsed, notes) ?? [];
  });
}

function readStruct(
  project: Project,
  struct: SyntaxNode,
  text: string,
  parsed: ParsedSource,
  notes: string[],
): ExtractedTool | undefined {
  project.restartSteps();
  const metas = readMeta(text, constantFinder(project, struct));
  const unread = new Set<string>();
  const title = textAt(metas, 'title');
  const finished = finishTool({
    name: asText(metas.find((meta) => meta.key === 'name')?.value),
    title: title === undefined ? undefined : { text: title, exact: true },
    description: readDescription(metas),
    annotations: readHints(metas.filter((meta) => meta.key !== 'title')),
    input: { schema: itemSchema({ project, unread, open: [struct] }, struct), exact: true, unread: [...unread] },
  });
  const place = { file: struct.source.path, line: struct.line };
  if (finished === undefined)
    notes.push(`${place.file}:${place.line} registers a tool whose name is made when the server starts.`);
  project.restartSteps();
  const bodies = functionsOf(parsed, nameOf(struct)).flatMap((fn) => childAt(fn, 'body') ?? []);
  const handler = finished ? collectEvidence(rustEvidence(project), bodies, finished.definition.inputSchema) : [];
  return finished && { ...finished, ...place, conditions: conditionsOf(struct), handler };
}

/** The functions of `impl Name` in the same file. */
function functionsOf({ byType }: ParsedSource, name: string): SyntaxNode[] {
  const blocks = (byType.get('impl_item') ?? []).filter((block) => {
    const type = childAt(block, 'type');
    return type !== undefined && lastWord(type) === name && childAt(block, 'trait') === undefined;
  });
  return blocks
    .flatMap((block) => childAt(block, 'body')?.children ?? [])
    .filter((child) => child.type === 'function_item');
}

export function findBoxed(files: readonly ParsedSource[]): ReadonlySet<string> | undefined {
  const boxes = files
    .flatMap(({ byType }) => byType.get('macro_invocation') ?? [])
    .filter((macro) => {
      const name = childAt(macro, 'macro');
      return name !== undefined && lastWord(name) === 'tool_box';
    });
  if (boxes.length === 0) return undefined;
  return new Set(boxes.flatMap((box) => textOf(box).match(/\w+/g) ?? []));
}
