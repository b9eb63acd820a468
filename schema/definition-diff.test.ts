import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffDefinitions } from './definition-diff.ts';
import { canonicalJson } from './definition-hash.ts';
import type { Json } from './tool-definition.ts';

const schema = (properties: Json) => ({ name: 'dock', inputSchema: { type: 'object', properties } });

test.each<[string, Json, Json, unknown[]]>([
  ['nothing', { name: 'a', title: 'A' }, { title: 'A', name: 'a' }, []],
  [
    'words',
    { name: 'a', description: 'Reads.' },
    { name: 'a', description: 'Reads.\nThen sends it on.' },
    [{ pointer: '/description', before: 'Reads.', after: 'Reads.\nThen sends it on.' }],
  ],
  [
    'a hint taken away',
    { name: 'a', annotations: { readOnlyHint: true } },
    { name: 'a' },
    [{ pointer: '/annotations', before: '{"readOnlyHint":true}', after: undefined }],
  ],
  [
    'a parameter more, and one that may be more than it was',
    schema({ do: { enum: ['get'] } }),
    schema({ do: { enum: ['get', 'delete'] }, 'a/b': { type: 'string' } }),
    [
      { pointer: '/inputSchema/properties/a~1b', before: undefined, after: '{"type":"string"}' },
      { pointer: '/inputSchema/properties/do/enum', before: '["get"]', after: '["get","delete"]' },
    ],
  ],
  [
    'one of several shapes',
    schema({ x: { anyOf: [{ type: 'string' }, { type: 'null' }] } }),
    schema({ x: { anyOf: [{ type: 'string' }, { type: 'number' }] } }),
    [{ pointer: '/inputSchema/properties/x/anyOf/1/type', before: 'null', after: 'number' }],
  ],
  ['another kind of value', { name: 'a' }, 'a', [{ pointer: '', before: '{"name":"a"}', after: 'a' }]],
])('tells %s', (_what, before, after, expected) => {
  expect(diffDefinitions(before, after)).toEqual(expected);
});

test('tells nothing of what is the same, and something of all that is not', () => {
  const json = fc.jsonValue().map((value): Json => JSON.parse(JSON.stringify(value)));
  fc.assert(
    fc.property(json, json, (before, after) => {
      expect(diffDefinitions(before, before)).toEqual([]);
      expect(diffDefinitions(before, after).length > 0).toBe(canonicalJson(before) !== canonicalJson(after));
    }),
  );
});

test.each<[string, Json]>([
  ['names of the prototype', JSON.parse('{"__proto__":{"a":1},"constructor":1}')],
  ['ten thousand parameters', schema(Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`p${at}`, {}])))],
  ['a text of ten megabytes', { description: 'x'.repeat(10_000_000) }],
  [
    'two hundred levels',
    Array.from({ length: 200 }).reduce<Json>((inner) => ({ in: inner, at: [inner === null] }), null),
  ],
])('stays small for %s', (_what, after) => {
  const changes = diffDefinitions({ name: 'a' }, after);

  expect(changes.length).toBeGreaterThan(0);
  expect(changes.length).toBeLessThanOrEqual(50);
  expect(JSON.stringify(changes).length).toBeLessThan(200_000);
});
