/** `Tool::new("name", "words", schema)`, `Tool { name: …, input_schema: … }` and lists of tools written with `json!`. */
import { isJsonObject } from '../../../schema/tool-definition.ts';
import type { Known } from '../known-value.ts';
import type { ExtractedTool } from '../language.ts';
import { ancestorsOf, childAt, descend, type ParsedSource, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { finishTool, type InputDraft, type ToolDraft } from '../tool-draft.ts';
import { constantFinder, evaluateText } from './evaluate.ts';
import { readGenerated } from './generated-schema.ts';
import { type JsonNode, knownOf, readJsonMacro } from './json-macro.ts';
import { isTest, lastWord, type Project } from './project.ts';
import { conditionsOf } from './tool-function.ts';

export function findToolObjects(project: Project, parsed: ParsedSource): ExtractedTool[] {
  const made = (parsed.byType.get('call_expression') ?? []).flatMap((call) => readNew(project, call) ?? []);
  const written = (parsed.byType.get('struct_expression') ?? []).flatMap(
    (literal) => readLiteral(project, literal) ?? [],
  );
  const listed = (parsed.byType.get('macro_invocation') ?? []).flatMap((macro) => readJson(project, macro));
  return [...made, ...written, ...listed];
}

function readNew(project: Project, call: SyntaxNode): ExtractedTool | undefined {
  const callee = childAt(call, 'function');
  if (callee === undefined || !/(^|::)Tool::new$/.test(textOf(callee).slice(-40))) return undefined;
  project.restartSteps();
  const [name, words, schema] = childAt(call, 'arguments')?.children ?? [];
  if (name === undefined || words === undefined || schema === undefined) return undefined;
  return finish(call, {
    name: evaluateText(project, name),
    description: evaluateText(project, words) ?? 'computed',
    input: readSchema(project, schema),
  });
}

function readLiteral(project: Project, literal: SyntaxNode): ExtractedTool | undefined {
  const type = childAt(literal, 'name');
  if (type === undefined || lastWord(type) !== 'Tool') return undefined;
  project.restartSteps();
  const fields = new Map<string, SyntaxNode>();
  for (const one of childAt(literal, 'body')?.children ?? []) {
    const key = childAt(one, 'field') ?? childAt(one, 'name');
    const value = childAt(one, 'value');
    if (key && value) fields.set(textOf(key), value);
  }
  const [words, schema] = [fields.get('description'), fields.get('input_schema')];
  if (!fields.has('name') || (words === undefined && schema === undefined)) return undefined;
  return finish(literal, {
    name: evaluateText(project, fields.get('name')),
    description: words && (evaluateText(project, words) ?? 'computed'),
    input: schema && readSchema(project, schema),
  });
}

/** A `json!` somewhere inside, or in the variable that is named; or what is made of a type. */
export function readSchema(project: Project, node: SyntaxNode): InputDraft | undefined {
  for (const one of descend(node)) {
    const written = one.type === 'macro_invocation' ? parseJson(project, one) : undefined;
    const value = written && knownOf(written);
    if (isJsonObject(value?.value)) return { schema: value.value, exact: value.exact, unread: [] };
  }
  const text = evaluateText(project, node);
  if (text === undefined) return readGenerated(project, node);
  try {
    const schema: unknown = JSON.parse(text.text);
    return isJsonObject(schema) ? { schema, exact: text.exact, unread: [] } : undefined;
  } catch {
    return undefined; // no JSON, or a text with a hole in it
  }
}

/** Tools, on their own or in lists, as a server without a library writes its answer. */
function readJson(project: Project, macro: SyntaxNode): ExtractedTool[] {
  if (macro.parent?.type === 'token_tree' || !textOf(macro).includes('"inputSchema"') || isTest(macro)) return [];
  project.restartSteps();
  const node = parseJson(project, macro);
  return node ? toolsIn(node).flatMap((tool) => readJsonTool(macro, tool) ?? []) : [];
}

function toolsIn(node: JsonNode): JsonNode[] {
  if (node.kind === 'list') return node.items.flatMap(toolsIn);
  if (node.kind !== 'object') return [];
  const keys = new Set(node.members.map(([key]) => key));
  if (keys.has('name') && keys.has('inputSchema')) return [node];
  return node.members.flatMap(([, value]) => toolsIn(value));
}

function readJsonTool(macro: SyntaxNode, node: JsonNode): ExtractedTool | undefined {
  const tool = knownOf(node);
  if (!isJsonObject(tool?.value)) return undefined;
  const { name, inputSchema } = tool.value;
  if (typeof name !== 'string' || !isJsonObject(inputSchema)) return undefined;
  const message = 'Parts of the tool are computed when the server starts; they are missing here.';
  const conformance = tool.exact ? [] : [{ id: 'computed-schema', pointer: '', message }];
  const annotations = node.kind === 'object' ? node.members.find(([key]) => key === 'annotations')?.[1] : undefined;
  if (annotations && knownOf(annotations)?.exact !== true)
    conformance.push({ id: 'computed-annotations', pointer: '/annotations', message });
  const place = { file: macro.source.path, line: node.line };
  return { definition: tool.value, ...place, conditions: [], conformance, handler: [] };
}

const maxLocals = 6;

function parseJson(project: Project, macro: SyntaxNode, depth = 0): JsonNode | undefined {
  const name = childAt(macro, 'macro');
  if (name === undefined || lastWord(name) !== 'json') return undefined;
  const text = textOf(macro);
  const [, head = '', inner = ''] = /^([^([{]*[([{])([\s\S]*)[)\]}]$/.exec(text) ?? [];
  const line = macro.line + head.split('\n').length - 1;
  const constant = constantFinder(project, macro);
  const local = (path: string) =>
    depth < maxLocals && project.step() ? localJson(project, macro, path, depth) : undefined;
  return readJsonMacro(inner, line, (path) => local(path) ?? constant(path));
}

/** `let berth = json!({…});` before it in the same function. */
function localJson(project: Project, macro: SyntaxNode, name: string, depth: number): Known | undefined {
  const fn = [...ancestorsOf(macro)].find(({ ancestor }) => ancestor.type === 'function_item')?.ancestor;
  const given = fn === undefined ? [] : (variablesOf(fn).get(name) ?? []).filter(({ end }) => end <= macro.start);
  const value = childAt(given.at(-1), 'value');
  const read = value?.type === 'macro_invocation' ? parseJson(project, value, depth + 1) : undefined;
  return read && knownOf(read);
}

const variables = new WeakMap<SyntaxNode, Map<string, SyntaxNode[]>>();

/** Its `let`s by name, in source order. */
function variablesOf(fn: SyntaxNode): ReadonlyMap<string, readonly SyntaxNode[]> {
  const known = variables.get(fn);
  if (known) return known;
  const found = new Map<string, SyntaxNode[]>();
  for (const node of descend(fn)) {
    const pattern = node.type === 'let_declaration' ? childAt(node, 'pattern') : undefined;
    if (pattern) found.set(textOf(pattern), [...(found.get(textOf(pattern)) ?? []), node]);
  }
  variables.set(fn, found);
  return found;
}

function finish(at: SyntaxNode, draft: ToolDraft): ExtractedTool | undefined {
  const finished = isTest(at) ? undefined : finishTool(draft);
  return finished && { ...finished, file: at.source.path, line: at.line, conditions: conditionsOf(at), handler: [] };
}
