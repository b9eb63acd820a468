/** Under which conditions a statement is reached: the `if`s around it, and the early returns before it, as they are written. */
import { ancestorsOf, childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';

const maxLength = 160;
const maxConditions = 6;
// True in every run as a program, and in every run at all.
const notConditions = /^(__name__\s*==\s*['"]__main__['"]|(typing\.)?TYPE_CHECKING|True|1)$/;

/** Outermost first, within the module; a function around it is entered as if called. */
export function conditionsAt(node: SyntaxNode): string[] {
  const conditions: string[] = [];
  for (const { ancestor, from } of ancestorsOf(node)) {
    if (ancestor.type === 'if_statement') conditions.unshift(...branchConditions(ancestor, from));
    if (ancestor.type === 'elif_clause' && from.field === 'consequence')
      conditions.unshift(...written(childAt(ancestor, 'condition')));
    if (ancestor.type === 'conditional_expression' && from === ancestor.children[0])
      conditions.unshift(...written(ancestor.children[1]));
    if (ancestor.type === 'block') conditions.unshift(...earlyReturns(ancestor, from));
  }
  return [...new Set(conditions)].slice(0, maxConditions);
}

function branchConditions(statement: SyntaxNode, from: SyntaxNode): string[] {
  if (from.field === 'consequence') return written(childAt(statement, 'condition'));
  if (from.field !== 'alternative') return [];
  const before = statement.children.slice(0, statement.children.indexOf(from));
  const refused = [
    childAt(statement, 'condition'),
    ...before.filter((child) => child.type === 'elif_clause').map((child) => childAt(child, 'condition')),
  ];
  return refused.flatMap((condition) => written(condition).map(negate));
}

/** `if not enabled: return` before a statement of the same block. */
function earlyReturns(block: SyntaxNode, from: SyntaxNode): string[] {
  const found: string[] = [];
  for (const statement of block.children) {
    if (statement === from) break;
    if (statement.type !== 'if_statement' || childAt(statement, 'alternative')) continue;
    const last = childAt(statement, 'consequence')?.children.at(-1)?.type;
    if (last === 'return_statement' || last === 'continue_statement') {
      found.push(...written(childAt(statement, 'condition')).map(negate));
    }
  }
  return found;
}

function written(condition: SyntaxNode | undefined): string[] {
  const text = condition === undefined ? '' : textOf(condition).replace(/\s+/g, ' ').trim();
  if (text === '' || notConditions.test(text)) return [];
  return [text.length > maxLength ? `${text.slice(0, maxLength)}…` : text];
}

function negate(condition: string): string {
  const positive = /^not ([\w.]+|[\w.]+\([^()]*\))$/.exec(condition)?.[1];
  return positive ?? `not (${condition})`;
}
