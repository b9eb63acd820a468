/** The repository's functions that a call runs: the one it names, or those of the table that it takes one from. */
import type { Selector } from '../../../../schema/verdict.ts';
import { childAt, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { readArguments } from '../arguments.ts';
import { evaluate } from '../evaluate.ts';
import type { Project } from '../project.ts';
import { type FunctionEntity, findBindings, resolveEntity } from '../resolve.ts';
import type { Scope } from '../scope.ts';
import { type ArgumentPlaces, placeOf } from './argument-places.ts';

export interface CalledFunction {
  fn: FunctionEntity;
  /** The value of an argument that chooses it. */
  selected: readonly Selector[];
}

const maxFunctions = 100;

export function calledFunctions(
  project: Project,
  call: SyntaxNode,
  scope: Scope,
  places: ArgumentPlaces,
): CalledFunction[] {
  const callee = childAt(call, 'function');
  if (callee === undefined) return [];
  const entity = resolveEntity(project, callee, scope);
  if (entity?.kind === 'function') return [{ fn: entity, selected: [] }];
  const choice = findChoice(project, callee, scope);
  return choice === undefined ? [] : readChoice(project, choice, places);
}

interface Choice {
  table: SyntaxNode;
  key: SyntaxNode;
  scope: Scope;
}

/** `table[key]`, `table.get(key)`, or a variable that holds one of them. */
function findChoice(project: Project, node: SyntaxNode, scope: Scope, depth = 0): Choice | undefined {
  if (depth > 4) return undefined;
  if (node.type === 'identifier') {
    const bound = findBindings(project, scope, textOf(node)).at(-1);
    const value = bound?.binding.kind === 'value' ? bound.binding.value : undefined;
    return bound && value && value.type !== 'identifier'
      ? findChoice(project, value, bound.scope, depth + 1)
      : undefined;
  }
  if (node.type === 'parenthesized_expression' && node.children[0])
    return findChoice(project, node.children[0], scope, depth + 1);
  const [table, key] =
    node.type === 'subscript'
      ? [childAt(node, 'value'), childAt(node, 'subscript')]
      : node.type === 'call' && /\.get$/.test(textOf(childAt(node, 'function') ?? node))
        ? [childAt(childAt(node, 'function'), 'object'), readArguments(node).positional[0]]
        : [];
  return table && key ? { table, key, scope } : undefined;
}

function readChoice(project: Project, { table, key, scope }: Choice, places: ArgumentPlaces): CalledFunction[] {
  const entity = table.type === 'dictionary' ? undefined : resolveEntity(project, table, scope);
  const written = entity?.kind === 'expression' ? entity : { node: table, scope };
  if (written.node.type !== 'dictionary') return [];
  const path = placeOf(project, key, scope, places);
  return written.node.children.slice(0, maxFunctions).flatMap((pair) => {
    const [name, value] = [childAt(pair, 'key'), childAt(pair, 'value')];
    const fn = value && resolveEntity(project, value, written.scope);
    if (name === undefined || fn?.kind !== 'function') return [];
    const read = evaluate(project, name, written.scope)?.value;
    const selected = path && (typeof read === 'string' || typeof read === 'number') ? [{ path, value: read }] : [];
    return [{ fn, selected }];
  });
}
