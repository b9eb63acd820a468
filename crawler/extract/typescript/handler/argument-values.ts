/** Which argument of the tool an expression is, and which values of it a condition asks for. */
import { toPointer } from '../../../../schema/json-pointer.ts';
import { isJsonObject, type JsonObject } from '../../../../schema/tool-definition.ts';
import type { Selector } from '../../../../schema/verdict.ts';
import { childAt, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { evaluate, type Place } from '../evaluate.ts';
import { argumentsPath, isArguments, textValue, type Value } from '../value.ts';

const maxValues = 20;
const maxDepth = 12;

/** An argument, and what its schema allows it to be; undefined where that is open. */
export interface Argument {
  path: string;
  allowed: readonly (string | boolean)[] | undefined;
}

/** Values with which a condition holds, and those with which it does not; undefined where that cannot be told. */
export interface Choice {
  yes: Selector[] | undefined;
  no: Selector[] | undefined;
}

const unknown: Choice = { yes: undefined, no: undefined };

/** Undefined for anything but an argument that the schema names. */
export function readArgument(place: Place, node: SyntaxNode | undefined, schema: JsonObject): Argument | undefined {
  const value = evaluate(place, node);
  if (value?.kind !== 'external' || !isArguments(value.path)) return undefined;
  const segments = value.path.slice(argumentsPath.length + 1).split('.');
  const properties = isJsonObject(schema.properties) ? schema.properties : {};
  const [first = '', second] = segments;
  // Some servers hand their handlers the request, with the arguments in it.
  const wrapped = /^(params|arguments|args|input)$/.test(first) && !Object.hasOwn(properties, first);
  const name = wrapped ? second : first;
  if (name === undefined || segments.length > (wrapped ? 2 : 1) || !Object.hasOwn(properties, name)) return undefined;
  return { path: toPointer([name]), allowed: allowedBy(properties[name]) };
}

function allowedBy(property: unknown): readonly (string | boolean)[] | undefined {
  if (!isJsonObject(property)) return undefined;
  if (property.type === 'boolean') return [true, false];
  const { enum: values, const: only } = property;
  if (typeof only === 'string') return [only];
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : undefined;
}

export function readChoice(place: Place, node: SyntaxNode | undefined, schema: JsonObject, depth = 0): Choice {
  if (node === undefined || depth > maxDepth) return unknown;
  const again = (child: SyntaxNode | undefined) => readChoice(place, child, schema, depth + 1);
  switch (node.type) {
    case 'parenthesized_expression':
      return again(node.children[0]);
    case 'unary_expression': {
      if (textOf(childAt(node, 'operator') ?? node) !== '!') return unknown;
      const { yes, no } = again(childAt(node, 'argument'));
      return { yes: no, no: yes };
    }
    case 'binary_expression':
      return readBinary(place, node, schema, again);
    case 'call_expression':
      return readIncludes(place, node, schema);
    default: {
      const argument = readArgument(place, node, schema);
      const isFlag = argument?.allowed?.[0] === true;
      return argument && isFlag ? choose(argument, [true]) : unknown;
    }
  }
}

function readBinary(
  place: Place,
  node: SyntaxNode,
  schema: JsonObject,
  again: (child: SyntaxNode | undefined) => Choice,
): Choice {
  const word = textOf(childAt(node, 'operator') ?? node);
  const [left, right] = [childAt(node, 'left'), childAt(node, 'right')];
  if (word === '&&') return { yes: again(left).yes ?? again(right).yes, no: undefined };
  if (word === '||') {
    const [a, b] = [again(left), again(right)];
    const isSame = a.yes?.[0] !== undefined && a.yes[0].path === b.yes?.[0]?.path;
    return { yes: isSame ? [...(a.yes ?? []), ...(b.yes ?? [])] : undefined, no: undefined };
  }
  if (!/^[!=]==?$/.test(word)) return unknown;
  const argument = readArgument(place, left, schema) ?? readArgument(place, right, schema);
  const value = literalOf(evaluate(place, readArgument(place, left, schema) ? right : left));
  if (argument === undefined || value === undefined) return unknown;
  const { yes, no } = choose(argument, [value]);
  return word.startsWith('!') ? { yes: no, no: yes } : { yes, no };
}

/** `["a", "b"].includes(action)` */
function readIncludes(place: Place, node: SyntaxNode, schema: JsonObject): Choice {
  const callee = childAt(node, 'function');
  const [first] = childAt(node, 'arguments')?.children ?? [];
  const property = childAt(callee, 'property');
  if (property === undefined || !/^(includes|has)$/.test(textOf(property))) return unknown;
  const argument = readArgument(place, first, schema);
  const list = argument && evaluate(place, childAt(callee, 'object'));
  if (argument === undefined || list?.kind !== 'list' || !list.whole) return unknown;
  const values = list.items.flatMap(({ value }) => literalOf(value) ?? []);
  return values.length === list.items.length ? choose(argument, values) : unknown;
}

function literalOf(value: Value | undefined): string | boolean | undefined {
  const text = textValue(value);
  if (text) return text.exact ? text.text : undefined;
  return value?.kind === 'plain' && typeof value.value === 'boolean' ? value.value : undefined;
}

/** A value that the schema does not allow says that something else is compared. */
export function choose({ path, allowed }: Argument, values: readonly (string | boolean)[]): Choice {
  if (values.length === 0 || values.length > maxValues) return unknown;
  if (allowed !== undefined && !values.every((value) => allowed.includes(value))) return unknown;
  const rest = allowed?.filter((value) => !values.includes(value));
  const select = (chosen: readonly (string | boolean)[]) => chosen.map((value): Selector => ({ path, value }));
  return {
    yes: select(values),
    no: rest === undefined || rest.length === 0 || rest.length > maxValues ? undefined : select(rest),
  };
}
