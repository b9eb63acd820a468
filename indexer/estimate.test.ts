import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimateLeft } from './estimate.ts';

const pace = { durations: [1000, 1000, 1000], waiting: 4, running: [], concurrency: 2 };

test('shares what is waiting among those that work at a time', () => {
  expect(estimateLeft(pace)).toBe(2000);
});

test('goes by the middle, so that one server that stalled does not count for the rest', () => {
  expect(estimateLeft({ ...pace, durations: [1000, 1000, 90_000] })).toBe(2000);
});

test('counts what a running server has behind it', () => {
  expect(estimateLeft({ ...pace, waiting: 0, running: [400, 5000] })).toBe(600);
});

test('says nothing before two are done', () => {
  expect(estimateLeft({ ...pace, durations: [1000] })).toBeUndefined();
});

test('is nothing once all are done', () => {
  expect(estimateLeft({ ...pace, waiting: 0 })).toBe(0);
});

test('is never negative, and never less for one more server waiting', () => {
  const ms = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(
      fc.array(ms),
      fc.nat(100),
      fc.array(ms),
      fc.integer({ min: 1, max: 64 }),
      (durations, waiting, running, concurrency) => {
        const left = estimateLeft({ durations, waiting, running, concurrency });
        const more = estimateLeft({ durations, waiting: waiting + 1, running, concurrency });

        expect(left ?? 0).toBeGreaterThanOrEqual(0);
        if (left !== undefined && more !== undefined) expect(more).toBeGreaterThanOrEqual(left);
      },
    ),
  );
});
