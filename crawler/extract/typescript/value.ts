/**
 * What an expression stands for, as far as it can be known without running it. `undefined` in place of a value: nothing is known.
 * Members and items are worked out when asked for, so that a large object costs what is read of it.
 */
import { isJsonObject, type Json, type JsonObject } from '../../../schema/tool-definition.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import type { Env } from './env.ts';
import type { Module } from './scope.ts';

export type Plain = null | boolean | number | string;

export interface Item {
  value: Value | undefined;
  /** What must hold for it to be there, as it is written. */
  conditions: readonly string[];
}

export interface Member {
  get(): Value | undefined;
}

export type PlainValue = {
  kind: 'plain';
  value: Plain;
  exact: boolean;
  /** Where a text is written. */
  at?: SyntaxNode | undefined;
};
export type ObjectValue = {
  kind: 'object';
  members: ReadonlyMap<string, Member>;
  /** False where it may have members that are not known. */
  whole: boolean;
  /** Where it is written. */
  node: SyntaxNode | undefined;
  /** The class it was made of. */
  of?: SyntaxNode;
};
export type ListValue = { kind: 'list'; items: readonly Item[]; whole: boolean };
export type FunctionValue = { kind: 'function'; node: SyntaxNode; module: Module; env: Env };
export type ClassValue = { kind: 'class'; node: SyntaxNode; module: Module; env: Env };
export type SchemaValue = {
  kind: 'schema';
  schema: JsonObject;
  /** May be left out by the caller. */
  optional: boolean;
  /** False where a part of it could not be read. */
  exact: boolean;
  /** Of an object: the schema of each member. */
  shape?: ReadonlyMap<string, SchemaValue>;
};

export type Value =
  | PlainValue
  | { kind: 'absent' }
  | ObjectValue
  | ListValue
  | FunctionValue
  | ClassValue
  | SchemaValue
  | { kind: 'module'; module: Module }
  /** Something of another package, by its name there: `zod.z.string`. */
  | { kind: 'external'; path: string }
  /** One of several, by what holds when the server starts. */
  | { kind: 'either'; options: readonly Item[] };

/** Stands for what a tool is called with; no name of a package looks like it. */
export const argumentsPath = '(arguments)';

/** Stands for the name of the tool that is called. */
export const toolNamePath = '(tool)';

export function isArguments(path: string): boolean {
  return path.startsWith(argumentsPath);
}

export const hole = '{…}';
/** Characters of a text that are kept. */
export const maxText = 100_000;
export const maxItems = 3000;
const maxOptions = 12;
const maxJsonDepth = 40;

export const absent: Value = { kind: 'absent' };

export function plain(value: Plain, exact = true, at?: SyntaxNode): PlainValue {
  return typeof value === 'string' && value.length > maxText
    ? { kind: 'plain', value: value.slice(0, maxText), exact: false }
    : { kind: 'plain', value, exact, at };
}

export function member(value: Value | undefined): Member {
  return { get: () => value };
}

export function makeObject(entries: Iterable<readonly [string, Value | undefined]>, whole = true): ObjectValue {
  const members = new Map<string, Member>();
  for (const [key, value] of entries) members.set(key, member(value));
  return { kind: 'object', members, whole, node: undefined };
}

export function makeList(values: readonly (Value | undefined)[], whole = true): ListValue {
  return { kind: 'list', items: values.map((value) => ({ value, conditions: [] })), whole };
}

/** A value that may be another when the server starts. */
function unsure(value: Value): Value {
  if (value.kind === 'plain' || value.kind === 'schema') return { ...value, exact: false };
  return value.kind === 'object' || value.kind === 'list' ? { ...value, whole: false } : value;
}

/** The known ones among several values, as one. */
export function either(options: readonly Item[]): Value | undefined {
  const lost = options.some(({ value }) => value === undefined);
  const known = options.flatMap((option): Item[] => {
    if (option.value?.kind !== 'either')
      return option.value === undefined ? [] : [lost ? { ...option, value: unsure(option.value) } : option];
    return option.value.options.map(({ value, conditions }) => ({
      value,
      conditions: [...option.conditions, ...conditions],
    }));
  });
  const [first] = known;
  if (known.length === 1 && options.length === 1) return first?.value;
  return known.length === 0 ? undefined : { kind: 'either', options: known.slice(0, maxOptions) };
}

/** Each value that it may be. */
export function optionsOf(value: Value | undefined): readonly Item[] {
  return value?.kind === 'either' ? value.options : [{ value, conditions: [] }];
}

export interface ReadText {
  text: string;
  exact: boolean;
  at?: SyntaxNode | undefined;
}

/** The other branch of `client === "special" ? … : …`. */
const besideOne = /^not \([^=]*={2,3}[^=]*\)$/;

/** The text of a value, where it is text; of several the usual one that is written out whole. */
export function textValue(value: Value | undefined): ReadText | undefined {
  if (value?.kind === 'plain' && typeof value.value === 'string')
    return { text: value.value, exact: value.exact, at: value.at };
  if (value?.kind !== 'either') return undefined;
  const texts = value.options.flatMap(({ value: option, conditions }) => {
    const text = textValue(option);
    return text ? [{ text, isUsual: conditions.some((condition) => besideOne.test(condition)) }] : [];
  });
  const whole = texts.filter(({ text }) => text.exact);
  const found = whole.find(({ isUsual }) => isUsual) ?? whole[0] ?? texts[0];
  return found && { ...found.text, exact: false };
}

/** A text may be built of it: numbers and truth values as they are shown. */
export function shownText(value: Value | undefined): { text: string; exact: boolean } | undefined {
  if (value?.kind === 'plain' && value.value !== null) return { text: String(value.value), exact: value.exact };
  return textValue(value);
}

export interface ReadJson {
  value: Json;
  exact: boolean;
}

/** Undefined where nothing of it can be written as JSON; members that are not known are left out. */
export function toJson(value: Value | undefined, depth = 0): ReadJson | undefined {
  if (value === undefined || depth > maxJsonDepth) return undefined;
  switch (value.kind) {
    case 'plain':
      return { value: value.value, exact: value.exact };
    case 'schema':
      return { value: value.schema, exact: value.exact };
    case 'list':
      return listToJson(value, depth);
    case 'object':
      return objectToJson(value, depth);
    case 'either': {
      const found = value.options.map((option) => toJson(option.value, depth + 1)).find((json) => json !== undefined);
      return found && { value: found.value, exact: false };
    }
    default:
      return undefined;
  }
}

function listToJson(list: ListValue, depth: number): ReadJson {
  let exact = list.whole;
  const items = list.items.flatMap((item) => {
    const read = toJson(item.value, depth + 1);
    exact &&= read?.exact === true;
    return read === undefined ? [] : [read.value];
  });
  return { value: items, exact };
}

function objectToJson(object: ObjectValue, depth: number): ReadJson {
  let exact = object.whole;
  const entries: [string, Json][] = [];
  for (const [key, entry] of object.members) {
    const value = entry.get();
    if (value?.kind === 'absent') continue;
    const read = toJson(value, depth + 1);
    exact &&= read?.exact === true;
    if (read) entries.push([key, read.value]);
  }
  return { value: toJsonObject(entries), exact };
}

/** An assignment to `__proto__` would set a prototype and lose the member. */
export function toJsonObject(entries: Iterable<readonly [string, Json]>): JsonObject {
  const object: JsonObject = {};
  for (const [key, value] of entries) {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return object;
}

export function asJsonObject(read: ReadJson | undefined): JsonObject | undefined {
  return isJsonObject(read?.value) ? read.value : undefined;
}
