/** A limit in words. */
import type { LimitRule } from '../../schema/policy.ts';

/** `at most 10 times a minute and 100 times a day`. */
export function limitInWords(limits: readonly Pick<LimitRule, 'max' | 'window'>[]): string {
  return `at most ${limits.map(({ max, window }) => `${timesInWords(max)} ${perWindow(window)}`).join(' and ')}`;
}

function perWindow(window: LimitRule['window']): string {
  return window === 'hour' ? 'an hour' : `a ${window}`;
}

function timesInWords(max: number): string {
  return max === 1 ? 'once' : `${max} times`;
}
