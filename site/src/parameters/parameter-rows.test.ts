import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isJsonObject, type JsonObject } from '../../../schema/tool-definition.ts';
import { parameterTable } from './parameter-rows.ts';

function rowsOf(schema: JsonObject) {
  return parameterTable(schema).rows;
}

test('lists a parameter with its type, default, values and bounds', () => {
  const [row] = rowsOf({
    type: 'object',
    properties: {
      mode: { type: 'string', enum: ['fast', 'slow'], default: 'fast', description: 'How to go.', minLength: 1 },
    },
    required: ['mode'],
  });

  expect(row).toMatchObject({
    name: 'mode',
    type: 'string',
    required: true,
    default: '"fast"',
    values: ['fast', 'slow'],
    bounds: ['not empty'],
    description: 'How to go.',
  });
});

test('lists the fields of an object one level down, and of the objects in a list', () => {
  const rows = rowsOf({
    properties: {
      target: { type: 'object', properties: { host: { type: 'string' } }, required: ['host'] },
      rows: { type: 'array', items: { type: 'object', properties: { cell: { type: 'integer' } } } },
    },
  });

  expect(rows.map((row) => [row.parent, row.name, row.type, row.required])).toEqual([
    [undefined, 'target', 'object', false],
    ['target', 'host', 'string', true],
    [undefined, 'rows', 'list of object', false],
    ['rows[]', 'cell', 'integer', false],
  ]);
});

test('follows a reference inside the schema', () => {
  const [row] = rowsOf({
    properties: { level: { $ref: '#/$defs/Level', description: 'Chosen here.' } },
    $defs: { Level: { type: 'string', enum: ['a'], description: 'Defined there.' } },
  });

  expect(row).toMatchObject({ type: 'string', values: ['a'], description: 'Chosen here.' });
});

test('joins alternatives and leaves null to the Required column', () => {
  const [row] = rowsOf({
    properties: { id: { anyOf: [{ type: 'string' }, { type: 'integer' }, { type: 'null' }], default: null } },
  });

  expect(row).toMatchObject({ type: 'string or integer', default: 'null' });
});

test('takes the parts of allOf together', () => {
  const rows = rowsOf({
    allOf: [
      { properties: { a: { type: 'string' } }, required: ['a'] },
      { properties: { b: { type: 'integer' } }, required: ['b'] },
    ],
  });

  expect(rows.map((row) => [row.name, row.required])).toEqual([
    ['a', true],
    ['b', true],
  ]);
});

test('stops at a reference that leads to itself', () => {
  const rows = rowsOf({
    properties: { node: { $ref: '#/$defs/Node' } },
    $defs: { Node: { $ref: '#/$defs/Node', anyOf: [{ $ref: '#/$defs/Node' }] } },
  });

  expect(rows).toHaveLength(1);
});

test('keeps a parameter called __proto__', () => {
  const schema: unknown = JSON.parse('{"properties":{"__proto__":{"type":"string"},"constructor":{"type":"number"}}}');

  const rows = isJsonObject(schema) ? rowsOf(schema) : [];

  expect(rows.map((row) => [row.name, row.type])).toEqual([
    ['__proto__', 'string'],
    ['constructor', 'number'],
  ]);
});

test('bounds the table and counts the rest', () => {
  const properties = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`p${index}`, { type: 'string' }]));

  expect(parameterTable({ properties })).toMatchObject({ more: 100, rows: { length: 400 } });
});

test('has no rows where there is no schema', () => {
  expect(parameterTable(undefined).rows).toEqual([]);
});

test('answers any object at all', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const schema: unknown = { properties: value, anyOf: [value], required: value };

      expect(() => (isJsonObject(schema) ? parameterTable(schema) : undefined)).not.toThrow();
    }),
  );
});
