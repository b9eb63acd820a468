import { ancestorsOf, childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';

const maxLength = 160;

/** The conditions of the `if`s around a statement, outermost first, up to the function around it. */
export function conditionsAt(node: SyntaxNode): string[] {
  const found: string[] = [];
  for (const { ancestor, from } of ancestorsOf(node)) {
    if (ancestor.type === 'function_declaration') break;
    const condition = ancestor.type === 'if_expression' ? childAt(ancestor, 'condition') : undefined;
    if (condition === undefined || from === condition) continue;
    const text = textOf(condition).replace(/\s+/g, ' ').slice(0, maxLength);
    const branches = ancestor.children.filter((child) => child !== condition);
    found.unshift(branches.indexOf(from) > 0 ? `!(${text})` : text);
  }
  return found;
}
