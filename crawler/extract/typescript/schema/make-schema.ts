/** The parts that schemas are put together from. */
import type { Json, JsonObject } from '../../../../schema/tool-definition.ts';
import { type ObjectValue, type SchemaValue, textValue, toJsonObject, type Value } from '../value.ts';
import { asSchema } from './schema-call.ts';

export function makeSchema(schema: JsonObject, parts: Partial<Omit<SchemaValue, 'kind' | 'schema'>> = {}): SchemaValue {
  return { kind: 'schema', schema, optional: false, exact: true, ...parts };
}

/** Anything at all, because its schema could not be read. */
export function unreadSchema(): SchemaValue {
  return makeSchema({}, { exact: false });
}

export function schemaOrAny(value: Value | undefined): SchemaValue {
  return asSchema(value) ?? unreadSchema();
}

/** The same schema with keywords added; `description` and `default` last, as libraries print them. */
export function withKeywords(value: SchemaValue, keywords: JsonObject, exact = true): SchemaValue {
  return { ...value, schema: { ...value.schema, ...keywords }, exact: value.exact && exact };
}

/** The schema of an object from the schema of each member. */
export function objectSchema(
  shape: ReadonlyMap<string, SchemaValue>,
  rest: JsonObject = {},
  whole = true,
): SchemaValue {
  const properties: [string, Json][] = [];
  const required: string[] = [];
  let exact = whole;
  for (const [name, part] of shape) {
    properties.push([name, part.schema]);
    exact &&= part.exact;
    if (!part.optional && part.schema.default === undefined) required.push(name);
  }
  const schema: JsonObject = {
    type: 'object',
    properties: toJsonObject(properties),
    ...(required.length > 0 ? { required } : {}),
    ...rest,
  };
  return { kind: 'schema', schema, optional: false, exact, shape };
}

/** `{ a: z.string(), … }`: the members that are known, whether by a schema or not at all. */
export function readShape(object: ObjectValue): { shape: Map<string, SchemaValue>; whole: boolean } {
  const shape = new Map<string, SchemaValue>();
  for (const [name, entry] of object.members) {
    const value = entry.get();
    if (value?.kind !== 'absent') shape.set(name, describedSchema(value) ?? schemaOrAny(value));
  }
  return { shape, whole: object.whole };
}

/** `{ type: z.string(), description: "…" }`, as one framework has the members. */
export function describedSchema(value: Value | undefined): SchemaValue | undefined {
  const type = value?.kind === 'object' ? value.members.get('type')?.get() : undefined;
  if (value?.kind !== 'object' || type?.kind !== 'schema') return undefined;
  const description = textValue(value.members.get('description')?.get());
  return description ? withKeywords(type, { description: description.text }, description.exact) : type;
}
