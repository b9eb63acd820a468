/** Lists and dictionaries: what is known of their members, and one of them. */

import type { Json } from '../../../schema/tool-definition.ts';
import { type Known, known, toObject } from '../known-value.ts';
import { childAt, type SyntaxNode } from '../syntax-tree.ts';
import { evaluate } from './evaluate.ts';
import type { Project } from './project.ts';
import type { Scope } from './scope.ts';

const maxMembers = 10_000;

export function evaluateList(project: Project, node: SyntaxNode, scope: Scope, depth: number): Known {
  const items: Json[] = [];
  let exact = true;
  for (const child of node.children) {
    const spread = child.type === 'list_splat';
    const item = evaluate(project, spread ? child.children[0] : child, scope, depth + 1);
    if (items.length > maxMembers) return known(items, false);
    if (spread && Array.isArray(item?.value)) items.push(...item.value.slice(0, maxMembers));
    else if (!spread && item !== undefined) items.push(item.value);
    exact &&= item?.exact === true && (!spread || Array.isArray(item.value));
  }
  return known(items, exact);
}

export function evaluateDictionary(project: Project, node: SyntaxNode, scope: Scope, depth: number): Known {
  const members = new Map<string, Json>();
  let exact = true;
  for (const child of node.children) {
    if (members.size > maxMembers) return known(toObject(members), false);
    if (child.type === 'dictionary_splat') {
      const spread = evaluate(project, child.children[0], scope, depth + 1);
      const object =
        typeof spread?.value === 'object' && spread.value !== null && !Array.isArray(spread.value)
          ? spread.value
          : undefined;
      for (const [key, value] of Object.entries(object ?? {})) members.set(key, value);
      exact &&= object !== undefined && spread?.exact === true;
      continue;
    }
    const key = evaluate(project, childAt(child, 'key'), scope, depth + 1);
    const value = evaluate(project, childAt(child, 'value'), scope, depth + 1);
    const usable = typeof key?.value === 'string' || typeof key?.value === 'number';
    if (usable && value !== undefined) members.set(String(key.value), value.value);
    exact &&= usable && key.exact && value?.exact === true;
  }
  return known(toObject(members), exact);
}

export function evaluateSubscript(owner: Known | undefined, key: Known | undefined): Known | undefined {
  const value = owner?.value;
  const at = key?.value;
  if (typeof value !== 'object' || value === null || (typeof at !== 'string' && typeof at !== 'number'))
    return undefined;
  const member = Array.isArray(value) ? value.at(Number(at)) : Object.hasOwn(value, at) ? value[at] : undefined;
  return member === undefined ? undefined : known(member, owner?.exact === true && key?.exact === true);
}
