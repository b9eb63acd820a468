/** A call as it is written: what is called, what it is given by place and by name, and the lambda behind it. */
import { type SyntaxNode, textOf } from '../syntax-tree.ts';
import { childOf, partsOf } from './project.ts';

export interface Call {
  node: SyntaxNode;
  callee: SyntaxNode;
  positional: readonly SyntaxNode[];
  named: ReadonlyMap<string, SyntaxNode>;
  lambda: SyntaxNode | undefined;
}

/** `f(a, b = c) { … }` is a call whose callee is a call; both are read as one. */
export function readCall(node: SyntaxNode): Call | undefined {
  if (node.type !== 'call_expression' && node.type !== 'constructor_invocation') return undefined;
  const lambda = childOf(childOf(node, 'annotated_lambda'), 'lambda_literal');
  const [first] = partsOf(node);
  if (first === undefined) return undefined;
  const inner =
    lambda && first.type === 'call_expression' && childOf(first, 'value_arguments') ? readCall(first) : undefined;
  if (inner) return { ...inner, node, lambda };
  return { node, callee: first, lambda, ...readArguments(childOf(node, 'value_arguments')) };
}

function readArguments(list: SyntaxNode | undefined): Pick<Call, 'positional' | 'named'> {
  const positional: SyntaxNode[] = [];
  const named = new Map<string, SyntaxNode>();
  for (const argument of partsOf(list)) {
    const [first, second] = partsOf(argument);
    if (first && second) named.set(textOf(first).slice(0, 200), second);
    else if (first) positional.push(first);
  }
  return { positional, named };
}

/** The last word of what is called. */
export function calledName({ callee }: Call): string {
  const last = callee.type === 'navigation_expression' ? partsOf(callee).at(-1) : callee;
  return last
    ? textOf(last)
        .slice(-200)
        .replace(/<[\s\S]*/, '')
    : '';
}
