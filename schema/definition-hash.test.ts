import { expect, test } from 'vitest';
import { canonicalJson, definitionHash } from './definition-hash.ts';

test('is the same whatever the order of keys', () => {
  expect(definitionHash({ name: 'a', inputSchema: { x: 1, y: [2, 3] } })).toBe(
    definitionHash({ inputSchema: { y: [2, 3], x: 1 }, name: 'a' }),
  );
});

test.each([
  ['a word of the description', { name: 'a', description: 'Reads.' }, { name: 'a', description: 'Reads!' }],
  ['the order of an array', { name: 'a', tags: [1, 2] }, { name: 'a', tags: [2, 1] }],
  ['an unknown field', { name: 'a' }, { name: 'a', extra: null }],
])('moves with %s', (_what, before, after) => {
  expect(definitionHash(before)).not.toBe(definitionHash(after));
});

test('keeps a key that JavaScript would take for a prototype', () => {
  expect(canonicalJson(JSON.parse('{"__proto__":{"a":1}}'))).toBe('{"__proto__":{"a":1}}');
});
