/** Calls of a repository's own function that registers what it is given, through functions that hand on to it. */
import { ancestorsOf, childAt, type ParsedSource, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { type Call, calledName, readCall } from './call.ts';
import { childOf, partsOf } from './project.ts';

export interface WrapperUse {
  node: SyntaxNode;
  /** What the function's parameters are given, by name. */
  given: ReadonlyMap<string, SyntaxNode>;
  /** What its type parameter is given. */
  type: SyntaxNode | undefined;
  lambda: SyntaxNode | undefined;
}

const maxUses = 500;
const maxDepth = 4;

export function enclosingFunction(node: SyntaxNode): SyntaxNode | undefined {
  return [...ancestorsOf(node)].find(({ ancestor }) => ancestor.type === 'function_declaration')?.ancestor;
}

export function typeParameterOf(fn: SyntaxNode): string | undefined {
  const name = childOf(childOf(childOf(fn, 'type_parameters'), 'type_parameter'), 'identifier');
  return name && textOf(name);
}

export function usesOf(files: readonly ParsedSource[], fn: SyntaxNode): WrapperUse[] {
  const found = new Map<SyntaxNode, WrapperUse>();
  collect(files, fn, new Set(), found, 0);
  return [...found.values()];
}

function collect(
  files: readonly ParsedSource[],
  fn: SyntaxNode,
  open: Set<SyntaxNode>,
  found: Map<SyntaxNode, WrapperUse>,
  depth: number,
): void {
  if (depth > maxDepth || open.has(fn)) return;
  open.add(fn);
  const name = textOf(childAt(fn, 'name') ?? fn).slice(0, 200);
  for (const call of files.flatMap(({ byType }) => byType.get('call_expression') ?? [])) {
    const use = isOuter(call) ? readUse(fn, name, call) : undefined;
    if (use === undefined || found.size >= maxUses) continue;
    const around = enclosingFunction(call);
    if (around === undefined || !handsOn(around, use)) found.set(call, use);
    else handOn(files, around, use, open, found, depth);
  }
}

/** The call without its lambda is part of the one with it. */
function isOuter(node: SyntaxNode): boolean {
  const { parent } = node;
  const inner =
    parent?.type === 'call_expression' &&
    childOf(parent, 'annotated_lambda') !== undefined &&
    partsOf(parent)[0] === node;
  return !inner;
}

/** Of several functions of one name the one with as many type parameters and no fewer parameters. */
function readUse(fn: SyntaxNode, name: string, node: SyntaxNode): WrapperUse | undefined {
  const call = readCall(node);
  if (call === undefined || calledName(call) !== name) return undefined;
  const type = typeArgumentOf(call);
  const parameters = parametersOf(fn);
  if ((type === undefined) !== (typeParameterOf(fn) === undefined)) return undefined;
  if (call.positional.length + (call.lambda ? 1 : 0) + call.named.size > parameters.length) return undefined;
  const given = new Map(call.named);
  for (const [index, value] of call.positional.entries()) {
    const parameter = parameters[index];
    if (parameter !== undefined) given.set(parameter, value);
  }
  return { node, given, type, lambda: call.lambda };
}

function typeArgumentOf({ node, callee }: Call): SyntaxNode | undefined {
  const list = childOf(node, 'type_arguments') ?? childOf(callee.parent, 'type_arguments');
  return partsOf(partsOf(list)[0])[0];
}

function parametersOf(fn: SyntaxNode): string[] {
  const list = partsOf(childOf(fn, 'function_value_parameters')).filter((child) => child.type === 'parameter');
  return list.map((parameter) => textOf(partsOf(parameter)[0] ?? parameter).slice(0, 200));
}

function handsOn(around: SyntaxNode, { type, given }: WrapperUse): boolean {
  if (type && textOf(type) === typeParameterOf(around)) return true;
  const parameters = new Set(parametersOf(around));
  return [...given.values()].some((value) => value.type === 'identifier' && parameters.has(textOf(value)));
}

function handOn(
  files: readonly ParsedSource[],
  around: SyntaxNode,
  use: WrapperUse,
  open: Set<SyntaxNode>,
  found: Map<SyntaxNode, WrapperUse>,
  depth: number,
): void {
  const outer = new Map<SyntaxNode, WrapperUse>();
  collect(files, around, open, outer, depth + 1);
  for (const [node, one] of outer) {
    const given = [...use.given].map(([name, value]) => [name, one.given.get(textOf(value)) ?? value] as const);
    const fresh = { node, given: new Map(given), type: one.type ?? use.type, lambda: one.lambda ?? use.lambda };
    if (!found.has(node)) found.set(node, fresh);
  }
}
