/**
 * Objects that are tools by their shape, for a server whose registration could not be followed: a name, a description and a
 * schema, all written in place. Nothing less counts: prompts, options and functions for a model have some of these as well.
 */
import { childAt, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { evaluateObject } from '../evaluate-literal.ts';
import { keyText } from '../pattern.ts';
import type { Project } from '../project.ts';
import type { Module } from '../scope.ts';
import { textValue } from '../value.ts';
import { type Found, makeFound, readToolObject } from './found-tool.ts';
import { leaveOutWordTables, type Row } from './word-table.ts';

const schemas = ['inputSchema', 'parameters', 'schema', 'paramsSchema', 'argsSchema', 'input_schema'];
const others = ['arguments', 'uri', 'uriTemplate', 'mimeType', 'strict'];

export function findToolShaped(project: Project, module: Module): Found {
  const rows: Row[] = [];
  for (const node of module.parsed.byType.get('object') ?? []) {
    const keys = keysOf(node);
    if (!keys.has('name') || !keys.has('description') || !schemas.some((key) => keys.has(key))) continue;
    if (others.some((key) => keys.has(key)) || isModelFunction(node, keys)) continue;
    const name = keys.get('name');
    if (name === undefined || /^(call_expression|await_expression|this)$/.test(name.type)) continue;
    project.restartSteps();
    const tool = readToolObject(evaluateObject({ project, module, env: undefined }, node), node, []);
    if (tool?.name.exact && textValue(tool.description) !== undefined)
      rows.push({ tool: { ...tool, shaped: true }, node });
  }
  const kept = leaveOutWordTables(rows, project.input.texts.get(module.path) ?? '');
  return { ...makeFound(), tools: kept.rows.map(({ tool }) => tool), notes: kept.notes };
}

function keysOf(object: SyntaxNode): Map<string, SyntaxNode> {
  const keys = new Map<string, SyntaxNode>();
  for (const child of object.children) {
    const [key, value] = [childAt(child, 'key'), childAt(child, 'value')];
    if (key && value) keys.set(keyText(key), value);
    else if (child.type === 'shorthand_property_identifier') keys.set(textOf(child), child);
  }
  return keys;
}

/** `{ type: 'function', function: { name, description, parameters } }` is what a client tells a model. */
function isModelFunction(object: SyntaxNode, keys: ReadonlyMap<string, SyntaxNode>): boolean {
  const key = object.parent?.type === 'pair' ? childAt(object.parent, 'key') : undefined;
  const type = keys.get('type');
  return (
    (key !== undefined && keyText(key) === 'function') || (type !== undefined && textOf(type).includes('function'))
  );
}
