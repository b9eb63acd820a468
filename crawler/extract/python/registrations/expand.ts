/**
 * A registration that depends on a parameter or on a loop is read once for every call and turn: helpers that register what
 * they are given, own decorators, tables of tools, a base class that registers for its subclasses.
 */
import { hole } from '../../known-value.ts';
import { childAt, descend, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { assignedValues } from '../assigned-attributes.ts';
import { conditionsAt } from '../conditions.ts';
import { loopItems } from '../loop-items.ts';
import { givenArguments, overlay } from '../overlay.ts';
import type { Project } from '../project.ts';
import { type Bound, type FunctionEntity, findBindingsAt, returnedExpressions } from '../resolve.ts';
import { type Binding, parameterName, type Scope, scopeOf } from '../scope.ts';
import { subclassesOf } from '../subclasses.ts';
import { type FunctionUse, isMethod, usesOfFunction } from '../uses-of-function.ts';
import type { Registration, Site } from './registration.ts';

/** Every registration of a place; nothing where no name can be read. */
export function readSite(project: Project, site: Site): Registration[] {
  project.restartSteps();
  const plain = site.read(site.scope);
  if (plain.length > 0 && plain.every(isSettled)) return plain;
  project.restartSteps();
  const expanded = expandScope(project, site.scope, site.expressions).flatMap(({ scope, node, from }) => {
    project.restartSteps();
    return site.read(scope).map((one) => ({
      ...one,
      at: from ?? one.at,
      shown: node ?? one.shown,
      conditions: from ? conditionsAt(site.node) : [],
    }));
  });
  const named = expanded.filter(({ name }) => name !== undefined && !name.text.includes(hole));
  return named.length > 0 ? named : plain;
}

function isSettled({ name, fn }: Registration): boolean {
  return name !== undefined && !name.text.includes(hole) && (name.exact || fn !== undefined);
}

interface Expansion {
  scope: Scope;
  /** The call or definition that it stands for; undefined where nothing had to be chosen. */
  node: SyntaxNode | undefined;
  /** Where it is reached from, if that is another place. */
  from: SyntaxNode | undefined;
}
const maxDepth = 4;
const maxExpansions = 1000;

/** One way to read the expressions per call and turn; the scope as it is where they depend on neither. */
function expandScope(project: Project, scope: Scope, expressions: readonly SyntaxNode[], depth = 0): Expansion[] {
  const plain = [{ scope, node: undefined, from: undefined }];
  if (depth >= maxDepth || !project.takeStep()) return plain;
  const open = expressions.flatMap((expression) => openNames(project, expression, scope));
  const chosen = open.find(({ binding }) => binding.kind === 'item') ?? open[0];
  if (chosen === undefined) return plain;
  const expanded = expandName(project, scope, chosen, depth).slice(0, maxExpansions);
  if (expanded.length === 0) return plain;
  return expanded
    .flatMap((one) =>
      expandScope(project, one.scope, expressions, depth + 1).map((below) => ({
        scope: below.scope,
        node: below.node ?? one.node,
        from: below.from ?? one.from,
      })),
    )
    .slice(0, maxExpansions);
}

/** Names in an expression that stand for something else in every call or turn, through local variables. */
function openNames(project: Project, expression: SyntaxNode, scope: Scope, depth = 0): Bound[] {
  const found: Bound[] = [];
  for (const node of depth > 3 ? [] : descend(expression)) {
    if (node.type !== 'identifier' || node.field === 'attribute') continue;
    if (node.field === 'name' && node.parent?.type === 'keyword_argument') continue;
    const bound = findBindingsAt(project, scope, node).at(-1);
    if (bound?.binding.kind === 'item' || bound?.binding.kind === 'parameter') found.push(bound);
    const local = bound?.scope.node.type === 'function_definition' ? bound.binding : undefined;
    if (bound && local?.kind === 'value') found.push(...openNames(project, local.value, bound.scope, depth + 1));
    if (bound && local?.kind === 'function') {
      for (const one of local.node.parent?.children ?? [])
        if (one.type === 'decorator') found.push(...openNames(project, one, bound.scope, depth + 1));
      for (const value of assignedValues(bound.scope.module, bound.scope, textOf(node)))
        found.push(...openNames(project, value, bound.scope, depth + 1));
    }
  }
  return found;
}

function expandName(project: Project, scope: Scope, { binding, scope: owner }: Bound, depth: number): Expansion[] {
  if (binding.kind === 'item') return expandLoop(project, scope, owner, binding.of);
  if (binding.kind !== 'parameter' || owner.node.type !== 'function_definition') return [];
  const name = parameterName(binding.node);
  const fn: FunctionEntity = { kind: 'function', node: owner.node, module: owner.module };
  if (name === 'self' || name === 'cls') return expandClass(project, scope, owner);
  const direct = usesOfFunction(project, fn).flatMap((use) => expandUse(project, scope, owner, undefined, use, depth));
  if (direct.length > 0 || owner.parent?.node.type !== 'function_definition') return direct;
  const outer = owner.parent;
  const maker: FunctionEntity = { kind: 'function', node: outer.node, module: outer.module };
  if (!returns(maker, owner.node)) return [];
  return usesOfFunction(project, maker).flatMap((use) => expandUse(project, scope, outer, owner, use, depth));
}

function returns(maker: FunctionEntity, inner: SyntaxNode): boolean {
  const name = childAt(inner, 'name');
  return name !== undefined && returnedExpressions(maker).some((value) => textOf(value) === textOf(name));
}

/** Every name that the loop binds is filled at once. */
function expandLoop(project: Project, scope: Scope, owner: Scope, of: SyntaxNode): Expansion[] {
  return loopItems(project, of, owner).map((item) => {
    const given = new Map<string, Binding>();
    for (const [name, bindings] of owner.names) {
      const bound = bindings.find((one) => one.kind === 'item' && one.of === of);
      if (bound?.kind !== 'item') continue;
      const whole: Binding = { kind: 'given', value: item.node, scope: item.scope };
      given.set(name, bound.place === undefined ? whole : (item.parts[bound.place] ?? { kind: 'changed' }));
    }
    return { scope: overlay(scope, owner, given), node: item.node, from: undefined };
  });
}

function expandClass(project: Project, scope: Scope, method: Scope): Expansion[] {
  const owner = method.parent;
  if (owner?.node.type !== 'class_definition') return [];
  const entity = { kind: 'class' as const, node: owner.node, module: owner.module };
  return subclassesOf(project, entity).map((one) => {
    const self: Binding = { kind: 'entity', entity: one };
    const given = new Map<string, Binding>([
      ['self', self],
      ['cls', self],
    ]);
    return { scope: overlay(scope, method, given), node: one.node, from: undefined };
  });
}

/** `inner`: the function that `owner` returns, where the call makes a decorator. */
function expandUse(
  project: Project,
  scope: Scope,
  owner: Scope,
  inner: Scope | undefined,
  use: FunctionUse,
  depth: number,
): Expansion[] {
  const decorated: Binding | undefined = use.decorated && { kind: 'entity', entity: use.decorated };
  const method = isMethod({ kind: 'function', node: owner.node, module: owner.module });
  if (use.call === undefined) {
    const given = decorated ? firstParameter(owner, method, decorated) : undefined;
    return given && inner === undefined
      ? [{ scope: overlay(scope, owner, given), node: use.node, from: use.node }]
      : [];
  }
  const { call } = use;
  const values = [...(childAt(call, 'arguments')?.children ?? []), ...(use.applied ? [use.applied] : [])];
  return expandScope(project, use.scope, values, depth + 1).map((at) => {
    const filled = overlay(scope, owner, givenArguments(scopeOf(owner.module, owner.node), call, at.scope, method));
    const applied: Binding | undefined = use.applied && { kind: 'given', value: use.applied, scope: at.scope };
    const first = decorated ?? applied;
    const given = inner && first ? firstParameter(inner, false, first) : undefined;
    return {
      scope: inner && given ? overlay(filled, inner, given) : filled,
      node: at.node ?? use.node,
      from: at.from ?? use.node,
    };
  });
}

function firstParameter(fn: Scope, isMethodScope: boolean, binding: Binding): Map<string, Binding> {
  const parameters = childAt(fn.node, 'parameters')?.children ?? [];
  const name = parameters.map(parameterName)[isMethodScope ? 1 : 0];
  return new Map(name === undefined ? [] : [[name, binding]]);
}
