/** What a name stands for: through scopes, imports, and the collections that statements fill. */
import { ancestorsOf, childAt, type SyntaxNode } from '../syntax-tree.ts';
import { enclosing, valueIn } from './env.ts';
import { evaluate, type Place } from './evaluate.ts';
import { classValue } from './evaluate-class.ts';
import { enumValue } from './evaluate-enum.ts';
import { exportsOf } from './exports.ts';
import { fillCollection } from './fill-collection.ts';
import { followPath } from './follow-path.ts';
import type { Project } from './project.ts';
import { type Binding, type Found, isClass, lookUp, type Module } from './scope.ts';
import { absent, either, type Value } from './value.ts';

const maxHops = 20;

export function evaluateName(place: Place, node: SyntaxNode, name: string): Value | undefined {
  const found = lookUp(place.module, node, name);
  if (found === undefined) return name === 'undefined' ? absent : globalValue(place, name);
  const given = valueIn(place.env, found.scope, name);
  if (given) return given();
  if (found.scope.type !== 'program') return localValue(place, found, name);
  const top: Place = { ...place, env: undefined };
  return place.project.constant(found.scope, name, () => evaluateBindings(top, found, name));
}

/** A name inside a function: worked out once for each call that is followed. */
function localValue(place: Place, found: Found, name: string): Value | undefined {
  const env = enclosing(place.env, found.scope);
  const inside: Place = { ...place, env };
  const memory = env ?? found.scope;
  return place.project.local(memory, found.scope, name, () => evaluateBindings(inside, found, name));
}

function evaluateBindings(place: Place, { scope, bindings }: Found, name: string): Value | undefined {
  const values = bindings.filter(({ kind }) => kind !== 'declared').slice(0, 6);
  const read = values.map((binding) => ({ value: evaluateBinding(place, binding), conditions: [] }));
  const value = values.length === 1 ? read[0]?.value : either(read.filter((item) => item.value?.kind !== 'absent'));
  return fillCollection(place, value, scope, name);
}

function globalValue(place: Place, name: string): Value | undefined {
  if (name === 'exports' || name === 'module') return undefined;
  return place.module.scopes.size === 0 ? undefined : { kind: 'external', path: name };
}

function evaluateBinding(place: Place, binding: Binding): Value | undefined {
  switch (binding.kind) {
    case 'function':
      return { kind: 'function', node: binding.node, module: place.module, env: place.env };
    case 'class':
      return classValue(place, binding.node);
    case 'enum':
      return enumValue(place, binding.node);
    case 'value': {
      const { value: node } = binding;
      const value = followPath(
        place.project.once(node, () => evaluate(place, node)),
        binding.path,
      );
      return value?.kind === 'absent' || value === undefined ? (evaluate(place, binding.fallback) ?? value) : value;
    }
    case 'parameter':
      return (
        binding.fallback &&
        either([
          { value: evaluate(place, binding.fallback), conditions: [] },
          { value: undefined, conditions: [] },
        ])
      );
    case 'import':
      return importedValue(place.project, place.module, binding.source, binding.name);
    default:
      return undefined;
  }
}

export function importedValue(project: Project, from: Module, source: string, name: string): Value | undefined {
  const module = project.importModule(from.path, source);
  if (module === undefined) {
    if (source.startsWith('.')) return undefined;
    return { kind: 'external', path: name === '*' || name === 'default' ? source : `${source}.${name}` };
  }
  return name === '*' ? moduleValue(project, module) : exportedValue(project, module, name);
}

/** A file as a whole: its exports, or what `module.exports` was set to. */
export function moduleValue(project: Project, module: Module): Value {
  const { whole } = exportsOf(module);
  const value = whole && project.once(whole, () => evaluate({ project, module, env: undefined }, whole));
  return value ?? { kind: 'module', module };
}

/** What a file exports under a name, through those that it passes on. */
export function exportedValue(project: Project, module: Module, name: string, hops = 0): Value | undefined {
  if (hops > maxHops) return undefined;
  const { names, stars, whole } = exportsOf(module);
  const target = names.get(name);
  const place: Place = { project, module, env: undefined };
  if (target?.kind === 'name') return evaluateName(place, module.parsed.root, target.name);
  if (target?.kind === 'node') {
    const { node } = target;
    const isNamed = /_declaration$/.test(node.type) && !isClass(node);
    if (isNamed) return { kind: 'function', node, module, env: undefined };
    return project.once(node, () => evaluate(place, node));
  }
  if (target) return importedValue(project, module, target.source, target.name);
  if (name === 'default' && whole) return moduleValue(project, module);
  for (const star of name === 'default' ? [] : stars) {
    const next = project.importModule(module.path, star);
    const found = next && project.deeper(() => exportedValue(project, next, name, hops + 1));
    if (found) return found;
  }
  return undefined;
}

/** Every name that a file exports. */
export function exportedNames(project: Project, module: Module, hops = 0): string[] {
  const { names, stars } = exportsOf(module);
  const passed = stars.flatMap((star) => {
    const next = hops > maxHops ? undefined : project.importModule(module.path, star);
    return next ? (project.deeper(() => exportedNames(project, next, hops + 1)) ?? []) : [];
  });
  return [...new Set([...names.keys(), ...passed.filter((name) => name !== 'default')])];
}

/** The object that a method belongs to, where the call that is followed says which. */
export function evaluateThis(place: Place, node: SyntaxNode): Value | undefined {
  for (const { ancestor, from } of ancestorsOf(node)) {
    if (ancestor.type === 'function_declaration') return undefined;
    const owns = isClass(ancestor) || (ancestor.type === 'object' && ownsThis(from));
    const get = owns ? valueIn(place.env, ancestor, 'this') : undefined;
    if (get) return get();
    if (isClass(ancestor)) return undefined;
  }
  return undefined;
}

function ownsThis(member: SyntaxNode): boolean {
  if (member.type === 'method_definition') return true;
  return childAt(member, 'value')?.type === 'function_expression';
}
