/** The official SDK: `server.addTool(name = "…", description = "…") { … }` and `Tool(name = "…", inputSchema = …)`. */
import { collectEvidence } from '../handler-evidence.ts';
import { asText, type Known, known, toObject } from '../known-value.ts';
import type { ExtractedTool } from '../language.ts';
import type { ParsedSource, SyntaxNode } from '../syntax-tree.ts';
import { finishTool, noParameters } from '../tool-draft.ts';
import { type Call, calledName, readCall } from './call.ts';
import { conditionsAt } from './conditions.ts';
import { evaluate, evaluateText } from './evaluate.ts';
import { kotlinEvidence } from './evidence.ts';
import { childOf, lastWord, type Project, partsOf } from './project.ts';
import { readSchema } from './tool-schema.ts';
import { readWrapped } from './wrapped-tool.ts';

export function findToolCalls(
  project: Project,
  parsed: ParsedSource,
  files: readonly ParsedSource[],
  notes: string[],
): ExtractedTool[] {
  const calls = parsed.byType.get('call_expression') ?? [];
  return calls.flatMap((node) => {
    project.restartSteps();
    const call = readCall(node);
    // The call inside one with a lambda is part of that one.
    const isInner =
      node.parent?.type === 'call_expression' &&
      childOf(node.parent, 'annotated_lambda') !== undefined &&
      partsOf(node.parent)[0] === node;
    return call && !isInner && isToolCall(project, call) ? readTool(project, call, files, notes) : [];
  });
}

function isToolCall(project: Project, call: Call): boolean {
  const name = calledName(call);
  if (name === 'addTool') return call.named.has('name') || evaluateText(project, call.positional[0]) !== undefined;
  return name === 'Tool' && call.named.has('name') && (call.named.has('description') || call.named.has('inputSchema'));
}

function readTool(project: Project, call: Call, files: readonly ParsedSource[], notes: string[]): ExtractedTool[] {
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
  if (finished === undefined) {
    const wrapped = readWrapped(project, files, call);
    if (wrapped.length === 0)
      notes.push(`${place.file}:${place.line} registers a tool whose name is made when the server starts.`);
    return wrapped;
  }
  project.restartSteps();
  const bodies = handlersOf(project, call);
  const handler = collectEvidence(kotlinEvidence(project), bodies, finished.definition.inputSchema);
  return [{ ...finished, ...place, conditions: conditionsAt(node), handler }];
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
