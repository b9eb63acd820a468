/** The official SDK: `server.addTool(name = "…", description = "…") { … }` and `Tool(name = "…", inputSchema = …)`. */
import type { JsonObject } from '../../../schema/tool-definition.ts';
import { collectEvidence } from '../handler-evidence.ts';
import { asText, type Known, known, toObject } from '../known-value.ts';
import type { ExtractedTool } from '../language.ts';
import type { ParsedSource, SyntaxNode } from '../syntax-tree.ts';
import { finishTool, type InputDraft, noParameters } from '../tool-draft.ts';
import { type Call, calledName, readCall } from './call.ts';
import { conditionsAt } from './conditions.ts';
import { evaluate, evaluateObject, evaluateText } from './evaluate.ts';
import { kotlinEvidence } from './evidence.ts';
import { childOf, lastWord, type Project, partsOf } from './project.ts';

export function findToolCalls(project: Project, parsed: ParsedSource, notes: string[]): ExtractedTool[] {
  const calls = parsed.byType.get('call_expression') ?? [];
  return calls.flatMap((node) => {
    project.restartSteps();
    const call = readCall(node);
    // The call inside one with a lambda is part of that one.
    const isInner =
      node.parent?.type === 'call_expression' &&
      childOf(node.parent, 'annotated_lambda') !== undefined &&
      partsOf(node.parent)[0] === node;
    return call && !isInner && isToolCall(project, call) ? (readTool(project, call, notes) ?? []) : [];
  });
}

function isToolCall(project: Project, call: Call): boolean {
  const name = calledName(call);
  if (name === 'addTool') return call.named.has('name') || evaluateText(project, call.positional[0]) !== undefined;
  return name === 'Tool' && call.named.has('name') && (call.named.has('description') || call.named.has('inputSchema'));
}

function readTool(project: Project, call: Call, notes: string[]): ExtractedTool | undefined {
  const { named, positional, node } = call;
  const words = named.get('description') ?? positional[1];
  const schema = named.get('inputSchema') ?? positional[2];
  const hints = named.get('toolAnnotations') ?? named.get('annotations');
  const finished = finishTool({
    name: evaluateText(project, named.get('name') ?? positional[0]),
    title: asText(evaluate(project, named.get('title'))),
    description: words && (evaluateText(project, words) ?? 'computed'),
    annotations: hints && readHints(project, hints),
    input: schema ? readSchema(project, schema) : noParameters,
  });
  const place = { file: node.source.path, line: node.line };
  if (finished === undefined)
    notes.push(`${place.file}:${place.line} registers a tool whose name is made when the server starts.`);
  project.restartSteps();
  const bodies = handlersOf(project, call);
  const handler = finished ? collectEvidence(kotlinEvidence(project), bodies, finished.definition.inputSchema) : [];
  return finished && { ...finished, ...place, conditions: conditionsAt(node), handler };
}

/** The lambda of the call, or of the call that a `Tool(…)` is given to; a function by reference. */
function handlersOf(project: Project, call: Call): SyntaxNode[] {
  const list = call.node.parent?.type === 'value_argument' ? call.node.parent.parent : undefined;
  const outer = list?.parent && readCall(list.parent);
  const around = outer && (outer.lambda ? outer : list?.parent?.parent && readCall(list.parent.parent));
  const lambda = call.lambda ?? around?.lambda;
  if (lambda) return [lambda];
  const references = [...call.positional, ...call.named.values(), ...(outer?.positional ?? [])].filter(
    (one) => one.type === 'callable_reference',
  );
  return references.flatMap((reference) => {
    const name = partsOf(reference).at(-1);
    const functions = name ? project.declared(lastWord(name), reference, 'function_declaration') : [];
    return functions.slice(0, 1).flatMap((fn) => childOf(fn, 'function_body') ?? []);
  });
}

function readHints(project: Project, node: SyntaxNode): Known {
  const call = readCall(node);
  const members = [...(call?.named ?? [])].map(([key, value]) => [key, evaluate(project, value)] as const);
  const exact =
    call !== undefined && call.positional.length === 0 && members.every(([, found]) => found?.exact === true);
  return known(toObject(members.flatMap(([key, found]) => (found ? [[key, found.value] as const] : []))), exact);
}

/** `ToolSchema(properties = buildJsonObject { … }, required = listOf(…))`, by value or by name. */
function readSchema(project: Project, node: SyntaxNode): InputDraft | undefined {
  const call = readCall(node);
  if (call === undefined) {
    const [property] = project.declared(lastWord(node), node, 'property_declaration');
    const value = property && partsOf(property).at(-1);
    return value?.type === 'call_expression' ? readSchema(project, value) : undefined;
  }
  const properties = call.named.get('properties') ?? call.positional[0];
  const required = call.named.get('required') ?? call.positional[1];
  if (properties === undefined && required === undefined)
    return call.positional.length === 0 ? noParameters : undefined;
  const members = evaluateObject(project, properties);
  const names = required && evaluate(project, required);
  if (members === undefined) return undefined;
  const schema: JsonObject = { type: 'object', properties: members.value };
  if (Array.isArray(names?.value)) schema.required = names.value;
  return { schema, exact: members.exact && (required === undefined || names?.exact === true), unread: [] };
}
