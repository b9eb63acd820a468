import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasRoom } from './room-for-launch.ts';

const gigabyte = 1_000_000_000;

test.each([
  ['an idle machine', { running: 0, young: 0, memory: { total: 4 * gigabyte, available: 3 * gigabyte } }, true],
  [
    'the first server, however little is left',
    { running: 0, young: 0, memory: { total: gigabyte, available: 0 } },
    true,
  ],
  ['a second one with room', { running: 1, young: 0, memory: { total: 4 * gigabyte, available: 2 * gigabyte } }, true],
  ['a second one without', { running: 1, young: 0, memory: { total: 4 * gigabyte, available: 0.5 * gigabyte } }, false],
  [
    'one beside two that still grow',
    { running: 2, young: 2, memory: { total: 4 * gigabyte, available: 2 * gigabyte } },
    false,
  ],
  [
    'the same once they have grown',
    { running: 2, young: 0, memory: { total: 4 * gigabyte, available: 2 * gigabyte } },
    true,
  ],
  [
    'a large machine keeps a larger reserve',
    { running: 1, young: 0, memory: { total: 64 * gigabyte, available: 5 * gigabyte } },
    false,
  ],
  ['a system that does not tell', { running: 7, young: 7, memory: undefined }, true],
])('%s: %#', (_name, load, expected) => {
  expect(hasRoom(load)).toBe(expected);
});

test('less memory, or more that still grow, never makes room', () => {
  const load = fc.record({
    running: fc.nat(20),
    young: fc.nat(20),
    memory: fc.record({ total: fc.nat(100 * gigabyte), available: fc.nat(100 * gigabyte) }),
  });
  fc.assert(
    fc.property(load, fc.nat(gigabyte), (before, taken) => {
      const { total, available } = before.memory;
      if (before.running === 0 || hasRoom(before)) return;
      expect(hasRoom({ ...before, memory: { total, available: available - taken } })).toBe(false);
      expect(hasRoom({ ...before, young: before.young + 1 })).toBe(false);
    }),
  );
});
