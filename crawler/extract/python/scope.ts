/** Which names a module, class or function binds, as Python's scoping rules have it. */
import { ancestorsOf, childAt, type ParsedSource, type SyntaxNode, textOf } from '../syntax-tree.ts';
import type { Entity } from './resolve.ts';

export interface Module {
  path: string;
  parsed: ParsedSource;
  scopes: Map<SyntaxNode, Scope>;
}

export type Binding =
  | { kind: 'function' | 'class'; node: SyntaxNode }
  | { kind: 'value'; value: SyntaxNode; type: SyntaxNode | undefined }
  | { kind: 'declared'; type: SyntaxNode }
  /** Each item of a loop in turn; `place` where the item is taken apart. */
  | { kind: 'item'; of: SyntaxNode; place: number | undefined }
  /** What a parameter or loop variable stands for in one call or turn of it; see `overlay.ts`. */
  | { kind: 'given'; value: SyntaxNode; scope: Scope }
  | { kind: 'entity'; entity: Entity }
  | { kind: 'parameter'; node: SyntaxNode; type: SyntaxNode | undefined; value: SyntaxNode | undefined }
  /** `name` undefined: the module itself. */
  | { kind: 'import'; module: string; name: string | undefined }
  | { kind: 'changed' };

export interface Scope {
  /** A module, function_definition or class_definition. */
  node: SyntaxNode;
  module: Module;
  parent: Scope | undefined;
  /** In source order. */
  names: ReadonlyMap<string, readonly Binding[]>;
  /** Modules imported with `*`. */
  stars: readonly string[];
}

/** The scope that the names at a node are looked up in. Decorators, defaults and annotations belong outside their function. */
export function scopeAt(module: Module, node: SyntaxNode): Scope {
  for (const { ancestor, from } of ancestorsOf(node)) {
    const inside = ancestor.type === 'function_definition' || ancestor.type === 'class_definition';
    if (inside && from.field === 'body') return scopeOf(module, ancestor);
  }
  return scopeOf(module, module.parsed.root);
}

/** The scope that a module, function or class opens. */
export function scopeOf(module: Module, node: SyntaxNode): Scope {
  const known = module.scopes.get(node);
  if (known) return known;
  const collected = collectBindings(node);
  const parent = node.parent === undefined ? undefined : scopeAt(module, node);
  const scope = { node, module, parent, names: collected.names, stars: collected.stars };
  module.scopes.set(node, scope);
  return scope;
}

interface Collected {
  names: Map<string, Binding[]>;
  stars: string[];
}

function collectBindings(owner: SyntaxNode): Collected {
  const collected: Collected = { names: new Map(), stars: [] };
  for (const parameter of childAt(owner, 'parameters')?.children ?? []) bindParameter(parameter, collected);
  const stack = owner.type === 'module' ? [owner] : [childAt(owner, 'body')];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    bindStatement(node, collected);
    const closed = node !== owner && (node.type === 'function_definition' || node.type === 'class_definition');
    if (closed || node.type === 'lambda') continue;
    for (const child of node.children.toReversed()) stack.push(child);
  }
  return collected;
}

function bind(collected: Collected, name: string, binding: Binding): void {
  const known = collected.names.get(name);
  if (known) known.push(binding);
  else collected.names.set(name, [binding]);
}

function bindStatement(node: SyntaxNode, collected: Collected): void {
  switch (node.type) {
    case 'function_definition':
    case 'class_definition': {
      const name = childAt(node, 'name');
      const kind = node.type === 'function_definition' ? 'function' : 'class';
      if (name) bind(collected, textOf(name), { kind, node });
      return;
    }
    case 'assignment':
    case 'named_expression':
      bindAssignment(node, collected);
      return;
    case 'augmented_assignment': {
      const left = childAt(node, 'left');
      if (left?.type === 'identifier') bind(collected, textOf(left), { kind: 'changed' });
      return;
    }
    case 'type_alias_statement': {
      const [left, right] = node.children;
      if (left && right) bind(collected, textOf(left), { kind: 'value', value: right, type: undefined });
      return;
    }
    case 'for_statement':
    case 'for_in_clause': {
      const [left, of] = [childAt(node, 'left'), childAt(node, 'right')];
      if (left && of) bindItem(left, of, collected);
      return;
    }
    case 'as_pattern': {
      const [value, target] = node.children;
      if (value && target?.field === 'alias')
        bind(collected, textOf(target), { kind: 'value', value, type: undefined });
      return;
    }
    case 'import_statement':
    case 'import_from_statement':
      bindImport(node, collected);
      return;
  }
}

function bindItem(left: SyntaxNode, of: SyntaxNode, collected: Collected): void {
  if (left.type === 'identifier') bind(collected, textOf(left), { kind: 'item', of, place: undefined });
  if (left.type !== 'pattern_list' && left.type !== 'tuple_pattern') return;
  for (const [place, target] of left.children.entries()) {
    if (target.type === 'identifier') bind(collected, textOf(target), { kind: 'item', of, place });
  }
}

function bindAssignment(node: SyntaxNode, collected: Collected): void {
  const left = childAt(node, 'left') ?? childAt(node, 'name');
  const type = childAt(node, 'type');
  const right = childAt(node, 'right') ?? childAt(node, 'value');
  if (left === undefined) return;
  if (left.type === 'identifier') {
    if (right) bind(collected, textOf(left), { kind: 'value', value: right, type });
    else if (type) bind(collected, textOf(left), { kind: 'declared', type });
    return;
  }
  if (left.type !== 'pattern_list' && left.type !== 'tuple_pattern') return;
  const values = right?.type === 'expression_list' || right?.type === 'tuple' ? right.children : [];
  for (const [index, target] of left.children.entries()) {
    if (target.type !== 'identifier') continue;
    const value = values.length === left.children.length ? values[index] : undefined;
    bind(collected, textOf(target), value ? { kind: 'value', value, type: undefined } : { kind: 'changed' });
  }
}

function bindParameter(node: SyntaxNode, collected: Collected): void {
  const name = parameterName(node);
  if (name === undefined) return;
  bind(collected, name, { kind: 'parameter', node, type: childAt(node, 'type'), value: childAt(node, 'value') });
}

/** Undefined for `*`, `/`, `*args` and `**kwargs`. */
export function parameterName(node: SyntaxNode): string | undefined {
  if (node.type === 'identifier') return textOf(node);
  const name = childAt(node, 'name') ?? (node.type === 'typed_parameter' ? node.children[0] : undefined);
  return name?.type === 'identifier' ? textOf(name) : undefined;
}

function bindImport(node: SyntaxNode, collected: Collected): void {
  const from = childAt(node, 'module_name');
  const module = from === undefined ? undefined : textOf(from).replace(/\s/g, '');
  for (const child of node.children) {
    if (child.type === 'wildcard_import' && module !== undefined) collected.stars.push(module);
    if (child.field !== 'name') continue;
    const original = textOf(childAt(child, 'name') ?? child);
    const alias = childAt(child, 'alias');
    const local = alias ? textOf(alias) : original;
    if (module !== undefined) bind(collected, local, { kind: 'import', module, name: original });
    else if (alias) bind(collected, local, { kind: 'import', module: original, name: undefined });
    // `import a.b` binds `a`.
    else
      bind(collected, original.split('.')[0] ?? original, {
        kind: 'import',
        module: original.split('.')[0] ?? original,
        name: undefined,
      });
  }
}
