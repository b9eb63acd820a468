/** `McpServerTool.Create(handler, new() { Name = "…" })` and `new Tool { Name = "…", InputSchema = … }`. */
import { isJsonObject } from '../../../schema/tool-definition.ts';
import { branchConditions } from '../branch-conditions.ts';
import { collectEvidence } from '../handler-evidence.ts';
import type { ExtractedTool } from '../language.ts';
import { childAt, descend, type ParsedSource, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { finishTool, type InputDraft, type ToolDraft } from '../tool-draft.ts';
import { findAttribute } from './attribute.ts';
import { deriveName, readHints } from './attributed-method.ts';
import { evaluate, evaluateText } from './evaluate.ts';
import { csharpEvidence } from './evidence.ts';
import { readParameters } from './parameters.ts';
import { lastWord, type Project } from './project.ts';

export function findToolObjects(project: Project, parsed: ParsedSource, notes: string[]): ExtractedTool[] {
  const calls = (parsed.byType.get('invocation_expression') ?? []).filter(isCreate);
  const literals = ['object_creation_expression', 'implicit_object_creation_expression'].flatMap(
    (type) => parsed.byType.get(type) ?? [],
  );
  const made = literals.filter((literal) => isTool(literal));
  return [
    ...calls.flatMap((call) => readCreate(project, call, notes) ?? []),
    ...made.flatMap((literal) => readLiteral(project, literal, notes) ?? []),
  ];
}

function isCreate(call: SyntaxNode): boolean {
  const callee = childAt(call, 'function');
  return callee !== undefined && /(^|\.)McpServerTool\.Create$/.test(textOf(callee).slice(-60));
}

function readCreate(project: Project, call: SyntaxNode, notes: string[]): ExtractedTool | undefined {
  project.restartSteps();
  const args = childAt(call, 'arguments')?.children ?? [];
  const options = args.map((one) => membersOf(one.children.at(-1))).find((found) => found.size > 0) ?? new Map();
  const handler = args[0] && findFunction(project, args[0]);
  const name: SyntaxNode | undefined = options.get('Name');
  const words: SyntaxNode | undefined =
    options.get('Description') ?? (handler && findAttribute(handler, 'Description')?.positional[0]);
  const derived =
    handler?.type === 'method_declaration' || handler?.type === 'local_function_statement' ? deriveName(handler) : '';
  return finish(project, call, notes, handler, {
    name: name ? evaluateText(project, name) : derived === '' ? undefined : { text: derived, exact: true },
    title: evaluateText(project, options.get('Title')),
    description: words && (evaluateText(project, words) ?? 'computed'),
    annotations: readHints(project, options),
    input: handler && readParameters(project, handler),
  });
}

/** A lambda, or a method of the repository by its name. */
function findFunction(project: Project, argument: SyntaxNode): SyntaxNode | undefined {
  const node = argument.children.at(-1);
  const lambda = node && [...descend(node)].find((one) => one.type === 'lambda_expression');
  if (lambda || node === undefined) return lambda;
  const found = project.methods(lastWord(node));
  return found.find((method) => method.source === node.source) ?? found[0];
}

function isTool(literal: SyntaxNode): boolean {
  const fields = membersOf(literal);
  if (!fields.has('Name')) return false;
  const type = childAt(literal, 'type');
  if (type) return lastWord(type) === 'Tool' && (fields.has('Description') || fields.has('InputSchema'));
  return fields.has('InputSchema');
}

function readLiteral(project: Project, literal: SyntaxNode, notes: string[]): ExtractedTool | undefined {
  project.restartSteps();
  const fields = membersOf(literal);
  const words = fields.get('Description');
  const schema = fields.get('InputSchema');
  const hints = membersOf(fields.get('Annotations'));
  const bare = new Map([...hints].map(([key, value]) => [key.replace(/Hint$/, ''), value]));
  return finish(project, literal, notes, undefined, {
    name: evaluateText(project, fields.get('Name')),
    title: evaluateText(project, fields.get('Title')),
    description: words && (evaluateText(project, words) ?? 'computed'),
    annotations: readHints(project, bare),
    input: schema && readSchema(project, schema),
  });
}

/** JSON written out somewhere inside: `JsonSerializer.Deserialize<JsonElement>("""{ … }""")`, `JsonDocument.Parse(…).RootElement`. */
function readSchema(project: Project, node: SyntaxNode): InputDraft | undefined {
  for (const one of descend(node)) {
    const text = /literal$|interpolated|identifier/.test(one.type) ? evaluate(project, one) : undefined;
    if (typeof text?.value !== 'string' || !text.value.trimStart().startsWith('{')) continue;
    try {
      const schema: unknown = JSON.parse(text.value);
      if (isJsonObject(schema)) return { schema, exact: text.exact, unread: [] };
    } catch {
      return undefined; // a text with a hole in it, or somebody's broken JSON
    }
  }
  return undefined;
}

/** `new X { A = 1 }` by property. */
function membersOf(literal: SyntaxNode | undefined): Map<string, SyntaxNode> {
  const fields = new Map<string, SyntaxNode>();
  const initializer = literal?.children.find((child) => child.type === 'initializer_expression');
  for (const one of initializer?.children ?? []) {
    const left = childAt(one, 'left');
    const right = childAt(one, 'right');
    if (one.type === 'assignment_expression' && left && right) fields.set(textOf(left).slice(0, 100), right);
  }
  return fields;
}

function finish(
  project: Project,
  at: SyntaxNode,
  notes: string[],
  handler: SyntaxNode | undefined,
  draft: ToolDraft,
): ExtractedTool | undefined {
  const finished = finishTool(draft);
  const place = { file: at.source.path, line: at.line };
  if (finished === undefined)
    notes.push(`${place.file}:${place.line} registers a tool whose name is made when the server starts.`);
  project.restartSteps();
  const body = childAt(handler, 'body');
  const evidence =
    finished && body ? collectEvidence(csharpEvidence(project), [body], finished.definition.inputSchema) : [];
  const conditions = branchConditions(at, (node) => node.type === 'method_declaration');
  return finished && { ...finished, ...place, conditions, handler: evidence };
}
