/**
 * Classes that are tools: a name, words, a schema and a method that does it, each made once by a loader. Those that extend the
 * class of a framework which finds them by their folder are registered by it; others count where a registration could not be
 * followed.
 */
import { childAt, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { callFunction } from '../call-function.ts';
import { classValue, makeInstance, packageBase } from '../evaluate-class.ts';
import type { Project } from '../project.ts';
import type { Module } from '../scope.ts';
import { type ObjectValue, textValue, type Value } from '../value.ts';
import { type Found, isToolName, makeFound, pick } from './found-tool.ts';

const handlers = ['execute', 'executeInternal', 'run', 'handle', 'handler', 'call', 'invoke'];
const schemas = ['inputSchema', 'schema', 'parameters', 'paramsSchema', 'argsSchema', 'argsShape'];
const named = /\b(this\.name\s*=|this\.toolName\s*=|(?:static\s+|readonly\s+)*(?:name|toolName)\s*[=:(])/;
const framework = /^mcp-framework\.MCPTool$/;

/** Whether the scripts leave it to a framework to find the tools by their folder. */
export function isLoadedByFramework(text: string): boolean {
  return /["'](mcp-framework|xmcp)["']/.test(text);
}

export function findToolClasses(project: Project, module: Module): Found {
  const found = makeFound();
  for (const type of ['class_declaration', 'class', 'abstract_class_declaration']) {
    for (const node of module.parsed.byType.get(type) ?? []) {
      if (type.startsWith('abstract') || !isToolClass(node)) continue;
      project.restartSteps();
      readClass(project, module, node, found);
    }
  }
  return found;
}

/** By the words alone, before anything is worked out. */
function isToolClass(node: SyntaxNode): boolean {
  const members = childAt(node, 'body')?.children ?? [];
  const methods = members.flatMap((child) => {
    const key = child.type === 'method_definition' ? childAt(child, 'name') : undefined;
    return key ? [textOf(key)] : [];
  });
  return methods.some((method) => handlers.includes(method)) && named.test(textOf(node).slice(0, 20_000));
}

function readClass(project: Project, module: Module, node: SyntaxNode, found: Found): void {
  const object = makeInstance(project, classValue({ project, module, env: undefined }, node), []);
  const name = textValue(pick(object, ['name', 'toolName']));
  const description = pick(object, ['description']) ?? answerOf(project, object, 'getDescription');
  const inputSchema = pick(object, schemas) ?? answerOf(project, object, 'getInputSchema');
  if (name === undefined || !name.exact || !isToolName(name.text)) return;
  if (textValue(description) === undefined || inputSchema === undefined) return;
  const base = packageBase(project, node);
  found.tools.push({
    name,
    title: pick(object, ['title']),
    description,
    inputSchema,
    outputSchema: undefined,
    annotations: pick(object, ['annotations']),
    handler: pick(object, handlers),
    conditions: [],
    at: name.at ?? node,
    ...(base !== undefined && framework.test(base) ? {} : { shaped: true }),
  });
}

function answerOf(project: Project, object: ObjectValue, method: string): Value | undefined {
  const fn = object.members.get(method)?.get();
  return fn?.kind === 'function' ? callFunction(project, fn, []) : undefined;
}
