import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareVersions, isUnfinished, type PythonVersion, parseVersion } from './version.ts';

function parse(text: string): PythonVersion {
  const version = parseVersion(text);
  if (version === undefined) throw new Error(`${text} is not read`);
  return version;
}

/** Oldest first; each row is one version in several spellings. */
const order = [
  ['0.9'],
  ['1.0.dev1', '1.0-DEV1', 'v1dev1'],
  ['1.0.dev2'],
  ['1.0a1.dev1'],
  ['1.0a1', '1.0alpha1', '1.0-a.1', '1A1'],
  ['1.0a2.dev456'],
  ['1.0a12', '1.0.a12'],
  ['1.0b1.dev1'],
  ['1.0b2', '1.0-beta_2'],
  ['1.0b2.post345.dev456'],
  ['1.0b2.post345', '1.0b2-345'],
  ['1.0rc1.dev456'],
  ['1.0rc1', '1.0c1', '1.0-preview1', '1.0pre1'],
  ['1.0', '1', '1.0.0', '01.00', ' 1.0\n'],
  ['1.0+abc.5'],
  ['1.0+abc.7'],
  ['1.0+5', '1.0+05'],
  ['1.0+5.1', '1.0+5-1', '1.0+5_1'],
  ['1.0.post456.dev34'],
  ['1.0.post456', '1.0-456', '1.0.r456', '1.0rev456'],
  ['1.0.15'],
  ['1.1.dev1'],
  ['1.1'],
  ['1.2.3.4'],
  ['1.10'],
  ['2024.11.2'],
  ['99999999999999999999999'],
  ['1!0.1'],
];

test('puts versions in the order of the specification, whatever their spelling', () => {
  for (const [index, row] of order.entries()) {
    for (const one of row) {
      for (const [otherIndex, others] of order.entries()) {
        for (const other of others) {
          expect([one, other, Math.sign(compareVersions(parse(one), parse(other)))]).toEqual([
            one,
            other,
            Math.sign(index - otherIndex) + 0,
          ]);
        }
      }
    }
  }
});

test.each(['', 'latest', '1..0', '1.0-', '1.0+', '1.0+a..b', '-1', '1.0 beta', '1.0/2', '1'.repeat(101), '١.٢'])(
  '%j is no version',
  (text) => {
    expect(parseVersion(text)).toBeUndefined();
  },
);

test.each([
  ['1.0', false],
  ['1.0.post1', false],
  ['1.0+local', false],
  ['1.0rc1', true],
  ['1.0.post1.dev1', true],
  ['1.0.dev0', true],
])('%s is unfinished: %s', (text, unfinished) => {
  expect(isUnfinished(parse(text))).toBe(unfinished);
});

test('is an order: turned round it is the opposite', () => {
  const part = fc.constantFrom('', 'a1', 'b0', 'rc2', '.post1', '.dev3', 'a1.dev1', 'rc1.post2', '+x.1', '+2');
  const text = fc.tuple(fc.array(fc.nat(3), { minLength: 1, maxLength: 3 }), part).map(([r, p]) => r.join('.') + p);
  fc.assert(
    fc.property(text, text, text, (a, b, c) => {
      const [one, two, three] = [parse(a), parse(b), parse(c)];
      expect(Math.sign(compareVersions(one, two)) + Math.sign(compareVersions(two, one))).toBe(0);
      if (compareVersions(one, two) <= 0 && compareVersions(two, three) <= 0) {
        expect(compareVersions(one, three)).toBeLessThanOrEqual(0);
      }
    }),
  );
});

test('takes no time over a text made to cost it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('1', '.', '-', 'a', 'post', '+', '_'), { maxLength: 100 }), (parts) => {
      parseVersion(parts.join(''));
    }),
  );
});
