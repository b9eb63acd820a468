/** With which value of an argument a place in a handler is reached: inside `if action == "delete"`, or in a `case`. */
import type { Selector } from '../../../../schema/verdict.ts';
import { chooseSelectors } from '../../choose-selectors.ts';
import { ancestorsOf, childAt, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { evaluate } from '../evaluate.ts';
import type { Project } from '../project.ts';
import type { Scope } from '../scope.ts';
import { type ArgumentPlaces, placeOf } from './argument-places.ts';

interface Reading {
  project: Project;
  scope: Scope;
  places: ArgumentPlaces;
}

const leaving = new Set(['return_statement', 'raise_statement', 'continue_statement']);

export interface Reach {
  /** One selector per value that leads there; empty where every value does, or where that cannot be told. */
  required: Selector[];
  /** Values that take another branch. */
  refused: Selector[];
}

export function reachOf(reading: Reading, node: SyntaxNode, body: SyntaxNode): Reach {
  const branches: Selector[][] = [];
  const refused: Selector[] = [];
  if (reading.places.size === 0) return { required: [], refused };
  for (const { ancestor, from } of ancestorsOf(node)) {
    const found = branchSelectors(reading, ancestor, from);
    if (found.length > 0) branches.unshift(found);
    refused.push(...refusedConditions(ancestor, from).flatMap((one) => readCondition(reading, one, true)));
    if (ancestor === body) break;
  }
  return { required: chooseSelectors(branches), refused };
}

/** What did not hold on the way to an `else` or `elif`, or to what follows `if …: return`. */
function refusedConditions(ancestor: SyntaxNode, from: SyntaxNode): SyntaxNode[] {
  if (ancestor.type === 'if_statement' && from.field === 'alternative') {
    const before = ancestor.children.slice(0, ancestor.children.indexOf(from));
    return [ancestor, ...before.filter((child) => child.type === 'elif_clause')].flatMap(
      (clause) => childAt(clause, 'condition') ?? [],
    );
  }
  return ancestor.type === 'block' ? leavesBefore(ancestor, from) : [];
}

/** Conditions of the `if`s before a statement that leave the block where they hold. */
function leavesBefore(block: SyntaxNode, from: SyntaxNode): SyntaxNode[] {
  return block.children.slice(0, Math.max(0, block.children.indexOf(from))).flatMap((statement) => {
    const last = childAt(statement, 'consequence')?.children.at(-1)?.type ?? '';
    const leaves = statement.type === 'if_statement' && !childAt(statement, 'alternative') && leaving.has(last);
    return (leaves && childAt(statement, 'condition')) || [];
  });
}

function branchSelectors(reading: Reading, ancestor: SyntaxNode, from: SyntaxNode): Selector[] {
  switch (ancestor.type) {
    case 'if_statement':
    case 'elif_clause':
      return from.field === 'consequence' ? readCondition(reading, childAt(ancestor, 'condition')) : [];
    case 'conditional_expression':
      return from === ancestor.children[0] ? readCondition(reading, ancestor.children[1]) : [];
    case 'case_clause':
      return from.field === 'consequence' ? readCase(reading, ancestor) : [];
    case 'block':
      return readRefusals(reading, ancestor, from);
    default:
      return [];
  }
}

/** `if action != "delete": return` before a statement of the same block. */
function readRefusals(reading: Reading, block: SyntaxNode, from: SyntaxNode): Selector[] {
  for (const condition of leavesBefore(block, from)) {
    const refused = condition.type === 'comparison_operator' ? compare(reading, condition, '!=', 'not in') : [];
    if (refused.length === 1) return refused; // of several values the others may have left earlier
  }
  return [];
}

/** `exactly`: nothing else must hold for the condition to hold. */
function readCondition(reading: Reading, condition: SyntaxNode | undefined, exactly = false): Selector[] {
  switch (condition?.type) {
    case 'parenthesized_expression':
      return readCondition(reading, condition.children[0], exactly);
    case 'comparison_operator':
      return compare(reading, condition, '==', 'in');
    case 'boolean_operator': {
      const sides = [childAt(condition, 'left'), childAt(condition, 'right')].map((side) =>
        readCondition(reading, side, exactly),
      );
      const [left = [], right = []] = sides;
      if (textOf(childAt(condition, 'operator') ?? condition) === 'and')
        return exactly ? [] : chooseSelectors([left, right]);
      const alike = left.length > 0 && right.length > 0 && left[0]?.path === right[0]?.path;
      return alike ? [...left, ...right] : [];
    }
    default:
      return [];
  }
}

/** `action == "x"` in either order, `action in ("x", "y")`. */
function compare(reading: Reading, node: SyntaxNode, equals: string, within: string): Selector[] {
  const [left, operator, right, more] = node.children;
  if (left === undefined || operator === undefined || right === undefined || more) return [];
  const word = textOf(operator).replace(/\s+/g, ' ');
  if (word === equals) return [...selectors(reading, left, right), ...selectors(reading, right, left)].slice(0, 1);
  return word === within ? selectors(reading, left, right) : [];
}

function selectors(reading: Reading, argument: SyntaxNode, value: SyntaxNode): Selector[] {
  const path = placeOf(reading.project, argument, reading.scope, reading.places);
  const read = path === undefined || path === '' ? undefined : evaluate(reading.project, value, reading.scope);
  if (path === undefined || read === undefined || !read.exact) return [];
  const values = Array.isArray(read.value) ? read.value : [read.value];
  const plain = values.flatMap((one) =>
    typeof one === 'string' || typeof one === 'number' ? [{ path, value: one }] : [],
  );
  return plain.length === values.length ? plain : [];
}

function readCase(reading: Reading, clause: SyntaxNode): Selector[] {
  const statement = clause.parent?.parent;
  const subject = statement?.type === 'match_statement' ? childAt(statement, 'subject') : undefined;
  const pattern = clause.children.find((child) => child.type === 'case_pattern')?.children[0];
  if (subject === undefined || pattern === undefined) return [];
  const patterns = pattern.type === 'union_pattern' ? pattern.children : [pattern];
  const found = patterns.map((one) => {
    // A pattern's `Kind.X` is no expression to the grammar.
    const value = one.type === 'dotted_name' ? reading.project.parseExpression(textOf(one), one) : one;
    return value && (value.type === 'string' || value.type === 'attribute' || value.type === 'integer')
      ? selectors(reading, subject, value)
      : [];
  });
  return found.every((one) => one.length === 1) ? found.flat() : [];
}
