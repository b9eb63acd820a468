/** What a function with `#[tool]` takes: of rmcp one struct or marked parameters, of other libraries its plain ones. */
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { type InputDraft, noParameters, objectSchema, type Parameter } from '../tool-draft.ts';
import { draftOf } from './generated-schema.ts';
import { readLiteral } from './meta.ts';
import { lastWord, type Project } from './project.ts';
import { type Reading, schemaOf } from './type-schema.ts';

// Filled in by the library, not by the caller.
const injected =
  /^(\w*Context|Ctx|Peer|Extensions?|Meta|\w*MetaObject|CancellationToken|State|\w*Session|Request(Id|State)|ToolName|InputResponses)$/;
const maxText = 20_000;

/**
 * `Parameters<T>`; in older versions `#[tool(aggr)]` on one parameter or `#[tool(param)]` on each; without rmcp all that are plain.
 * Undefined where the function takes something in another way, for then its arguments are not known: rmcp makes no schema of a bare
 * struct, and a `JsonObject` holds whatever is sent.
 */
export function readParameters(project: Project, fn: SyntaxNode): InputDraft | undefined {
  const reading: Reading = { project, unread: new Set<string>(), open: [] };
  const isPlain = !/\brmcp\s*::/.test(fn.source.text);
  const single: Parameter[] = [];
  let isUnknown = false;
  let before = '';
  for (const node of childAt(fn, 'parameters')?.children ?? []) {
    if (node.type !== 'parameter') {
      before += `${textOf(node).slice(0, maxText)}\n`;
      continue;
    }
    const type = childAt(node, 'type');
    const isWhole = type !== undefined && wordOf(type) === 'Parameters';
    const whole = isWhole ? childAt(type, 'type_arguments')?.children[0] : type;
    if (isWhole || /tool\(\s*aggr/.test(before)) return draftOf(project, (within) => schemaOf(within, whole));
    const isGiven = isPlain ? !isInjected(node, type) : takesArguments(project, node, type);
    const isMarked = /tool\(\s*param/.test(before);
    if (isMarked || (isPlain && isGiven)) single.push(readParameter(reading, node, type, before));
    else isUnknown ||= isGiven;
    before = '';
  }
  if (single.length > 0) return { schema: objectSchema(single), exact: true, unread: [...reading.unread] };
  return isUnknown ? undefined : noParameters;
}

function isInjected(node: SyntaxNode, type: SyntaxNode | undefined): boolean {
  const bare = type?.type === 'reference_type' ? childAt(type, 'type') : type;
  return childAt(node, 'pattern')?.type !== 'identifier' || bare === undefined || injected.test(wordOf(bare));
}

/** Of rmcp, for a parameter that has a name to use it by. */
function takesArguments(project: Project, node: SyntaxNode, type: SyntaxNode | undefined): boolean {
  if (type === undefined || /^_\s*:/.test(textOf(node).slice(0, 100))) return false;
  return !injected.test(wordOf(type)) && !project.filledIn().has(wordOf(type));
}

function wordOf(type: SyntaxNode): string {
  return lastWord(childAt(type, 'type') ?? type);
}

/** `before`: the attributes and comments that stand ahead of it. */
function readParameter(reading: Reading, node: SyntaxNode, type: SyntaxNode | undefined, before: string): Parameter {
  const pattern = childAt(node, 'pattern');
  const renamed = /#\[\s*arg\(\s*("(?:[^"\\]|\\.)*")/.exec(before)?.[1];
  return {
    name: (renamed && readLiteral(renamed)) || (pattern ? textOf(pattern).slice(0, 100) : ''),
    schema: schemaOf(reading, type),
    description: /description\s*=\s*"((?:[^"\\]|\\.)*)"/.exec(before)?.[1] ?? documented(before),
    required: type !== undefined && !/^(std::option::)?Option\b/.test(textOf(type).slice(0, 40)),
  };
}

function documented(before: string): string | undefined {
  const lines = [...before.matchAll(/^\s*\/\/\/ ?(.*)$/gm)].map(([, line = '']) => line.trimEnd());
  return lines.length === 0 ? undefined : lines.join('\n').trim();
}
