import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignSegments, makeStorableText, makeToolKeys } from './storable-id.ts';

const keysOf = (...names: string[]) => makeToolKeys(names.map((name) => ({ name })));

test('a plain name is its own key', () => {
  expect(keysOf('dock', 'Dock', '__proto__', 'constructor')).toEqual(['dock', 'Dock', '__proto__', 'constructor']);
});

test('names that would become one in the store stay apart', () => {
  const keys = keysOf('a\ud800', 'a\\ud800', 'a\0', 'a\\u0000', 'x'.repeat(5000), `${'x'.repeat(5000)}y`);

  expect(new Set(keys).size).toBe(6);
});

test('keys are unique, bounded and storable, whatever a list holds', () => {
  const name = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('a', 'a #2', 'a (2)', 'a\ud800', 'a\ud801', 'a\0'),
  );
  fc.assert(
    fc.property(fc.array(name, { maxLength: 20 }), (names) => {
      const keys = keysOf(...names);
      const segments = assignSegments(keys, new Map());

      expect(new Set(keys).size).toBe(names.length);
      expect(new Set(segments.values()).size).toBe(names.length);
      for (const key of keys) {
        expect(key.length).toBeLessThan(220);
        expect(makeStorableText(key)).toBe(key);
      }
    }),
  );
});

test('a tool keeps the address it has, also against a newcomer that would have the same', () => {
  const segments = assignSegments(['newcomer', 'dock'], new Map([['dock', 'newcomer']]));

  expect(Object.fromEntries(segments)).toEqual({ newcomer: 'newcomer~2', dock: 'newcomer' });
});
