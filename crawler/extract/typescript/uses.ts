/** Where a function of the source is mentioned: called, handed on, or read off an object. */
import { ancestorsOf, childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import type { Project } from './project.ts';
import { isClass, lookUp, type Module } from './scope.ts';

export interface Use {
  node: SyntaxNode;
  module: Module;
}

const maxUses = 400;
const maxNames = 12;

export interface Named {
  name: string;
  /** The function, or the class that it constructs. */
  node: SyntaxNode;
  isMember: boolean;
}

/** The name that others know a function by; undefined for one that is written where it is used. */
export function nameOf(fn: SyntaxNode): Named | undefined {
  if (fn.type === 'method_definition') {
    const key = childAt(fn, 'name');
    if (key === undefined) return undefined;
    const owner = [...ancestorsOf(fn)].find(({ ancestor }) => isClass(ancestor))?.ancestor;
    const ownerName = owner && (childAt(owner, 'name') ?? declaredName(owner));
    if (textOf(key) === 'constructor')
      return owner && ownerName ? { name: textOf(ownerName), node: owner, isMember: false } : undefined;
    return { name: textOf(key), node: fn, isMember: true };
  }
  const own = childAt(fn, 'name');
  if (own && fn.type.endsWith('_declaration')) return { name: textOf(own), node: fn, isMember: false };
  const parent = fn.parent;
  const variable = declaredName(fn);
  if (variable) return { name: textOf(variable), node: fn, isMember: false };
  const key = parent?.type === 'pair' ? childAt(parent, 'key') : undefined;
  const field =
    parent && /field_definition$/.test(parent.type)
      ? (childAt(parent, 'name') ?? childAt(parent, 'property'))
      : undefined;
  const assigned =
    parent?.type === 'assignment_expression' && fn.field === 'right'
      ? childAt(childAt(parent, 'left'), 'property')
      : undefined;
  const member = key ?? field ?? assigned;
  return member && { name: textOf(member).replace(/^['"]|['"]$/g, ''), node: fn, isMember: true };
}

function declaredName(node: SyntaxNode): SyntaxNode | undefined {
  const name = node.parent?.type === 'variable_declarator' ? childAt(node.parent, 'name') : undefined;
  return name?.type === 'identifier' ? name : undefined;
}

/** Mentions of a name as code, in the files that hold it; imports, exports and the definition itself are none. */
export function findUses(project: Project, module: Module, fn: SyntaxNode): Use[] {
  const named = nameOf(fn);
  if (named === undefined) return [];
  if (named.isMember) return findMemberUses(project, module, fn, named);
  const uses = namesInUse(project, module, named.name).flatMap((name) => {
    const modules = name.length > 3 ? project.modulesMentioning(name) : shortNamed(project, module);
    return usesIn(modules, module, name, named);
  });
  const plain = uses.filter((use) => isPlainMention(use, module));
  return plain.length > 0 ? plain : uses;
}

const loadsModule = /\brequire\s*\(|\bimport\s*\(/;

/** Through its own name, an import, or an object that may hold the exports of a file; `x.name` of any other may be anything. */
function isPlainMention({ node, module }: Use, home: Module): boolean {
  const parent = node.parent;
  if (parent?.type !== 'member_expression' || node.field !== 'property') {
    if (node.type === 'property_identifier') return false;
    return module === home || isLoaded(module, node, loadsModule);
  }
  const object = childAt(parent, 'object');
  if (object?.type !== 'identifier') return false;
  return /^(module|exports)$/.test(textOf(object)) || isLoaded(module, object, /\brequire\s*\(|\bimport\s*\(|^\{/);
}

function isLoaded(module: Module, at: SyntaxNode, by: RegExp): boolean {
  return (lookUp(module, at, textOf(at))?.bindings ?? []).some(
    (binding) =>
      binding.kind === 'import' || (binding.kind === 'value' && by.test(textOf(binding.value).slice(0, 300))),
  );
}

/** A method's name may be a common one: files that name its class as well come first. */
function findMemberUses(project: Project, module: Module, fn: SyntaxNode, named: Named): Use[] {
  if (named.name.startsWith('#')) return usesIn([module], module, named.name, named);
  const owner = [...ancestorsOf(fn)].find(({ ancestor }) => isClass(ancestor))?.ancestor;
  const ownerName = owner && (childAt(owner, 'name') ?? declaredName(owner));
  const near = ownerName ? project.modulesMentioning(`.${named.name}`, textOf(ownerName)) : [];
  const found = usesIn([...new Set([module, ...near])], module, named.name, named);
  return found.length > 0 ? found : usesIn(project.modulesMentioning(`.${named.name}`), module, named.name, named);
}

function usesIn(modules: readonly Module[], home: Module, name: string, named: Named): Use[] {
  const uses: Use[] = [];
  for (const module of modules) {
    for (const node of mentionsOf(module).get(name) ?? []) {
      if (uses.length >= maxUses) return uses;
      if (!isInside(node, named.node) && refersTo(module, home, node, name, named)) uses.push({ node, module });
    }
  }
  return uses;
}

/** A name of a letter or two, as minifiers give, is looked for in its own file and in those that import it. */
function shortNamed(project: Project, module: Module): Module[] {
  const file = (module.path.split('/').at(-1) ?? '').replace(/\.[cm]?[jt]sx?$/, '');
  return [...new Set([module, ...project.modulesMentioning(`/${file}`)])];
}

function refersTo(at: Module, home: Module, node: SyntaxNode, name: string, named: Named): boolean {
  if (node.type !== 'identifier' && node.type !== 'shorthand_property_identifier')
    return named.isMember || name.length > 3;
  if (named.isMember) return false;
  const found = lookUp(at, node, name);
  if (found === undefined) return false;
  if (at !== home) return found.bindings.some(({ kind }) => kind === 'import' || kind === 'value');
  return found.bindings.some((binding) =>
    binding.kind === 'value' ? binding.value === named.node : 'node' in binding && binding.node === named.node,
  );
}

/** A name and those that imports and exports rename it to. */
function namesInUse(project: Project, home: Module, name: string): string[] {
  const names = [name];
  for (let index = 0; index < names.length && names.length < maxNames; index++) {
    const from = names[index] ?? name;
    for (const module of from.length > 3 ? project.modulesMentioning(from) : shortNamed(project, home)) {
      for (const alias of aliasesIn(module).get(from) ?? []) if (!names.includes(alias)) names.push(alias);
    }
  }
  return names.slice(0, maxNames);
}

const aliases = new WeakMap<Module, Map<string, string[]>>();

function aliasesIn(module: Module): ReadonlyMap<string, readonly string[]> {
  const known = aliases.get(module);
  if (known) return known;
  const found = new Map<string, string[]>();
  for (const type of ['import_specifier', 'export_specifier']) {
    for (const specifier of module.parsed.byType.get(type) ?? []) {
      const [name, alias] = [childAt(specifier, 'name'), childAt(specifier, 'alias')];
      if (name === undefined || alias === undefined) continue;
      const alike = found.get(textOf(name));
      if (alike) alike.push(textOf(alias));
      else found.set(textOf(name), [textOf(alias)]);
    }
  }
  aliases.set(module, found);
  return found;
}

const mentions = new WeakMap<Module, Map<string, SyntaxNode[]>>();

function mentionsOf(module: Module): ReadonlyMap<string, readonly SyntaxNode[]> {
  const known = mentions.get(module);
  if (known) return known;
  const found = new Map<string, SyntaxNode[]>();
  for (const type of [
    'identifier',
    'shorthand_property_identifier',
    'property_identifier',
    'private_property_identifier',
  ]) {
    for (const node of module.parsed.byType.get(type) ?? []) {
      if (isDefinition(node)) continue;
      const name = textOf(node);
      const alike = found.get(name);
      if (alike) alike.push(node);
      else found.set(name, [node]);
    }
  }
  mentions.set(module, found);
  return found;
}

const definitions =
  /_(declaration|declarator|definition|clause|specifier|import|export|parameter)$|^(function_expression|class|import_clause|pair|enum_assignment|formal_parameters)$/;

function isDefinition(node: SyntaxNode): boolean {
  const parent = node.parent;
  if (parent === undefined) return true;
  if (parent.type === 'pair') return node.field === 'key';
  if (parent.type === 'variable_declarator' || parent.type === 'class_heritage') return node.field === 'name';
  if (/field_definition$/.test(parent.type)) return node.field !== 'value';
  if (parent.type === 'extends_clause') return false;
  if (parent.type === 'assignment_expression' || parent.type === 'member_expression') return isAssigned(node, parent);
  return definitions.test(parent.type) && node.field !== 'value';
}

/** `exports.name = …`: the name is given, not used. */
function isAssigned(node: SyntaxNode, parent: SyntaxNode): boolean {
  const target = parent.type === 'member_expression' && node.field === 'property' ? parent : undefined;
  const isExport = /^(module\.)?exports\./.test(textOf(target ?? parent).slice(0, 200));
  if (target) return target.field === 'left' && target.parent?.type === 'assignment_expression';
  // The right side of `exports.name = name`, which compilers write for every export.
  return parent.type === 'assignment_expression' && node.field === 'right' && isExport;
}

function isInside(node: SyntaxNode, container: SyntaxNode): boolean {
  return node.source === container.source && node.start >= container.start && node.end <= container.end;
}
