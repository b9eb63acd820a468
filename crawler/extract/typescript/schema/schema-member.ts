import { makeList, makeObject, type Plain, plain, type SchemaValue, type Value } from '../value.ts';

/** `.shape` of an object, `.options` and `.enum` of an enumeration, `.element` of an array. */
export function readSchemaMember(value: SchemaValue, name: string): Value | undefined {
  const values = Array.isArray(value.schema.enum) ? value.schema.enum.filter(isPlain) : [];
  switch (name) {
    case 'shape':
      return value.shape && makeObject(value.shape, value.exact);
    case 'options':
      return makeList(
        values.map((one) => plain(one)),
        values.length > 0,
      );
    case 'enum':
    case 'Enum':
    case 'Values':
      return makeObject(values.map((one) => [String(one), plain(one)]));
    case 'value':
      return isPlain(value.schema.const) ? plain(value.schema.const) : undefined;
    case 'description':
      return typeof value.schema.description === 'string' ? plain(value.schema.description) : undefined;
    default:
      // `schema.properties` of what was written out as JSON Schema.
      return undefined;
  }
}

function isPlain(value: unknown): value is Plain {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
