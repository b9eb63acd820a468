/** `@Tool(description = "…")` and `@McpTool(name = "…")` on a method (Quarkus, Spring AI, Helidon, Micronaut). */
import { collectEvidence } from '../handler-evidence.ts';
import type { ExtractedTool } from '../language.ts';
import { ancestorsOf, childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { finishTool } from '../tool-draft.ts';
import { type Annotation, annotationObject, annotationsOf } from './annotation.ts';
import { evaluateText } from './evaluate.ts';
import { javaEvidence } from './evidence.ts';
import { readParameters } from './parameters.ts';
import { type JavaFile, nameOf, type Project, typeDeclarations } from './project.ts';

const toolAnnotation = /^(Tool|McpTool|MCPTool|ToolMapping)$/;
const mcpPackage = /mcp|springframework\.ai|noear\.solon/i;
const conditional =
  /^(ConditionalOn\w+|Profile|IfBuild\w+|UnlessBuild\w+|LookupIfProperty|LookupUnlessProperty|Requires)$/;

export function findAnnotatedMethods(project: Project, file: JavaFile, notes: string[]): ExtractedTool[] {
  const methods = file.parsed.byType.get('method_declaration') ?? [];
  return methods.flatMap((method) => {
    const annotations = annotationsOf(method);
    const annotation = annotations.find((one) => toolAnnotation.test(one.name) && isOfProtocol(file, one));
    return annotation ? (readMethod(project, method, annotation, notes) ?? []) : [];
  });
}

/** Agent frameworks have a `@Tool` of their own; the import tells. */
function isOfProtocol(file: JavaFile, { name, path }: Annotation): boolean {
  if (path.includes('.')) {
    const owner = path.split('.')[0] ?? '';
    return mcpPackage.test(path) || (file.imports.get(owner) ?? []).some((one) => mcpPackage.test(one));
  }
  const imported = file.imports.get(name) ?? file.imports.get('*') ?? [];
  return imported.some((one) => mcpPackage.test(one));
}

function readMethod(
  project: Project,
  method: SyntaxNode,
  annotation: Annotation,
  notes: string[],
): ExtractedTool | undefined {
  project.restartSteps();
  const { values, path } = annotation;
  const named = values.get('name');
  const described = values.get('description') ?? (path.includes('.') || !named ? values.get('value') : undefined);
  const title = values.get('title');
  const hints = values.get('annotations');
  const finished = finishTool({
    name: named ? evaluateText(project, named) : { text: nameOf(method), exact: true },
    title: title && evaluateText(project, title),
    description: described && (evaluateText(project, described) ?? 'computed'),
    annotations: hints && annotationObject(project, hints),
    input: readParameters(project, method),
  });
  const place = { file: method.source.path, line: childAt(method, 'name')?.line ?? method.line };
  if (finished === undefined) {
    notes.push(`${place.file}:${place.line} registers a tool whose name is made when the server starts.`);
    return undefined;
  }
  project.restartSteps();
  const body = childAt(method, 'body');
  const handler = body ? collectEvidence(javaEvidence(project), [body], finished.definition.inputSchema) : [];
  return { ...finished, ...place, conditions: conditionsOf(method), handler };
}

/** Annotations of the method and of the types around it that switch a component on. */
function conditionsOf(method: SyntaxNode): string[] {
  const around = [...ancestorsOf(method)]
    .map(({ ancestor }) => ancestor)
    .filter((node) => typeDeclarations.has(node.type));
  return [method, ...around]
    .flatMap(annotationsOf)
    .filter(({ name }) => conditional.test(name))
    .map(({ node }) => textOf(node).replace(/\s+/g, ' ').slice(0, 160));
}
