/**
 * Under which conditions a statement is reached, as they are written: the `if`s around it and the early returns before it. For
 * grammars whose `if_statement` has the fields condition, consequence and alternative (Go, Java, C#).
 */
import { ancestorsOf, childAt, type SyntaxNode, textOf } from './syntax-tree.ts';

const maxLength = 160;
const maxConditions = 6;
const blocks = new Set(['block', 'statement_list']);
const leaving = new Set(['return_statement', 'continue_statement']);

/** Outermost first, up to the function around it. */
export function branchConditions(node: SyntaxNode, isFunction: (node: SyntaxNode) => boolean): string[] {
  const conditions: string[] = [];
  for (const { ancestor, from } of ancestorsOf(node)) {
    if (isFunction(ancestor)) break;
    if (ancestor.type === 'if_statement') {
      const condition = written(childAt(ancestor, 'condition'));
      if (from.field === 'consequence') conditions.unshift(...condition);
      if (from.field === 'alternative') conditions.unshift(...condition.map(negate));
    }
    if (blocks.has(ancestor.type)) conditions.unshift(...earlyReturns(ancestor, from));
  }
  return [...new Set(conditions)].slice(0, maxConditions);
}

function earlyReturns(block: SyntaxNode, from: SyntaxNode): string[] {
  const before = block.children.slice(0, Math.max(0, block.children.indexOf(from)));
  return before
    .filter((statement) => statement.type === 'if_statement' && leavesAtOnce(statement))
    .flatMap((statement) => written(childAt(statement, 'condition')).map(negate));
}

/** Its block is a plain `return`, not one that hands on an error. */
function leavesAtOnce(statement: SyntaxNode): boolean {
  if (childAt(statement, 'alternative')) return false;
  let last = childAt(statement, 'consequence');
  while (last && blocks.has(last.type)) last = last.children.at(-1);
  return last !== undefined && leaving.has(last.type) && !/\berr\b/.test(textOf(statement).slice(0, 2000));
}

function written(condition: SyntaxNode | undefined): string[] {
  const text =
    condition === undefined
      ? ''
      : textOf(condition)
          .slice(0, 4 * maxLength)
          .replace(/\s+/g, ' ')
          .trim();
  const bare = /^\(([^()]*)\)$/.exec(text)?.[1] ?? text;
  if (bare === '' || bare === 'true') return [];
  return [bare.length > maxLength ? `${bare.slice(0, maxLength)}…` : bare];
}

function negate(condition: string): string {
  const positive = /^!([\w.]+|[\w.]+\([^()]*\))$/.exec(condition)?.[1];
  return positive ?? `!(${condition})`;
}
