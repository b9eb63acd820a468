/** One request at a time for each host, with a pause between two, and none while the host asks to be left alone. */
import { setTimeout as sleep } from 'node:timers/promises';

export class HostTurns {
  readonly #spacingMs: number;
  /** Host → when the last of its requests so far will be over. */
  readonly #queues = new Map<string, Promise<void>>();
  /** Host → by the monotonic clock. */
  readonly #quietUntil = new Map<string, number>();

  constructor(spacingMs: number) {
    this.#spacingMs = spacingMs;
  }

  /** Rejects where `signal` aborts while it waits; the next in the queue has its turn all the same. */
  async take<Result>(host: string, signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    const before = this.#queues.get(host);
    const turn = Promise.withResolvers<void>();
    this.#queues.set(host, turn.promise);
    try {
      if (before !== undefined) {
        await before;
        signal.throwIfAborted();
        if (this.#spacingMs > 0) await sleep(this.#spacingMs, undefined, { signal });
      }
      signal.throwIfAborted();
      return await work();
    } finally {
      turn.resolve();
    }
  }

  keepQuiet(host: string, forMs: number): void {
    this.#quietUntil.set(host, performance.now() + forMs);
  }

  /** Milliseconds that the host still asks to be left alone. */
  quietFor(host: string): number {
    return Math.max(0, (this.#quietUntil.get(host) ?? 0) - performance.now());
  }
}
