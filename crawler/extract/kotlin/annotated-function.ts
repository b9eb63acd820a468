/** `@McpTool` and `@Tool(description = "…")` on a function (JetBrains, Quarkus, Spring AI). */
import { collectEvidence } from '../handler-evidence.ts';
import type { ExtractedTool } from '../language.ts';
import { type ParsedSource, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { finishTool, objectSchema } from '../tool-draft.ts';
import { type Annotation, annotationsIn } from './annotation.ts';
import { evaluateText } from './evaluate.ts';
import { kotlinEvidence } from './evidence.ts';
import { childOf, nameOf, type Project } from './project.ts';
import { functionParameters } from './type-schema.ts';

const toolAnnotation = /^(Tool|McpTool|MCPTool)$/;
const mcpPackage = /mcp|springframework\.ai/i;

export function findAnnotatedFunctions(project: Project, parsed: ParsedSource, notes: string[]): ExtractedTool[] {
  const imports = (parsed.byType.get('import') ?? []).map((node) => textOf(node).slice(0, 300));
  const functions = parsed.byType.get('function_declaration') ?? [];
  return functions.flatMap((fn) => {
    const annotations = annotationsIn(childOf(fn, 'modifiers'));
    const annotation = annotations.find(({ name }) => toolAnnotation.test(name));
    // Agent frameworks have a `@Tool` of their own; the import tells.
    const isOfProtocol =
      annotation &&
      imports.some((one) => mcpPackage.test(one) && (one.includes(`.${annotation.name}`) || one.trim().endsWith('*')));
    return isOfProtocol ? (readFunction(project, fn, annotation, annotations, notes) ?? []) : [];
  });
}

function readFunction(
  project: Project,
  fn: SyntaxNode,
  { named }: Annotation,
  annotations: readonly Annotation[],
  notes: string[],
): ExtractedTool | undefined {
  project.restartSteps();
  const unread = new Set<string>();
  const beside = annotations.find(({ name }) => /^(McpDescription|Description)$/.test(name));
  const words = named.get('description') ?? beside?.positional[0] ?? beside?.named.get('description');
  const name = named.get('name');
  const finished = finishTool({
    name: name ? evaluateText(project, name) : { text: nameOf(fn), exact: true },
    description: words && (evaluateText(project, words) ?? 'computed'),
    input: {
      schema: objectSchema(functionParameters({ project, unread, open: [] }, fn)),
      exact: true,
      unread: [...unread],
    },
  });
  const place = { file: fn.source.path, line: fn.line };
  if (finished === undefined)
    notes.push(`${place.file}:${place.line} registers a tool whose name is made when the server starts.`);
  project.restartSteps();
  const body = childOf(fn, 'function_body');
  const handler =
    finished && body ? collectEvidence(kotlinEvidence(project), [body], finished.definition.inputSchema) : [];
  return finished && { ...finished, ...place, conditions: [], handler };
}
