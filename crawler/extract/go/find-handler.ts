/** The function behind a tool: given beside it to the call that registers, in the struct around it, or returned with it. */
import { childAt, descend, type SyntaxNode, textOf } from '../syntax-tree.ts';
import type { CallSites } from './call-sites.ts';
import { callArguments, resolveCallee } from './evaluate-call.ts';
import { climb, isHandedOn } from './handed-on.ts';
import type { Project } from './project.ts';
import {
  enclosingDeclaration,
  enclosingFunction,
  isFunction,
  type Placed,
  resolveName,
  resolveSelector,
  type Scope,
} from './scope.ts';

const maxDepth = 6;
const maxUses = 20;
const handlerKey = /handler|^(func|fn|run|execute|call)$/i;

export function findHandler(project: Project, sites: CallSites, at: Placed, depth = 0): Placed | undefined {
  if (depth > maxDepth) return undefined;
  const { scope } = at;
  const node = climb(at.node);
  const parent = node.parent;
  if (parent === undefined) return undefined;
  const among = (nodes: readonly (SyntaxNode | undefined)[]) => firstFunction(project, nodes, { node, scope });
  if (parent.type === 'argument_list') return among(parent.children.toReversed());
  if (parent.type === 'keyed_element') {
    const keyed = (parent.parent?.children ?? []).filter((one) =>
      handlerKey.test(textOf(childAt(one, 'key') ?? one).slice(0, 40)),
    );
    const literal = parent.parent?.parent;
    return (
      among(keyed.map((one) => childAt(one, 'value')?.children[0])) ??
      (literal && findHandler(project, sites, { node: literal, scope }, depth + 1))
    );
  }
  if (parent.type === 'literal_value') return among(parent.children.map((one) => one.children[0]));
  if (parent.type !== 'expression_list') return undefined;
  if (parent.parent?.type === 'return_statement') {
    const declaration = enclosingDeclaration(node);
    // Of a helper that one call is followed into, that call alone.
    const followed = scope.given?.fn === declaration ? scope.given?.call : undefined;
    const uses = followed ? [followed] : declaration ? sites.of(declaration) : [];
    return among(parent.children) ?? firstOf(uses, (use) => findHandler(project, sites, use, depth + 1));
  }
  return followVariable(project, sites, { node, scope }, depth);
}

/** Of a loop over structs that are written out, the function in the one whose turn it is. */
export function handlerOfTurn(project: Project, scope: Scope): Placed | undefined {
  const item = [...(scope.turns?.values() ?? [])].at(-1)?.value;
  const literal = item?.node.type === 'unary_expression' ? childAt(item.node, 'operand') : item?.node;
  const body = literal?.type === 'composite_literal' ? childAt(literal, 'body') : literal;
  if (item === undefined || body?.type !== 'literal_value') return undefined;
  const keyed = body.children.filter((one) => handlerKey.test(textOf(childAt(one, 'key') ?? one).slice(0, 40)));
  return firstFunction(
    project,
    keyed.map((one) => childAt(one, 'value')?.children[0]),
    { node: body, scope: item.scope },
  );
}

/** `tool := …` first, `AddTool(tool, handler)` or `return tool, handler` after. */
function followVariable(
  project: Project,
  sites: CallSites,
  { node, scope }: Placed,
  depth: number,
): Placed | undefined {
  return firstOf(usesOf(sites, { node, scope }), (use) => findHandler(project, sites, use, depth + 1));
}

/** The variable that an expression is given to. */
export function variableOf(expression: SyntaxNode): SyntaxNode | undefined {
  const { parent } = climb(expression);
  const assigned = parent?.type === 'expression_list' ? parent.parent : undefined;
  const left = childAt(assigned, 'left') ?? childAt(assigned, 'name');
  return left?.type === 'expression_list' ? left.children[0] : left;
}

/** Where the variable that holds an expression is handed on: in its function, or wherever the one of a package is named. */
export function usesOf(sites: CallSites, { node: expression, scope }: Placed): Placed[] {
  const node = climb(expression);
  const fn = enclosingFunction(node);
  const name = variableOf(node);
  if (name === undefined) return [];
  if (fn === undefined) return sites.handedOn(textOf(name), node).slice(0, maxUses);
  const isUse = (one: SyntaxNode) =>
    one.type === 'identifier' && one.start > node.end && textOf(one) === textOf(name) && isHandedOn(one);
  return [...descend(fn)]
    .filter(isUse)
    .slice(0, maxUses)
    .map((use) => ({ node: use, scope }));
}

function firstFunction(
  project: Project,
  nodes: readonly (SyntaxNode | undefined)[],
  { node, scope }: Placed,
): Placed | undefined {
  return firstOf(
    nodes.filter((one) => one !== node),
    (one) => one && resolveFunction(project, { node: one, scope }),
  );
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The function that an expression stands for; of a wrapper's call, the function it makes or is given. */
export function resolveFunction(project: Project, { node, scope }: Placed, depth = 0): Placed | undefined {
  if (depth > maxDepth || !project.step()) return undefined;
  if (isFunction(node)) return { node, scope };
  if (node.type === 'call_expression') {
    const made = resolveCallee(project, node, scope);
    const inner = made && returnedFunction(made.node);
    if (made && inner) return { node: inner, scope: made.scope };
    return firstOf(callArguments(node), (one) => resolveFunction(project, { node: one, scope }, depth + 1));
  }
  if (node.type !== 'identifier' && node.type !== 'selector_expression') return undefined;
  const meaning =
    node.type === 'identifier' ? resolveName(project, node, scope) : resolveSelector(project, node, scope);
  if (meaning?.kind === 'function') return meaning.at;
  return meaning?.kind === 'value' ? resolveFunction(project, meaning.at, depth + 1) : undefined;
}

function returnedFunction(fn: SyntaxNode): SyntaxNode | undefined {
  const body = childAt(fn, 'body');
  if (body === undefined) return undefined;
  for (const node of descend(body, (one) => !isFunction(one)))
    if (node.type === 'func_literal' && node.parent?.parent?.type === 'return_statement') return node;
  return undefined;
}
