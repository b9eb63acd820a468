/** What a member of a class or of an object is: from its body, its constructor, or a base of the repository. */
import { childAt, descend, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { argument, readArguments } from './arguments.ts';
import { givenArguments, overlay } from './overlay.ts';
import type { Project } from './project.ts';
import { baseClasses, type Entity, maxHops, type OwnClass, resolveEntity, resolveName } from './resolve.ts';
import { type Scope, scopeAt, scopeOf } from './scope.ts';

/** The call that made an object, and where it is read. */
interface Making {
  call: SyntaxNode;
  scope: Scope;
}

/** Of an object of the repository's class, or of another package's: there a keyword is taken for the field of its name. */
export function resolveInstanceMember(
  project: Project,
  instance: Extract<Entity, { kind: 'instance' }>,
  name: string,
  hops: number,
): Entity | undefined {
  const { of, made } = instance;
  if (of.kind === 'class') return resolveMember(project, of, name, hops, made);
  const value = made && argument(readArguments(made.call), -1, name);
  return made && value && resolveEntity(project, value, made.scope, hops + 1);
}

/** `made`: the call whose arguments its constructor was given, where that is known. */
export function resolveMember(
  project: Project,
  owner: OwnClass,
  name: string,
  hops = 0,
  made?: Making,
): Entity | undefined {
  if (hops > maxHops || !project.takeStep()) return undefined;
  const body = scopeOf(owner.module, owner.node);
  const maker = constructorOf(body);
  const field = made && maker === undefined ? givenField(body, name, made) : undefined;
  if (made && field) return resolveEntity(project, field, made.scope, hops + 1);
  if (body.names.has(name)) return resolveName(project, body, name, hops + 1);
  const assigned = findSelfAssignment(owner, name);
  if (assigned) return resolveEntity(project, assigned, constructedScope(owner, maker, assigned, made), hops + 1);
  const passed = maker ? superCall(owner, maker, made) : made;
  for (const base of baseClasses(project, owner)) {
    const found = base.kind === 'class' ? resolveMember(project, base, name, hops + 1, passed) : undefined;
    if (found) return found;
  }
  return undefined;
}

function constructorOf(body: Scope): SyntaxNode | undefined {
  const binding = body.names.get('__init__')?.at(-1);
  return binding?.kind === 'function' ? binding.node : undefined;
}

/** A field of a data class, named tuple or model: the keyword, else the argument in its place. */
function givenField(body: Scope, name: string, made: Making): SyntaxNode | undefined {
  const fields = [...body.names].filter(
    ([, [first]]) => first?.kind === 'declared' || (first?.kind === 'value' && first.type),
  );
  const place = fields.findIndex(([field]) => field === name);
  return place < 0 ? undefined : argument(readArguments(made.call), place, name);
}

/** The scope of a constructor, its parameters filled with what it was given. */
function constructedScope(
  owner: OwnClass,
  maker: SyntaxNode | undefined,
  node: SyntaxNode,
  made: Making | undefined,
): Scope {
  const scope = scopeAt(owner.module, node);
  if (made === undefined || scope.node !== maker) return scope;
  return overlay(scope, scope, givenArguments(scope, made.call, made.scope, true));
}

/** `super().__init__(…)` in a constructor. */
function superCall(owner: OwnClass, maker: SyntaxNode, made: Making | undefined): Making | undefined {
  const body = childAt(maker, 'body');
  for (const node of body ? descend(body) : []) {
    const callee = node.type === 'call' ? childAt(node, 'function') : undefined;
    if (callee === undefined || !/^super\(.*\)\.__init__$/.test(textOf(callee))) continue;
    return { call: node, scope: constructedScope(owner, maker, node, made) };
  }
  return undefined;
}

/** The value of the first `self.name = value` in a class's methods. */
function findSelfAssignment(owner: OwnClass, name: string): SyntaxNode | undefined {
  const body = childAt(owner.node, 'body');
  const target = `self.${name}`;
  for (const node of body ? descend(body) : []) {
    const left = node.type === 'assignment' ? childAt(node, 'left') : undefined;
    if (left?.type === 'attribute' && textOf(left) === target) return childAt(node, 'right');
  }
  return undefined;
}
