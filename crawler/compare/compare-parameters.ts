/**
 * The parameters that two input schemas declare, held against each other. Schemas are written in many ways for one thing, so that
 * they are compared by what a caller would notice: which parameters there are, their type, allowed values and description.
 */
import { toPointer } from '../../schema/json-pointer.ts';
import type { PartDifference } from '../../schema/snapshot.ts';
import { isJsonObject, type Json, type JsonObject } from '../../schema/tool-definition.ts';
import { hole } from '../extract/known-value.ts';
import { compareTexts, sideBySide } from './compare-texts.ts';

const deepest = 5;
const mostParameters = 500;

export interface SchemaReading {
  /** False where the source makes parts of its schema when it runs: what it lacks then says nothing. */
  whole: boolean;
}

/** `live` and `source` are the two `inputSchema`s. */
export function compareParameters(live: JsonObject, source: JsonObject, { whole }: SchemaReading): PartDifference[] {
  const differences: PartDifference[] = [];
  const open = [{ live, source, path: ['inputSchema'] }];
  let seen = 0;
  for (let at = open.pop(); at !== undefined && seen < mostParameters; at = open.pop()) {
    const [ours, theirs] = [propertiesOf(at.live), propertiesOf(at.source)];
    // An object without a word on what it holds is open to anything, which is no statement about one parameter.
    if (ours === undefined || theirs === undefined) continue;
    for (const name of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      if (++seen > mostParameters) break;
      const path = [...at.path, 'properties', name];
      const [one, other] = [ownSchema(ours, name), ownSchema(theirs, name)];
      if (one !== undefined && other !== undefined) {
        differences.push(...compareOne(one, other, path, !whole || typeOf(other) === undefined));
        if (path.length < deepest * 2) open.push({ live: itemsOf(one), source: itemsOf(other), path });
      } else if (one !== undefined ? whole : true) {
        differences.push(sideBySide(toPointer(path), one && describeType(one), other && describeType(other)));
      }
    }
    if (whole) differences.push(...compareRequired(at.live, at.source, at.path));
  }
  return differences;
}

/** `isOpen`: the source may say more of the parameter than could be read, so that only what it says can differ. */
function compareOne(live: JsonObject, source: JsonObject, path: string[], isOpen: boolean): PartDifference[] {
  const [type, otherType] = [typeOf(live), typeOf(source)];
  const [words, otherWords] = [textOf(live.description), textOf(source.description)];
  return [
    ...(type !== undefined && otherType !== undefined && type !== otherType
      ? [sideBySide(toPointer([...path, 'type']), type, otherType)]
      : []),
    ...compareValues(live, source, toPointer([...path, 'enum']), isOpen),
    ...(isOpen && otherWords === undefined ? [] : compareTexts(toPointer([...path, 'description']), words, otherWords)),
  ];
}

function compareValues(live: JsonObject, source: JsonObject, pointer: string, isOpen: boolean): PartDifference[] {
  const [values, others] = [enumOf(live), enumOf(source)];
  if (
    others?.some((value) => value.includes(hole)) ||
    (isOpen && (others ?? []).every((value) => values?.includes(value)))
  )
    return [];
  const [one, other] = [writeList(values), writeList(others)];
  return one === other ? [] : [sideBySide(pointer, one, other)];
}

/** Of the parameters that both have: one that a side lacks is told as that. */
function compareRequired(live: JsonObject, source: JsonObject, path: string[]): PartDifference[] {
  const [ours, theirs] = [propertiesOf(live) ?? {}, propertiesOf(source) ?? {}];
  const [one, other] = [live, source].map(({ required }) => {
    const names = Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [];
    const shared = [...new Set(names)].filter((name) => Object.hasOwn(ours, name) && Object.hasOwn(theirs, name));
    return JSON.stringify(shared.toSorted());
  });
  return one === other ? [] : [sideBySide(toPointer([...path, 'required']), one, other)];
}

function propertiesOf({ properties }: JsonObject): JsonObject | undefined {
  return isJsonObject(properties) ? properties : undefined;
}

function ownSchema(properties: JsonObject, name: string): JsonObject | undefined {
  if (!Object.hasOwn(properties, name)) return undefined;
  const schema = properties[name];
  return isJsonObject(schema) ? schema : {};
}

/** A list is described by what it holds. */
function itemsOf(schema: JsonObject): JsonObject {
  return isJsonObject(schema.items) ? schema.items : schema;
}

function typeOf({ type }: JsonObject): string | undefined {
  if (typeof type === 'string') return type;
  return Array.isArray(type)
    ? type
        .filter((one) => typeof one === 'string')
        .toSorted()
        .join(' or ')
    : undefined;
}

function describeType(schema: JsonObject): string {
  return typeOf(schema) ?? 'any type';
}

/** Each value as JSON; undefined where any value is allowed. */
function enumOf({ enum: values }: JsonObject): string[] | undefined {
  return Array.isArray(values) ? values.map((value) => JSON.stringify(value)).toSorted() : undefined;
}

function writeList(values: readonly string[] | undefined): string | undefined {
  return values === undefined ? undefined : `[${values.join(', ')}]`;
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
