/** Keeps requests within what the API says is left (`anthropic-ratelimit-*` headers), so that most of the 429 answers never come. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Pacer {
  /** Comes back when a request of so many tokens may be sent. @throws where the signal is aborted */
  turn(tokens: { input: number; output: number }, signal: AbortSignal): Promise<void>;
  heed(headers: Headers): void;
}

interface Limit {
  left: number;
  /** How much there is of it at its fullest. */
  full: number;
  resetsAt: number;
}

const limits = ['requests', 'tokens', 'input-tokens', 'output-tokens'] as const;
type LimitName = (typeof limits)[number];

/** The limits that a response states; a limit that makes no sense is not there, and a reset is never further off than `longestWaitMs`. */
export function readLimits(headers: Headers, now: number, longestWaitMs: number): Map<LimitName, Limit> {
  const found = new Map<LimitName, Limit>();
  for (const name of limits) {
    const left = headers.get(`anthropic-ratelimit-${name}-remaining`)?.trim() ?? '';
    const resetsAt = Date.parse(headers.get(`anthropic-ratelimit-${name}-reset`) ?? '');
    if (!/^\d{1,12}$/.test(left) || Number.isNaN(resetsAt) || resetsAt <= now) continue;
    const full = headers.get(`anthropic-ratelimit-${name}-limit`)?.trim() ?? '';
    found.set(name, {
      left: Number(left),
      full: /^\d{1,12}$/.test(full) ? Number(full) : 1,
      resetsAt: Math.min(resetsAt, now + longestWaitMs),
    });
  }
  return found;
}

export function openPacer(longestWaitMs: number): Pacer {
  const known = new Map<LimitName, Limit>();
  return {
    async turn({ input, output }, signal) {
      const need: Record<LimitName, number> = {
        requests: 1,
        tokens: input + output,
        'input-tokens': input,
        'output-tokens': output,
      };
      for (;;) {
        signal.throwIfAborted();
        const now = Date.now();
        for (const [name, { resetsAt }] of known) if (resetsAt <= now) known.delete(name);
        // What does not fit into the whole of a limit waits for a full one and no longer.
        const short = [...known].filter(([name, { left, full }]) => left < Math.min(need[name], full));
        const until = Math.max(0, ...short.map(([, { resetsAt }]) => resetsAt));
        if (until <= now) break;
        await sleep(until - now, undefined, { signal });
      }
      for (const [name, limit] of known) limit.left -= need[name];
    },
    heed(headers) {
      for (const [name, limit] of readLimits(headers, Date.now(), longestWaitMs)) known.set(name, limit);
    },
  };
}
