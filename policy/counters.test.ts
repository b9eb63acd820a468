import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LimitRule } from '../schema/policy.ts';
import { atTime, countCall, countCalls, noCallsYet, timeToWait, windowLength } from './counters.ts';

const rule: LimitRule = { counter: 'c', window: 'minute', max: 3, scope: 'grant' };

function countAt(times: readonly number[], limit: LimitRule = rule) {
  return times.reduce((state, at) => countCall(state, [limit], at), noCallsYet(0));
}

describe('the counters', () => {
  test('count the calls of the last minute, whenever the clock turns', () => {
    const state = countAt([59_000, 59_500, 61_000]);

    expect(countCalls(atTime(state, 61_000), rule)).toBe(3);
    expect(countCalls(atTime(state, 119_000), rule)).toBe(2);
    expect(countCalls(atTime(state, 121_000), rule)).toBe(0);
  });

  test.each(['minute', 'hour', 'day'] as const)('let go of a call after one %s', (window) => {
    const state = countAt([1000], { ...rule, window });

    expect(countCalls(atTime(state, 1000 + windowLength[window] - 1), { ...rule, window })).toBe(1);
    expect(countCalls(atTime(state, 1000 + windowLength[window]), { ...rule, window })).toBe(0);
  });

  test('count a call once under two rules that share a counter', () => {
    const state = countCall(noCallsYet(0), [rule, { ...rule, max: 9 }], 0);

    expect(countCalls(state, rule)).toBe(1);
  });

  test('keep counters of different windows apart', () => {
    const state = countCall(noCallsYet(0), [rule], 0);

    expect(countCalls(state, { ...rule, window: 'hour' })).toBe(0);
  });

  test('survive being written to disk, whatever the counter is called', () => {
    const limit = { ...rule, counter: '__proto__' };

    const state = JSON.parse(JSON.stringify(countAt([0, 1], limit)));

    expect(countCalls(atTime(state, 1), limit)).toBe(2);
  });

  test('say how long to wait', () => {
    const state = countAt([0, 10_000, 20_000]);

    expect(timeToWait(atTime(state, 30_000), rule)).toBe(30_000);
    expect(timeToWait(atTime(state, 30_000), { ...rule, max: 0 })).toBeUndefined();
  });

  test('count a call from the future when the clock goes back', () => {
    expect(countCalls(atTime(countAt([100_000]), 1000), rule)).toBe(1);
  });

  test('take a damaged count for a full one', () => {
    const state = { at: 1, spent: { 'minute:c': [{ at: 1, calls: -5 }] } };

    expect(countCalls(state, rule)).toBe(Number.POSITIVE_INFINITY);
  });

  test('stay small under many calls, and never count too few', () => {
    const times = Array.from({ length: 5000 }, (_, index) => index * 10);

    const state = countAt(times);

    expect(state.spent['minute:c']?.length).toBeLessThanOrEqual(1024);
    expect(countCalls(atTime(state, 49_990), rule)).toBe(5000);
    expect(countCalls(atTime(state, 70_000), rule)).toBeGreaterThanOrEqual(times.filter((at) => at > 10_000).length);
  });

  test('never let more than the limit into any window', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 60 }), (gaps) => {
        let state = noCallsYet(0);
        const forwarded: number[] = [];
        for (const gap of gaps) {
          const at = state.at + gap;
          const free = countCalls(atTime(state, at), rule) < rule.max;
          state = free ? countCall(state, [rule], at) : atTime(state, at);
          if (free) forwarded.push(at);
        }

        for (const at of forwarded) {
          expect(forwarded.filter((other) => other > at - 60_000 && other <= at).length).toBeLessThanOrEqual(rule.max);
        }
      }),
    );
  });
});
