/** Which class a method belongs to, and whether an object is one of it. */
import { ancestorsOf, type SyntaxNode } from '../syntax-tree.ts';
import { type Env, extend } from './env.ts';
import { baseOf } from './evaluate-class.ts';
import type { Project } from './project.ts';
import { isClass, isFunction } from './scope.ts';
import type { Value } from './value.ts';

/** A method of that name, but of another object. */
export function isForeign(project: Project, value: Value | undefined, fn: SyntaxNode): boolean {
  if (value?.kind === 'external' || value?.kind === 'list' || value?.kind === 'plain') return true;
  const owner = classAround(fn);
  if (value?.kind !== 'object' || owner === undefined || value.of === undefined) return false;
  return !chainOf(project, value).includes(owner);
}

function chainOf(project: Project, value: Extract<Value, { kind: 'object' }>): SyntaxNode[] {
  const chain: SyntaxNode[] = [];
  let at = value.of;
  while (at !== undefined && chain.length < 8) {
    chain.push(at);
    const module = project.module(at.source.path);
    at = module && baseOf({ project, module, env: undefined }, at)?.node;
  }
  return chain;
}

export function withThis(env: Env, fn: SyntaxNode, object: Value | undefined): Env {
  const owner = classAround(fn);
  return owner && object?.kind === 'object' ? extend(env, owner, new Map([['this', () => object]])) : env;
}

export function classAround(fn: SyntaxNode): SyntaxNode | undefined {
  return [...ancestorsOf(fn)].find(({ ancestor }) => isClass(ancestor) || isFunction(ancestor))?.ancestor;
}
