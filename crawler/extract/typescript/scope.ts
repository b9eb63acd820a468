/** Which names a file's blocks, functions and classes bind, as ECMAScript's scoping rules have it. */
import { ancestorsOf, childAt, type ParsedSource, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { bindPattern, type Path } from './pattern.ts';
import { decodeString } from './string-literal.ts';

export interface Module {
  path: string;
  parsed: ParsedSource;
  /** Names by the node of the scope that they belong to; each with every place that gives them a value, in source order. */
  scopes: ReadonlyMap<SyntaxNode, ReadonlyMap<string, readonly Binding[]>>;
}

export type Binding =
  | { kind: 'function' | 'class' | 'enum'; node: SyntaxNode }
  | { kind: 'value'; value: SyntaxNode; path: Path; fallback: SyntaxNode | undefined }
  | { kind: 'parameter'; fn: SyntaxNode; fallback: SyntaxNode | undefined }
  /** Each item of a loop in turn. */
  | { kind: 'item'; loop: SyntaxNode }
  /** `name` is `*` for the module itself. */
  | { kind: 'import'; source: string; name: string }
  | { kind: 'declared' };

export const functionTypes: ReadonlySet<string> = new Set([
  'function_declaration',
  'generator_function_declaration',
  'function_expression',
  'generator_function',
  'arrow_function',
  'method_definition',
]);
const blockTypes: ReadonlySet<string> = new Set([
  'program',
  'statement_block',
  'for_statement',
  'for_in_statement',
  'switch_body',
  'catch_clause',
]);
const importTypes = ['import_statement'] as const;

export function isFunction(node: SyntaxNode): boolean {
  return functionTypes.has(node.type);
}

export function isClass(node: SyntaxNode): boolean {
  return node.type === 'class_declaration' || node.type === 'class' || node.type === 'abstract_class_declaration';
}

export function makeModule(path: string, parsed: ParsedSource): Module {
  const scopes = new Map<SyntaxNode, Map<string, Binding[]>>();
  const bind = (scope: SyntaxNode, name: string, binding: Binding) => {
    let names = scopes.get(scope);
    if (names === undefined) {
      names = new Map();
      scopes.set(scope, names);
    }
    const known = names.get(name);
    if (known) known.push(binding);
    else names.set(name, [binding]);
  };
  const all = (type: string) => parsed.byType.get(type) ?? [];
  bindDeclarations(all, bind);
  bindVariables(all, bind);
  for (const type of functionTypes) for (const fn of all(type)) bindParameters(fn, bind);
  for (const type of importTypes) for (const node of all(type)) bindImport(node, parsed.root, bind);
  const module = { path, parsed, scopes };
  bindAssignments(all('assignment_expression'), module, bind);
  return module;
}

type Bind = (scope: SyntaxNode, name: string, binding: Binding) => void;
type All = (type: string) => readonly SyntaxNode[];

function bindDeclarations(all: All, bind: Bind): void {
  const kinds = [
    ['function_declaration', 'function'],
    ['generator_function_declaration', 'function'],
    ['class_declaration', 'class'],
    ['abstract_class_declaration', 'class'],
    ['enum_declaration', 'enum'],
  ] as const;
  for (const [type, kind] of kinds) {
    for (const node of all(type)) {
      const name = childAt(node, 'name');
      if (name) bind(blockAround(node), textOf(name), { kind, node });
    }
  }
  // A name of its own is seen inside alone.
  for (const node of all('class')) {
    const name = childAt(node, 'name');
    if (name) bind(node, textOf(name), { kind: 'class', node });
  }
}

function bindVariables(all: All, bind: Bind): void {
  for (const node of all('variable_declarator')) {
    const [name, value] = [childAt(node, 'name'), childAt(node, 'value')];
    const scope = node.parent?.type === 'variable_declaration' ? functionAround(node) : blockAround(node);
    for (const target of name ? bindPattern(name) : []) {
      const { path, fallback } = target;
      bind(scope, target.name, value ? { kind: 'value', value, path, fallback } : { kind: 'declared' });
    }
  }
  for (const loop of all('for_in_statement')) {
    const left = childAt(loop, 'left');
    for (const target of left ? bindPattern(left) : []) bind(loop, target.name, { kind: 'item', loop });
  }
  for (const node of all('catch_clause')) {
    const parameter = childAt(node, 'parameter');
    for (const target of parameter ? bindPattern(parameter) : []) bind(node, target.name, { kind: 'declared' });
  }
}

function bindParameters(fn: SyntaxNode, bind: Bind): void {
  for (const parameter of parametersOf(fn)) {
    for (const target of bindPattern(parameter)) {
      bind(fn, target.name, { kind: 'parameter', fn, fallback: target.fallback });
    }
  }
}

/** The parameters as patterns, in order. */
export function parametersOf(fn: SyntaxNode): readonly SyntaxNode[] {
  const single = childAt(fn, 'parameter');
  return single ? [single] : (childAt(fn, 'parameters')?.children ?? []);
}

function bindImport(node: SyntaxNode, root: SyntaxNode, bind: Bind): void {
  const from = childAt(node, 'source');
  const clause = node.children.find((child) => child.type === 'import_clause');
  if (from === undefined || clause === undefined) return;
  const source = decodeString(from);
  for (const part of clause.children) {
    if (part.type === 'identifier') bind(root, textOf(part), { kind: 'import', source, name: 'default' });
    const space = part.type === 'namespace_import' ? part.children[0] : undefined;
    if (space) bind(root, textOf(space), { kind: 'import', source, name: '*' });
    for (const specifier of part.type === 'named_imports' ? part.children : []) {
      const name = childAt(specifier, 'name');
      if (name === undefined) continue;
      const local = childAt(specifier, 'alias') ?? name;
      bind(root, textOf(local), { kind: 'import', source, name: specifierName(name) });
    }
  }
}

/** `a` or `"a b"` */
export function specifierName(node: SyntaxNode): string {
  return node.type === 'string' ? decodeString(node) : textOf(node);
}

/** A variable that gets its value later: `let x; … x = value`. */
function bindAssignments(nodes: readonly SyntaxNode[], module: Module, bind: Bind): void {
  for (const node of nodes) {
    const [left, value] = [childAt(node, 'left'), childAt(node, 'right')];
    if (left?.type !== 'identifier' || value === undefined) continue;
    const name = textOf(left);
    const found = lookUp(module, left, name);
    if (found?.bindings.some(({ kind }) => kind === 'declared' || kind === 'value'))
      bind(found.scope, name, { kind: 'value', value, path: [], fallback: undefined });
  }
}

export interface Found {
  scope: SyntaxNode;
  bindings: readonly Binding[];
}

/** The nearest scope around a node that binds a name; undefined for a global. */
export function lookUp(module: Module, node: SyntaxNode, name: string): Found | undefined {
  for (let scope: SyntaxNode | undefined = node; scope !== undefined; scope = scope.parent) {
    const bindings = module.scopes.get(scope)?.get(name);
    if (bindings) return { scope, bindings };
  }
  return undefined;
}

function blockAround(node: SyntaxNode): SyntaxNode {
  for (const { ancestor } of ancestorsOf(node)) if (blockTypes.has(ancestor.type)) return ancestor;
  return node;
}

function functionAround(node: SyntaxNode): SyntaxNode {
  let last = node;
  for (const { ancestor } of ancestorsOf(node)) {
    if (functionTypes.has(ancestor.type)) return ancestor;
    last = ancestor;
  }
  return last;
}
