/** A limit in words. */
import type { LimitRule } from '../../schema/policy.ts';

/** `at most 10 times a minute and 100 times a day`: of several limits in one window, the lowest. */
export function limitInWords(limits: readonly Pick<LimitRule, 'max' | 'window'>[]): string {
  const lowest = [...Map.groupBy(limits, ({ window }) => window)].map(
    ([window, given]) => `${timesInWords(Math.min(...given.map(({ max }) => max)))} ${perWindow(window)}`,
  );
  return `at most ${lowest.join(' and ')}`;
}

function perWindow(window: LimitRule['window']): string {
  return window === 'hour' ? 'an hour' : `a ${window}`;
}

function timesInWords(max: number): string {
  return max === 1 ? 'once' : `${max} times`;
}
