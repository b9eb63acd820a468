/** How long and how often to wait for an API that is busy. Whatever a server asks for, it is not waited for longer than this. */
export interface Patience {
  /** Requests for one answer, the first included. */
  mostTries: number;
  firstWaitMs: number;
  /** No wait is longer, whatever `retry-after` or a rate-limit header says. */
  longestWaitMs: number;
  /** For one answer of the API. */
  timeoutMs: number;
  /** Between two looks at a batch. */
  pollMs: number;
  /** For a batch to end: the API itself ends one after 24 hours. */
  longestBatchMs: number;
}

export const defaultPatience: Patience = {
  mostTries: 5,
  firstWaitMs: 1_000,
  longestWaitMs: 90_000,
  timeoutMs: 300_000,
  pollMs: 30_000,
  longestBatchMs: 26 * 3_600_000,
};

const seconds = /^\d{1,12}(?:\.\d{1,6})?$/;

/** Milliseconds that the headers ask to wait; undefined where they ask for nothing, or for nonsense. `retry-after` is RFC 9110, 10.2.3. */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const exact = headers.get('retry-after-ms')?.trim() ?? '';
  if (seconds.test(exact)) return Number(exact);
  const text = headers.get('retry-after')?.trim() ?? '';
  if (seconds.test(text)) return Number(text) * 1_000;
  const until = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(until) || until < now ? undefined : until - now;
}

/** `tries` have failed; `chance` is between 0 and 1 and spreads out those who wait together. */
export function chooseWait(tries: number, asked: number | undefined, patience: Patience, chance: number): number {
  const backoff = patience.firstWaitMs * 2 ** Math.min(tries - 1, 20) * (0.75 + chance / 4);
  return Math.min(Math.max(backoff, asked ?? 0), patience.longestWaitMs);
}
