/** With which values of an argument a place in a handler is reached: by the `if`, `? :` and `switch` around it. */
import type { JsonObject } from '../../../../schema/tool-definition.ts';
import type { Selector } from '../../../../schema/verdict.ts';
import { chooseSelectors } from '../../choose-selectors.ts';
import { ancestorsOf, childAt, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { evaluate, type Place } from '../evaluate.ts';
import { truth } from '../evaluate-operator.ts';
import { lookUp } from '../scope.ts';
import { textValue } from '../value.ts';
import { choose, readArgument, readChoice } from './argument-values.ts';

/**
 * One selector per value that leads there; empty where every value does, or where that cannot be told; undefined where what the
 * function was given never leads there.
 */
export function whenReached(
  place: Place,
  node: SyntaxNode,
  body: SyntaxNode,
  schema: JsonObject,
): Selector[] | undefined {
  const branches: Selector[][] = [];
  for (const { ancestor, from } of ancestorsOf(node)) {
    if (isRefused(place, ancestor, from)) return undefined;
    const found = readBranch(place, ancestor, from, schema);
    if (found && found.length > 0) branches.unshift(found);
    if (ancestor === body) break;
  }
  return chooseSelectors(branches);
}

/** `switch (method) { case "DELETE": … }` in a function that was called with "GET". */
function isRefused(place: Place, ancestor: SyntaxNode, from: SyntaxNode): boolean {
  if (ancestor.type === 'switch_case' && from.field === 'body') {
    const value = childAt(ancestor.parent?.parent, 'value');
    const subject = value?.children[0] ?? value;
    const given = subject && isParameter(place, subject) ? exactText(place, subject) : undefined;
    if (given === undefined) return false;
    const labels = [ancestor, ...fallingInto(ancestor)].map((one) => exactText(place, childAt(one, 'value')));
    return labels.every((label) => label !== undefined && label !== given);
  }
  if (ancestor.type !== 'if_statement' && ancestor.type !== 'ternary_expression') return false;
  const written = childAt(ancestor, 'condition');
  const condition = written?.type === 'parenthesized_expression' ? written.children[0] : written;
  const sides = [childAt(condition, 'left'), childAt(condition, 'right')];
  const isComparison =
    condition?.type === 'binary_expression' && sides.some((side) => side && isParameter(place, side));
  const holds = isComparison ? truth(evaluate(place, condition)) : undefined;
  return (holds === false && from.field === 'consequence') || (holds === true && from.field === 'alternative');
}

/**
 * What a call gives, or a member of an object that it writes out: known as long as the function does not change it. What an object
 * of a class holds may be another later.
 */
function isParameter(place: Place, node: SyntaxNode): boolean {
  if (node.type === 'member_expression') {
    const object = childAt(node, 'object');
    const value = object && isParameter(place, object) ? evaluate(place, object) : undefined;
    return value?.kind === 'object' && value.of === undefined;
  }
  if (node.type !== 'identifier') return false;
  const bindings = lookUp(place.module, node, textOf(node))?.bindings ?? [];
  return bindings.length > 0 && bindings.every(({ kind }) => kind === 'parameter');
}

function exactText(place: Place, node: SyntaxNode | undefined): string | undefined {
  const read = textValue(evaluate(place, node));
  return read?.exact ? read.text : undefined;
}

function readBranch(place: Place, ancestor: SyntaxNode, from: SyntaxNode, schema: JsonObject): Selector[] | undefined {
  if (ancestor.type === 'if_statement' || ancestor.type === 'ternary_expression') {
    if (from.field !== 'consequence' && from.field !== 'alternative') return undefined;
    const choice = readChoice(place, childAt(ancestor, 'condition'), schema);
    return from.field === 'consequence' ? choice.yes : choice.no;
  }
  if (ancestor.type === 'binary_expression' && from.field === 'right') {
    const word = textOf(childAt(ancestor, 'operator') ?? ancestor);
    const choice = /^(&&|\|\|)$/.test(word) ? readChoice(place, childAt(ancestor, 'left'), schema) : undefined;
    return word === '&&' ? choice?.yes : choice?.no;
  }
  return ancestor.type === 'switch_case' && from.field === 'body' ? readCase(place, ancestor, schema) : undefined;
}

/** With the labels right before it that have no statements of their own. */
function readCase(place: Place, clause: SyntaxNode, schema: JsonObject): Selector[] | undefined {
  const statement = clause.parent?.parent;
  const argument = readArgument(place, childAt(statement, 'value')?.children[0] ?? childAt(statement, 'value'), schema);
  const labels = argument && [clause, ...fallingInto(clause)].map((one) => childAt(one, 'value'));
  const values = labels?.flatMap((label) => exactText(place, label) ?? []);
  if (argument === undefined || values === undefined || values.length !== labels?.length) return undefined;
  return choose(argument, values).yes;
}

function fallingInto(clause: SyntaxNode): SyntaxNode[] {
  const all = clause.parent?.children ?? [];
  const found: SyntaxNode[] = [];
  for (let index = all.indexOf(clause) - 1; index >= 0; index--) {
    const before = all[index];
    if (before === undefined || endsItself(before)) break;
    found.push(before);
  }
  return found;
}

/** A clause whose statements end with a jump, so that nothing runs on from it. */
function endsItself(clause: SyntaxNode): boolean {
  let last = clause.children.filter((child) => child.field === 'body').at(-1);
  while (last?.type === 'statement_block') last = last.children.at(-1);
  return last !== undefined && /^(break|return|throw|continue)_statement$/.test(last.type);
}
