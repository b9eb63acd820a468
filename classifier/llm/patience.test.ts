import { describe, expect, it } from 'vitest';
import { chooseWait, defaultPatience, readRetryAfter } from './patience.ts';

const now = Date.parse('2026-01-01T00:00:00Z');
const asks = (headers: Record<string, string>) => readRetryAfter(new Headers(headers), now);

describe('what a server asks to wait', () => {
  it.each<[string, Record<string, string>, number | undefined]>([
    ['seconds', { 'retry-after': '7' }, 7_000],
    ['parts of a second', { 'retry-after': '0.5' }, 500],
    ['milliseconds', { 'retry-after-ms': '250', 'retry-after': '9' }, 250],
    ['a date', { 'retry-after': 'Thu, 01 Jan 2026 00:00:30 GMT' }, 30_000],
    ['a date that is past', { 'retry-after': 'Mon, 01 Jan 2001 00:00:00 GMT' }, undefined],
    ['less than nothing', { 'retry-after': '-5' }, undefined],
    ['garbage', { 'retry-after': 'soon' }, undefined],
    ['a number in disguise', { 'retry-after': '1e99' }, undefined],
    ['Infinity', { 'retry-after': 'Infinity' }, undefined],
    ['a number of a hundred digits', { 'retry-after': '9'.repeat(100) }, undefined],
    ['nothing', {}, undefined],
  ])('is read from %s', (_what, headers, expected) => {
    expect(asks(headers)).toBe(expected);
  });
});

describe('how long is waited', () => {
  it('grows with each try', () => {
    const waits = [1, 2, 3, 4].map((tries) => chooseWait(tries, undefined, defaultPatience, 1));

    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
  });

  it('is what the server asks for, where that is longer', () => {
    expect(chooseWait(1, 20_000, defaultPatience, 1)).toBe(20_000);
  });

  it.each([315_360_000_000, Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY])(
    'is never longer than the bound: %d ms',
    (asked) => {
      expect(chooseWait(1, asked, defaultPatience, 1)).toBe(defaultPatience.longestWaitMs);
      expect(chooseWait(5_000, undefined, defaultPatience, 1)).toBe(defaultPatience.longestWaitMs);
    },
  );
});
