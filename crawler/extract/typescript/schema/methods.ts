/** `.optional()`, `.min(1)`, `.describe("…")` and their like. */
import type { Json, JsonObject } from '../../../../schema/tool-definition.ts';
import type { Call } from '../evaluate-call.ts';
import { asJsonObject, hole, type SchemaValue, textValue, toJson, type Value } from '../value.ts';
import { unionSchema } from './constructors.ts';
import { makeSchema, objectSchema, readShape, schemaOrAny, withKeywords } from './make-schema.ts';

type Apply = (schema: SchemaValue, call: Call) => SchemaValue;

/** A bound in the words of the type it is put on. */
function bound(kind: 'min' | 'max' | 'length'): Apply {
  return (schema, call) => {
    const value = toJson(call.args[0]?.());
    if (typeof value?.value !== 'number') return { ...schema, exact: false };
    const { type } = schema.schema;
    const number = value.value;
    const word = type === 'string' ? 'Length' : type === 'array' ? 'Items' : undefined;
    if (kind === 'length' && word) return withKeywords(schema, { [`min${word}`]: number, [`max${word}`]: number });
    if (kind === 'length') return schema;
    const name = word ? `${kind}${word}` : kind === 'min' ? 'minimum' : 'maximum';
    return withKeywords(schema, { [name]: number }, value.exact);
  };
}

function keyword(name: string): Apply {
  return (schema, call) => {
    const read = toJson(call.args[0]?.());
    return read === undefined ? { ...schema, exact: false } : withKeywords(schema, { [name]: read.value }, read.exact);
  };
}

function fixed(keywords: JsonObject): Apply {
  return (schema) => withKeywords(schema, keywords);
}

const describe: Apply = (schema, call) => {
  const read = textValue(call.args[0]?.());
  return withKeywords(schema, { description: read?.text ?? hole }, read?.exact === true);
};

const setDefault: Apply = (schema, call) => {
  const read = toJson(call.args[0]?.());
  return read
    ? { ...withKeywords(schema, { default: read.value }, read.exact), optional: true }
    : { ...schema, optional: true, exact: false };
};

const nullable: Apply = (schema) => {
  const { description, default: fallback, ...rest } = schema.schema;
  const kept = {
    ...(description === undefined ? {} : { description }),
    ...(fallback === undefined ? {} : { default: fallback }),
  };
  const { type } = rest;
  const both =
    typeof type === 'string' && rest.enum === undefined && rest.const === undefined && rest.properties === undefined;
  const joined: JsonObject = both ? { ...rest, type: [type, 'null'] } : { anyOf: [rest, { type: 'null' }] };
  return { ...schema, schema: { ...joined, ...kept } };
};

/** `.extend({ … })`, `.merge(other)` */
const extendShape: Apply = (schema, call) => {
  const added = call.args[0]?.();
  const more = shapeOf(added);
  const shape = new Map([...(schema.shape ?? []), ...more.shape]);
  return keepRest(schema, objectSchema(shape, {}, more.whole && schema.shape !== undefined && schema.exact));
};

function shapeOf(value: Value | undefined): { shape: ReadonlyMap<string, SchemaValue>; whole: boolean } {
  if (value?.kind === 'schema') return { shape: value.shape ?? new Map(), whole: value.shape !== undefined };
  return value?.kind === 'object' ? readShape(value) : { shape: new Map(), whole: false };
}

/** Keywords beside the members: a description, `additionalProperties`. */
function keepRest(from: SchemaValue, to: SchemaValue): SchemaValue {
  const { type: _type, properties: _properties, required: _required, ...rest } = from.schema;
  return { ...to, schema: { ...to.schema, ...rest }, optional: from.optional };
}

function changeShape(
  change: (name: string, part: SchemaValue, chosen: ReadonlySet<string>) => SchemaValue | undefined,
): Apply {
  return (schema, call) => {
    const chosen = new Set(Object.keys(asJsonObject(toJson(call.args[0]?.())) ?? {}));
    const shape = new Map<string, SchemaValue>();
    for (const [name, part] of schema.shape ?? []) {
      const changed = change(name, part, chosen);
      if (changed) shape.set(name, changed);
    }
    return keepRest(schema, objectSchema(shape, {}, schema.exact && schema.shape !== undefined));
  };
}

const setMeta: Apply = (schema, call) => {
  const read = toJson(call.args[0]?.());
  const meta = asJsonObject(read);
  if (meta === undefined) return schema;
  const { id: _id, ...keywords } = meta;
  return withKeywords(schema, keywords, read?.exact === true);
};

const array: Apply = (schema) => makeSchema({ type: 'array', items: schema.schema }, { exact: schema.exact });
const or: Apply = (schema, call) => unionSchema([schema, schemaOrAny(call.args[0]?.())]);
const and: Apply = (schema, call) => {
  const other = schemaOrAny(call.args[0]?.());
  return makeSchema({ allOf: [schema.schema, other.schema] }, { exact: schema.exact && other.exact });
};

/** `.regex(/…/)`: the pattern as it is written, without flags. */
const pattern: Apply = (schema, call) => {
  const written = call.node.children.at(-1)?.children[0];
  const source = written?.type === 'regex' ? written.children.find((child) => child.field === 'pattern') : undefined;
  const text: Json | undefined = source?.source.text.slice(source.start, source.end);
  return text === undefined ? schema : withKeywords(schema, { pattern: text });
};

export const methods: Readonly<Record<string, Apply>> = {
  describe,
  meta: setMeta,
  optional: (schema) => ({ ...schema, optional: true }),
  exactOptional: (schema) => ({ ...schema, optional: true }),
  nullish: (schema, call) => ({ ...nullable(schema, call), optional: true }),
  nullable,
  required: changeShape((_name, part) => ({ ...part, optional: false })),
  partial: changeShape((name, part, chosen) =>
    chosen.size === 0 || chosen.has(name) ? { ...part, optional: true } : part,
  ),
  deepPartial: changeShape((_name, part) => ({ ...part, optional: true })),
  pick: changeShape((name, part, chosen) => (chosen.has(name) ? part : undefined)),
  omit: changeShape((name, part, chosen) => (chosen.has(name) ? undefined : part)),
  default: setDefault,
  prefault: setDefault,
  min: bound('min'),
  max: bound('max'),
  length: bound('length'),
  gte: bound('min'),
  lte: bound('max'),
  gt: keyword('exclusiveMinimum'),
  lt: keyword('exclusiveMaximum'),
  multipleOf: keyword('multipleOf'),
  step: keyword('multipleOf'),
  int: fixed({ type: 'integer' }),
  positive: fixed({ exclusiveMinimum: 0 }),
  negative: fixed({ exclusiveMaximum: 0 }),
  nonnegative: fixed({ minimum: 0 }),
  nonpositive: fixed({ maximum: 0 }),
  nonempty: (schema) => withKeywords(schema, schema.schema.type === 'array' ? { minItems: 1 } : { minLength: 1 }),
  email: fixed({ format: 'email' }),
  url: fixed({ format: 'uri' }),
  uuid: fixed({ format: 'uuid' }),
  guid: fixed({ format: 'uuid' }),
  datetime: fixed({ format: 'date-time' }),
  date: fixed({ format: 'date' }),
  time: fixed({ format: 'time' }),
  regex: pattern,
  strict: fixed({ additionalProperties: false }),
  passthrough: fixed({ additionalProperties: true }),
  loose: fixed({ additionalProperties: true }),
  catchall: (schema, call) => withKeywords(schema, { additionalProperties: schemaOrAny(call.args[0]?.()).schema }),
  extend: extendShape,
  safeExtend: extendShape,
  augment: extendShape,
  merge: extendShape,
  setKey: extendShape,
  array,
  or,
  and,
};
