/** What a class says of the tool it is: in its attributes, in properties, and in methods that give nothing but that (`get_name`). */
import { childAt, descend, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { docstringNode } from '../docstring.ts';
import { evaluate, evaluateText } from '../evaluate.ts';
import { resolveMember } from '../members.ts';
import { overlay } from '../overlay.ts';
import type { Project } from '../project.ts';
import { type Entity, type FunctionEntity, type OwnClass, returnedExpressions } from '../resolve.ts';
import { type Binding, scopeAt, scopeOf } from '../scope.ts';
import type { Elsewhere } from './registration.ts';

export const nameKeys = ['get_name', 'get_tool_name', 'name', 'tool_name', 'NAME'];
export const descriptionKeys = ['get_description', 'get_tool_description', 'description'];
export const schemaKeys = ['get_input_schema', 'input_schema', 'args_schema', 'inputSchema', 'parameters_schema'];
export const annotationKeys = ['get_annotations', 'annotations'];

export interface Said extends Elsewhere {
  node: SyntaxNode;
}

/** The first that is plain text; else the first there is, marked by whoever reads it. */
export function saidText(project: Project, entity: OwnClass, keys: readonly string[]): Said | undefined {
  const said = saidBy(project, entity, keys);
  return said.find(({ node, scope }) => evaluateText(project, node, scope) !== undefined) ?? said[0];
}

/** The first that is known to be an object or a model's class; else the first there is. */
export function saidObject(project: Project, entity: OwnClass, keys: readonly string[]): Said | undefined {
  const said = saidBy(project, entity, keys);
  return said.find(({ node, scope }) => typeof evaluate(project, node, scope)?.value === 'object') ?? said[0];
}

function saidBy(project: Project, entity: OwnClass, keys: readonly string[]): Said[] {
  return keys.flatMap((key) => {
    const member = resolveMember(project, entity, key);
    return member ? (readSaid(member, entity) ?? []) : [];
  });
}

function readSaid(member: Entity, entity: OwnClass): Said | undefined {
  if (member.kind === 'expression') return { node: member.node, scope: member.scope, exact: true };
  if (member.kind === 'class')
    return { node: member.node, scope: scopeOf(member.module, member.module.parsed.root), exact: true };
  if (member.kind !== 'function' || isUnfinished(member.node)) return undefined;
  const returned = returnedExpressions(member);
  const self: Binding = { kind: 'entity', entity };
  const given = new Map([
    ['self', self],
    ['cls', self],
  ]);
  const method = scopeOf(member.module, member.node);
  // A method whose words cannot be read stands for them: it is no text and no object, and is marked so.
  const node = returned.at(-1) ?? member.node;
  const scope = returned.length > 0 ? overlay(scopeAt(member.module, node), method, given) : method;
  return { node, scope, exact: returned.length === 1 && !isBuiltUp(member, node) };
}

/** `schema = {…}`, changed in place before it is returned. */
function isBuiltUp(fn: FunctionEntity, returned: SyntaxNode): boolean {
  const body = childAt(fn.node, 'body');
  if (returned.type !== 'identifier' || body === undefined) return false;
  const name = textOf(returned);
  const mentions = [...descend(body)].filter((node) => node.type === 'identifier' && textOf(node) === name);
  const set = mentions.filter((node) => node.parent?.type === 'assignment' && node.field === 'left');
  return mentions.length > set.length + 1;
}

/** Left to the classes below: abstract, or without anything that could be carried out. */
export function isUnfinished(fn: SyntaxNode): boolean {
  return isDeclaredAbstract(fn) || refuses(fn) || statements(fn).every(doesNothing);
}

export function isDeclaredAbstract(fn: SyntaxNode): boolean {
  const decorators = fn.parent?.type === 'decorated_definition' ? fn.parent.children : [];
  return decorators.some((one) => one.type === 'decorator' && /\babstract(method|property)\b/.test(textOf(one)));
}

/** `raise NotImplementedError` and nothing else. */
export function refuses(fn: SyntaxNode): boolean {
  const [first] = statements(fn);
  return first?.type === 'raise_statement' && /^raise NotImplementedError\b/.test(textOf(first));
}

/** Those after the docstring. */
function statements(fn: SyntaxNode): readonly SyntaxNode[] {
  const all = (childAt(fn, 'body')?.children ?? []).filter(({ type }) => type !== 'comment');
  return docstringNode(fn) ? all.slice(1) : all;
}

function doesNothing(statement: SyntaxNode): boolean {
  return statement.type === 'pass_statement' || textOf(statement).trim() === '...';
}
