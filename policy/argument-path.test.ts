import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everyElement, type Found, findValues, formatPath, type PathStep, parsePath } from './argument-path.ts';

describe('a path', () => {
  test.each([
    ['args.a', ['a']],
    ['args.a.b', ['a', 'b']],
    ['args.a[0].b', ['a', 0, 'b']],
    ['args.a[*]', ['a', everyElement]],
    ['args.a\\.b', ['a.b']],
    ['args.a\\[0\\]\\\\', ['a[0]\\']],
    ['args.__proto__', ['__proto__']],
    ['args.two words', ['two words']],
  ])('%s is read', (text, steps) => {
    expect(parsePath(text)).toEqual(steps);
  });

  test.each([
    '',
    'args',
    'args.',
    'a',
    'args..a',
    'args.a.',
    'args[0]x',
    'args.a[',
    'args.a[-1]',
    'args.a[01]',
    'args.a]',
    'args.a\\',
    'args.a\\n',
    `args${'.a'.repeat(33)}`,
    `args.${'a'.repeat(1000)}`,
  ])('%s is none', (text) => {
    expect(parsePath(text)).toBeUndefined();
  });

  test('written from any names it leads back to them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 5 }), (names) => {
        expect(parsePath(formatPath(names) ?? '')).toEqual(names);
      }),
    );
  });

  test('cannot be written for a member without a name', () => {
    expect(formatPath([''])).toBeUndefined();
    expect(formatPath([])).toBeUndefined();
  });
});

describe('looking values up', () => {
  test.each<[string, unknown, PathStep[], Found[]]>([
    ['a member', { a: 1 }, ['a'], [{ present: true, value: 1 }]],
    ['null, which is there', { a: null }, ['a'], [{ present: true, value: null }]],
    ['no such member', {}, ['a'], [{ present: false }]],
    ['a member of a text', { a: 'text' }, ['a', 'length'], [{ present: false }]],
    ['a member of a list', { a: [1] }, ['a', 'length'], [{ present: false }]],
    ['the prototype', {}, ['__proto__'], [{ present: false }]],
    ['what the prototype has', {}, ['constructor'], [{ present: false }]],
    ['an element', { a: [1, 2] }, ['a', 1], [{ present: true, value: 2 }]],
    ['an element behind the end', { a: [1] }, ['a', 1], [{ present: false }]],
    ['an element of no list', { a: { 0: 1 } }, ['a', 0], [{ present: false }]],
    ['every element of an empty list', { a: [] }, ['a', everyElement], [{ present: false }]],
    [
      'a member of every element',
      { a: [{ b: 1 }, {}] },
      ['a', everyElement, 'b'],
      [{ present: true, value: 1 }, { present: false }],
    ],
  ])('finds %s', (_, args, steps, expected) => {
    expect(findValues(args, steps)).toEqual(expected);
  });

  test('reaches a member called __proto__ that is really there', () => {
    expect(findValues(JSON.parse('{"__proto__": 1}'), ['__proto__'])).toEqual([{ present: true, value: 1 }]);
  });
});
