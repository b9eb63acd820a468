/** A status that is no answer → what it means for a source. Undefined where the body is to be read. */
import type { IncomingHttpHeaders } from 'node:http';
import { type FailedAnswer, fail } from './answer.ts';

export function readStatus(status: number, headers: IncomingHttpHeaders, now: number): FailedAnswer | undefined {
  if (status >= 200 && status < 300) return undefined;
  const asked = readRetryAfter(headers['retry-after'], now);
  const isSpent = status === 403 && (asked !== undefined || headers['x-ratelimit-remaining'] === '0');
  if (status === 429 || isSpent || (status === 503 && asked !== undefined)) {
    return fail('rate-limited', `It asks to be left alone for a while (HTTP ${status}).`, asked);
  }
  if (status === 404 || status === 410) return fail('gone', `There is nothing at that address (HTTP ${status}).`);
  if (status === 401 || status === 403 || status === 407 || status === 451) {
    return fail('forbidden', `It refuses access (HTTP ${status}).`);
  }
  if (status >= 500 || status === 408 || status === 425)
    return fail('unreachable', `It is out of order (HTTP ${status}).`);
  return fail('malformed', `It does not take the request (HTTP ${status}).`);
}

/** RFC 9110 §10.2.3: seconds, or a date. Milliseconds from `now`, never negative; undefined where it is neither. */
export function readRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value.trim()) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
