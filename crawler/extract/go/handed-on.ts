/** Where an expression is handed on: to a call, into a list or a struct, back to a caller. */
import type { SyntaxNode } from '../syntax-tree.ts';

/** The expression with its `&` and brackets. */
export function climb(node: SyntaxNode): SyntaxNode {
  let top = node;
  while (top.parent && /^(unary_expression|literal_element|parenthesized_expression)$/.test(top.parent.type))
    top = top.parent;
  return top;
}

export function isHandedOn(use: SyntaxNode): boolean {
  const { parent } = climb(use);
  return (
    /^(argument_list|keyed_element|literal_value)$/.test(parent?.type ?? '') ||
    parent?.parent?.type === 'return_statement'
  );
}
