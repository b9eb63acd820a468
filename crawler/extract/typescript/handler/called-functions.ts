/** The server's own functions that a call runs: the one it names, or those of the table that it takes one from. */
import type { JsonObject } from '../../../../schema/tool-definition.ts';
import type { Selector } from '../../../../schema/verdict.ts';
import { childAt, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { evaluate, type Place } from '../evaluate.ts';
import { lookUp } from '../scope.ts';
import { type FunctionValue, optionsOf, type Value } from '../value.ts';
import { choose, readArgument } from './argument-values.ts';

export interface CalledFunction {
  fn: FunctionValue;
  /** The value of an argument that chooses it. */
  selected: Selector | undefined;
}

const maxFunctions = 60;

export function calledFunctions(place: Place, call: SyntaxNode, schema: JsonObject): CalledFunction[] {
  const callee = childAt(call, 'function');
  if (callee === undefined) return [];
  const plain = functionsOf(evaluate(place, callee));
  if (plain.length > 0) return plain.slice(0, maxFunctions).map((fn) => ({ fn, selected: undefined }));
  const choice = findChoice(place, callee);
  return choice === undefined ? [] : readTable(place, choice, schema);
}

export function functionsOf(value: Value | undefined): FunctionValue[] {
  return optionsOf(value).flatMap((option) => (option.value?.kind === 'function' ? [option.value] : []));
}

/** `table[key]` or `table.get(key)`, or a variable that holds one of them. */
function findChoice(place: Place, node: SyntaxNode, depth = 0): TableChoice | undefined {
  if (depth > 4) return undefined;
  if (node.type === 'parenthesized_expression' || node.type === 'non_null_expression')
    return node.children[0] && findChoice(place, node.children[0], depth + 1);
  if (node.type === 'identifier') {
    const [binding] = lookUp(place.module, node, textOf(node))?.bindings ?? [];
    return binding?.kind === 'value' && binding.path.length === 0
      ? findChoice(place, binding.value, depth + 1)
      : undefined;
  }
  return readTableChoice(node);
}

export interface TableChoice {
  table: SyntaxNode;
  key: SyntaxNode;
}

/** `table[key]`, `table.get(key)` */
export function readTableChoice(node: SyntaxNode): TableChoice | undefined {
  if (node.type === 'subscript_expression') {
    const [table, key] = [childAt(node, 'object'), childAt(node, 'index')];
    return table && key && { table, key };
  }
  const callee = node.type === 'call_expression' ? childAt(node, 'function') : undefined;
  const property = childAt(callee, 'property');
  const [table, key] = [childAt(callee, 'object'), childAt(node, 'arguments')?.children[0]];
  return property && textOf(property) === 'get' && table && key ? { table, key } : undefined;
}

function readTable(place: Place, { table, key }: TableChoice, schema: JsonObject): CalledFunction[] {
  const argument = readArgument(place, key, schema);
  const value = evaluate(place, table);
  if (argument === undefined || value?.kind !== 'object') return [];
  return [...value.members].slice(0, maxFunctions).flatMap(([name, member]) => {
    const isAllowed = choose(argument, [name]).yes !== undefined;
    const selected = { path: argument.path, value: name };
    return isAllowed ? functionsOf(member.get()).map((fn) => ({ fn, selected })) : [];
  });
}
