/** What a file gives to others, in the form of ES modules or of CommonJS. */
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { bindPattern } from './pattern.ts';
import { type Module, specifierName } from './scope.ts';
import { decodeString } from './string-literal.ts';

export type Export =
  /** A name of the file's own. */
  { kind: 'name'; name: string } | { kind: 'node'; node: SyntaxNode } | { kind: 'from'; source: string; name: string };

export interface Exports {
  names: ReadonlyMap<string, Export>;
  /** Files whose exports it passes on. */
  stars: readonly string[];
  /** `module.exports = …` */
  whole: SyntaxNode | undefined;
}

const known = new WeakMap<Module, Exports>();

export function exportsOf(module: Module): Exports {
  const found = known.get(module);
  if (found) return found;
  const names = new Map<string, Export>();
  const stars: string[] = [];
  for (const node of module.parsed.byType.get('export_statement') ?? []) readStatement(node, names, stars);
  const whole = readCommonJs(module, names, stars);
  const exports = { names, stars, whole };
  known.set(module, exports);
  return exports;
}

function readStatement(node: SyntaxNode, names: Map<string, Export>, stars: string[]): void {
  const [from, value, declaration] = [childAt(node, 'source'), childAt(node, 'value'), childAt(node, 'declaration')];
  const source = from && decodeString(from);
  const isDefault = /^export\s+default\b/.test(node.source.text.slice(node.start, node.start + 40));
  if (value) names.set('default', { kind: 'node', node: value });
  if (declaration) readDeclaration(declaration, isDefault, names);
  for (const child of node.children) {
    const space = child.type === 'namespace_export' ? child.children[0] : undefined;
    if (space && source !== undefined) names.set(specifierName(space), { kind: 'from', source, name: '*' });
    for (const specifier of child.type === 'export_clause' ? child.children : []) {
      const name = childAt(specifier, 'name');
      if (name === undefined) continue;
      const own = specifierName(name);
      const alias = childAt(specifier, 'alias');
      const target: Export = source === undefined ? { kind: 'name', name: own } : { kind: 'from', source, name: own };
      names.set(alias ? specifierName(alias) : own, target);
    }
  }
  if (source !== undefined && node.children.every((child) => child === from)) stars.push(source);
}

function readDeclaration(declaration: SyntaxNode, isDefault: boolean, names: Map<string, Export>): void {
  const name = childAt(declaration, 'name');
  if (isDefault) names.set('default', { kind: 'node', node: declaration });
  else if (name) names.set(textOf(name), { kind: 'name', name: textOf(name) });
  for (const declarator of declaration.children) {
    const pattern = declarator.type === 'variable_declarator' ? childAt(declarator, 'name') : undefined;
    for (const target of pattern ? bindPattern(pattern) : []) {
      names.set(target.name, { kind: 'name', name: target.name });
    }
  }
}

/** `exports.a = …`, `module.exports = …`, and what compilers write: `__exportStar`, `defineProperty(exports, …)`. */
function readCommonJs(module: Module, names: Map<string, Export>, stars: string[]): SyntaxNode | undefined {
  let whole: SyntaxNode | undefined;
  for (const node of module.parsed.byType.get('assignment_expression') ?? []) {
    const [left, right] = [childAt(node, 'left'), childAt(node, 'right')];
    if (left?.type !== 'member_expression' || right === undefined || left.end - left.start > 200) continue;
    const path = textOf(left);
    if (path === 'module.exports') whole = right;
    const name = /^(?:module\.)?exports\.([\w$]+)$/.exec(path)?.[1];
    // Compilers first set every name to nothing: `exports.a = exports.b = void 0`.
    if (name !== undefined && right.type !== 'assignment_expression' && right.type !== 'unary_expression')
      names.set(name, { kind: 'node', node: right });
  }
  for (const call of module.parsed.byType.get('call_expression') ?? []) {
    const callee = childAt(call, 'function');
    if (callee === undefined || callee.end - callee.start > 60) continue;
    const name = textOf(callee);
    const args = childAt(call, 'arguments')?.children ?? [];
    if (/(^|\.)__exportStar$/.test(name)) {
      const source = args[0] && requiredAddress(args[0]);
      if (source !== undefined) stars.push(source);
    }
    if (name !== 'Object.defineProperty' || args[0] === undefined || textOf(args[0]) !== 'exports') continue;
    const [, key, descriptor] = args;
    if (key?.type === 'string' && descriptor) readGetter(decodeString(key), descriptor, names);
  }
  return whole;
}

function readGetter(key: string, descriptor: SyntaxNode, names: Map<string, Export>): void {
  const get = descriptor.children.find((child) => textOf(childAt(child, 'key') ?? child) === 'get');
  const body = get && childAt(childAt(get, 'value'), 'body');
  const returned = body?.children.find((child) => child.type === 'return_statement')?.children[0];
  if (returned) names.set(key, { kind: 'node', node: returned });
}

/** The address of `require("…")`. */
export function requiredAddress(call: SyntaxNode): string | undefined {
  const callee = childAt(call, 'function');
  const [address] = childAt(call, 'arguments')?.children ?? [];
  const isRequire = callee !== undefined && (textOf(callee) === 'require' || callee.type === 'import');
  return isRequire && address?.type === 'string' ? decodeString(address) : undefined;
}
