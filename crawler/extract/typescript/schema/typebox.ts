/** `Type.Object({ … })` of TypeBox, whose schemas are JSON Schema already. */
import type { JsonObject } from '../../../../schema/tool-definition.ts';
import type { Call } from '../evaluate-call.ts';
import { asJsonObject, type SchemaValue, toJson, type Value } from '../value.ts';
import { makeSchema, objectSchema, readShape, schemaOrAny, withKeywords } from './make-schema.ts';

type Construct = (call: Call) => SchemaValue;

/** With the options that the last argument gives. */
function optioned(schema: SchemaValue, options: Value | undefined): SchemaValue {
  const read = toJson(options);
  const keywords = options?.kind === 'object' ? asJsonObject(read) : undefined;
  return keywords ? withKeywords(schema, keywords, read?.exact === true) : schema;
}

const typed =
  (schema: JsonObject): Construct =>
  ({ args }) =>
    optioned(makeSchema(schema), args[0]?.());

export const typeboxConstructors: Readonly<Record<string, Construct>> = {
  String: typed({ type: 'string' }),
  Number: typed({ type: 'number' }),
  Integer: typed({ type: 'integer' }),
  Boolean: typed({ type: 'boolean' }),
  Null: typed({ type: 'null' }),
  Any: typed({}),
  Unknown: typed({}),
  Optional: ({ args }) => ({ ...schemaOrAny(args[0]?.()), optional: true }),
  Array: ({ args }) => {
    const items = schemaOrAny(args[0]?.());
    return optioned(makeSchema({ type: 'array', items: items.schema }, { exact: items.exact }), args[1]?.());
  },
  Literal: ({ args }) => {
    const read = toJson(args[0]?.());
    return optioned(
      makeSchema(read ? { type: typeof read.value, const: read.value } : {}, { exact: read?.exact === true }),
      args[1]?.(),
    );
  },
  Union: ({ args }) => {
    const parts = args[0]?.();
    const schemas = parts?.kind === 'list' ? parts.items.map((item) => schemaOrAny(item.value)) : [];
    return optioned(
      makeSchema({ anyOf: schemas.map(({ schema }) => schema) }, { exact: schemas.every(({ exact }) => exact) }),
      args[1]?.(),
    );
  },
  Record: ({ args }) => makeSchema({ type: 'object', additionalProperties: schemaOrAny(args[1]?.()).schema }),
  Object: ({ args }) => {
    const members = args[0]?.();
    const read =
      members?.kind === 'object' ? readShape(members) : { shape: new Map<string, SchemaValue>(), whole: false };
    return optioned(objectSchema(read.shape, {}, read.whole), args[1]?.());
  },
};
