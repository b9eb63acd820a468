/** `z.string()` and its like: the JSON Schema that each stands for. */
import type { Json, JsonObject } from '../../../../schema/tool-definition.ts';
import type { Call } from '../evaluate-call.ts';
import { optionsOf, type SchemaValue, toJson, type Value } from '../value.ts';
import { makeSchema, objectSchema, readShape, schemaOrAny, unreadSchema, withKeywords } from './make-schema.ts';

type Construct = (call: Call) => SchemaValue;

function typed(schema: JsonObject): Construct {
  return () => makeSchema(schema);
}

function argument(call: Call, index: number): Value | undefined {
  return call.args[index]?.();
}

const object =
  (rest: JsonObject): Construct =>
  (call) => {
    const shape = optionsOf(argument(call, 0))
      .map(({ value }) => value)
      .find((value) => value?.kind === 'object');
    if (shape?.kind !== 'object')
      return call.args.length === 0 ? objectSchema(new Map(), rest) : objectSchema(new Map(), rest, false);
    const read = readShape(shape);
    return objectSchema(read.shape, rest, read.whole);
  };

function enumeration(call: Call): SchemaValue {
  const read = toJson(argument(call, 0));
  const listed = Array.isArray(read?.value)
    ? read.value
    : typeof read?.value === 'object' && read.value !== null
      ? Object.values(read.value)
      : [];
  const values = listed.filter((value) => typeof value === 'string' || typeof value === 'number');
  if (values.length === 0) return makeSchema({ type: 'string' }, { exact: false });
  const type = values.every((value) => typeof value === 'string')
    ? 'string'
    : values.every((value) => typeof value === 'number')
      ? 'number'
      : undefined;
  return makeSchema({ ...(type ? { type } : {}), enum: values }, { exact: read?.exact === true });
}

function literal(call: Call): SchemaValue {
  const read = toJson(argument(call, 0));
  if (read === undefined) return unreadSchema();
  if (Array.isArray(read.value)) return makeSchema({ enum: read.value }, { exact: read.exact });
  const type = read.value === null ? 'null' : typeof read.value;
  return makeSchema({ type: type === 'object' ? 'string' : type, const: read.value }, { exact: read.exact });
}

function listed(call: Call, index: number): SchemaValue[] | undefined {
  const value = argument(call, index);
  return value?.kind === 'list' ? value.items.map((item) => schemaOrAny(item.value)) : undefined;
}

function anyOf(call: Call, index: number): SchemaValue {
  const parts = listed(call, index);
  return parts === undefined ? unreadSchema() : unionSchema(parts);
}

/** Several constants are a list of values, as Zod's own conversion has it. */
export function unionSchema(parts: readonly SchemaValue[]): SchemaValue {
  const exact = parts.every((part) => part.exact);
  const optional = parts.some((part) => part.optional);
  const constants = parts.map(({ schema }): Json | undefined =>
    Object.keys(schema).length === 2 ? schema.const : undefined,
  );
  const [first] = parts;
  if (first && constants.every((value) => typeof value === 'string'))
    return makeSchema(
      { type: 'string', enum: constants.filter((value) => typeof value === 'string') },
      { exact, optional },
    );
  return makeSchema({ anyOf: parts.map(({ schema }) => schema) }, { exact, optional });
}

function array(call: Call): SchemaValue {
  const items = schemaOrAny(argument(call, 0));
  return makeSchema({ type: 'array', items: items.schema }, { exact: items.exact });
}

function record(call: Call): SchemaValue {
  const values = schemaOrAny(argument(call, call.args.length > 1 ? 1 : 0));
  return makeSchema({ type: 'object', additionalProperties: values.schema }, { exact: values.exact });
}

function tuple(call: Call): SchemaValue {
  const parts = listed(call, 0) ?? [];
  const items = parts.map(({ schema }) => schema);
  return makeSchema(
    { type: 'array', minItems: items.length, maxItems: items.length, items },
    { exact: parts.every(({ exact }) => exact) },
  );
}

function intersection(call: Call): SchemaValue {
  const parts = [schemaOrAny(argument(call, 0)), schemaOrAny(argument(call, 1))];
  return makeSchema({ allOf: parts.map(({ schema }) => schema) }, { exact: parts.every(({ exact }) => exact) });
}

/** The last argument that is a schema. */
const inner: Construct = (call) => {
  const values = call.args.map((arg) => arg());
  const found = values.findLast((value) => value?.kind === 'schema');
  return found?.kind === 'schema' ? found : unreadSchema();
};

const text = (format: string): Construct => typed({ type: 'string', format });

export const constructors: Readonly<Record<string, Construct>> = {
  string: typed({ type: 'string' }),
  number: typed({ type: 'number' }),
  int: typed({ type: 'integer' }),
  int32: typed({ type: 'integer' }),
  bigint: typed({ type: 'integer' }),
  boolean: typed({ type: 'boolean' }),
  stringbool: typed({ type: 'string' }),
  date: text('date-time'),
  datetime: text('date-time'),
  email: text('email'),
  url: text('uri'),
  uuid: text('uuid'),
  guid: text('uuid'),
  null: typed({ type: 'null' }),
  any: typed({}),
  unknown: typed({}),
  never: typed({ not: {} }),
  undefined: () => makeSchema({}, { optional: true }),
  void: () => makeSchema({}, { optional: true }),
  object: object({}),
  strictObject: object({ additionalProperties: false }),
  looseObject: object({ additionalProperties: true }),
  interface: object({}),
  enum: enumeration,
  nativeEnum: enumeration,
  literal,
  union: (call) => anyOf(call, 0),
  discriminatedUnion: (call) => anyOf(call, 1),
  intersection,
  array,
  set: (call) => withKeywords(array(call), { uniqueItems: true }),
  record,
  partialRecord: record,
  map: typed({ type: 'object' }),
  tuple,
  optional: (call) => ({ ...inner(call), optional: true }),
  nullable: (call) => unionSchema([inner(call), makeSchema({ type: 'null' })]),
  nullish: (call) => ({ ...unionSchema([inner(call), makeSchema({ type: 'null' })]), optional: true }),
  preprocess: inner,
  pipe: inner,
  json: typed({}),
  custom: typed({}),
  instanceof: typed({}),
  toJSONSchema: inner,
  lazy: (call) => {
    const fn = argument(call, 0);
    // What refers to itself has no end; one level says what it is.
    return fn?.kind === 'schema' ? fn : unreadSchema();
  },
};
