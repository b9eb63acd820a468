/** The options given to a call, one by one: spread slices, `append`, variables and helpers of the repository opened up. */
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { callArguments, givenScope, onlyReturn, resolveCallee } from './evaluate-call.ts';
import type { Project } from './project.ts';
import { type Placed, resolveName, resolveSelector } from './scope.ts';

const maxDepth = 12;
const maxOptions = 500;

export interface Options {
  calls: Placed[];
  /** Something among them could not be opened. */
  exact: boolean;
}

export function expandOptions(project: Project, nodes: readonly Placed[]): Options {
  const found: Options = { calls: [], exact: true };
  const stack = nodes.map((at) => ({ at, depth: 0 })).toReversed();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { at, depth } = next;
    const opened = depth < maxDepth && project.step() ? openOption(project, at) : undefined;
    if (opened === undefined && at.node.type === 'call_expression') found.calls.push(at);
    else if (opened === undefined) found.exact = false;
    else stack.push(...opened.map((inner) => ({ at: inner, depth: depth + 1 })).toReversed());
    if (found.calls.length >= maxOptions || stack.length > maxOptions) return { ...found, exact: false };
  }
  return found;
}

/** What an expression stands for, one level down; undefined for an option itself, and for what cannot be opened. */
function openOption(project: Project, { node, scope }: Placed): Placed[] | undefined {
  const place = (nodes: readonly SyntaxNode[]) => nodes.map((inner) => ({ node: inner, scope }));
  if (/^(variadic_argument|literal_element|parenthesized_expression)$/.test(node.type))
    return place(node.children.slice(0, 1));
  if (node.type === 'composite_literal') return place(childAt(node, 'body')?.children ?? []);
  if (node.type === 'call_expression') {
    const args = callArguments(node);
    if (textOf(childAt(node, 'function') ?? node) === 'append') return place(args);
    const fn = resolveCallee(project, node, scope);
    const returned = fn && onlyReturn(fn.node);
    const isOpen = fn && returned && returned.type !== 'func_literal';
    return isOpen ? [{ node: returned, scope: givenScope(fn, args, scope) }] : undefined;
  }
  const meaning =
    node.type === 'identifier'
      ? resolveName(project, node, scope)
      : node.type === 'selector_expression'
        ? resolveSelector(project, node, scope)
        : undefined;
  return meaning?.kind === 'value' && !meaning.changed ? [meaning.at] : undefined;
}
