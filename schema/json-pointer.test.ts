import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromPointer, resolvePointer, toPointer } from './json-pointer.ts';

const document = { a: [{ 'x/y': 1, 'm~n': 2 }], '': 3 };

test.each([
  ['', document],
  ['/a/0/x~1y', 1],
  ['/a/0/m~0n', 2],
  ['/', 3],
  ['/a/7', undefined],
  ['/constructor', undefined],
  ['/__proto__', undefined],
])('resolves %j', (pointer, value) => {
  expect(resolvePointer(document, pointer)).toEqual(value);
});

test('reads back the segments it was made of', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (segments) => {
      expect(fromPointer(toPointer(segments))).toEqual(segments);
    }),
  );
});
