import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stripJsonComments } from './strip-json-comments.ts';

test.each([
  ['{"a":1} // end', { a: 1 }],
  ['// start\n{"a":/* in */1}', { a: 1 }],
  ['{"a":[1,2,],}', { a: [1, 2] }],
  ['{"a":[1, // one\n ],/* all */}', { a: [1] }],
  ['{"a":"// no /* comment */","b":",}"}', { a: '// no /* comment */', b: ',}' }],
  ['{"a":"\\"//","b":1}', { a: '"//', b: 1 }],
  ['\ufeff{}', {}],
])('reads %s', (text, expected) => {
  expect(JSON.parse(stripJsonComments(text) ?? '')).toEqual(expected);
});

test.each(['{"a":1 /* open', '{"a', '{"a\n":1}'])('%s has an end missing', (text) => {
  expect(stripJsonComments(text)).toBeUndefined();
});

test.each(['{,}', '[,1]', '[1,,]', '{"a":1,,}', '{"a" 1}', '{"a":1}}', 'a', '[1 /]'])('%s stays no JSON', (text) => {
  const stripped = stripJsonComments(text);

  expect(() => JSON.parse(stripped ?? '')).toThrow();
});

test('leaves JSON as it is, and takes comments and last commas out of it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain = JSON.stringify(value, null, 1);
      const decorated = `/* , */ ${plain.replace(/\n(?= *[}\]])/g, ',// "x"\n')}`;

      expect(stripJsonComments(plain)).toBe(plain);
      expect(JSON.parse(stripJsonComments(decorated) ?? '')).toEqual(JSON.parse(plain));
    }),
  );
});

test('comes back from any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('"', '\\', '/', '*', ',', '}', '\n', 'a') }), (text) => {
      stripJsonComments(text);
    }),
  );
});
