/** `Tool::new("name", "words", schema)`, `Tool { name: …, input_schema: … }` and lists of tools written with `json!`. */
import { isJsonObject, type JsonObject } from '../../../schema/tool-definition.ts';
import type { ExtractedTool } from '../language.ts';
import { childAt, descend, type ParsedSource, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { finishTool, type InputDraft, type ToolDraft } from '../tool-draft.ts';
import { evaluateText } from './evaluate.ts';
import { isTest, lastWord, type Project } from './project.ts';
import { conditionsOf } from './tool-function.ts';

export function findToolObjects(project: Project, parsed: ParsedSource): ExtractedTool[] {
  const made = (parsed.byType.get('call_expression') ?? []).flatMap((call) => readNew(project, call) ?? []);
  const written = (parsed.byType.get('struct_expression') ?? []).flatMap(
    (literal) => readLiteral(project, literal) ?? [],
  );
  const listed = (parsed.byType.get('macro_invocation') ?? []).flatMap(readJson);
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

/** A `json!` somewhere inside, or in the variable that is named. */
function readSchema(project: Project, node: SyntaxNode): InputDraft | undefined {
  for (const one of descend(node)) {
    const value = one.type === 'macro_invocation' ? parseJson(one) : undefined;
    if (isJsonObject(value)) return { schema: value, exact: true, unread: [] };
  }
  const text = evaluateText(project, node);
  if (text === undefined) return undefined;
  try {
    const schema: unknown = JSON.parse(text.text);
    return isJsonObject(schema) ? { schema, exact: text.exact, unread: [] } : undefined;
  } catch {
    return undefined; // no JSON, or a text with a hole in it
  }
}

/** A tool, or an object with a list of them, as a server without a library writes its answer. */
function readJson(macro: SyntaxNode): ExtractedTool[] {
  if (macro.parent?.type === 'token_tree' || !textOf(macro).includes('"inputSchema"')) return [];
  const value = parseJson(macro);
  const tools =
    isJsonObject(value) && Array.isArray(value.tools) ? value.tools : Array.isArray(value) ? value : [value];
  return tools.flatMap((tool) => (isJsonObject(tool) ? (readJsonTool(macro, tool) ?? []) : []));
}

function readJsonTool(macro: SyntaxNode, tool: JsonObject): ExtractedTool | undefined {
  const { name, inputSchema } = tool;
  if (typeof name !== 'string' || !isJsonObject(inputSchema) || isTest(macro)) return undefined;
  const place = { file: macro.source.path, line: macro.line };
  return { definition: tool, ...place, conditions: [], conformance: [], handler: [] };
}

/** What stands in `json!(…)`, where it is JSON but for commas at the end. */
function parseJson(macro: SyntaxNode): unknown {
  const name = childAt(macro, 'macro');
  if (name === undefined || lastWord(name) !== 'json') return undefined;
  const text = /^[^([{]*[([{]([\s\S]*)[)\]}]$/.exec(textOf(macro))?.[1] ?? '';
  try {
    return JSON.parse(text.replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, '$1'));
  } catch {
    return undefined; // it holds expressions
  }
}

function finish(at: SyntaxNode, draft: ToolDraft): ExtractedTool | undefined {
  const finished = isTest(at) ? undefined : finishTool(draft);
  return finished && { ...finished, file: at.source.path, line: at.line, conditions: conditionsOf(at), handler: [] };
}
