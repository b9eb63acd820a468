/** Lets looks begin one after another as the machine has room for them, the first that came first. */
import { hasRoom, type Memory } from './room-for-launch.ts';

export interface GateOptions {
  readMemory: () => Promise<Memory | undefined>;
  /** Milliseconds in which a look that began is taken to be still growing. */
  youngMs?: number;
  /** Milliseconds between two readings of the memory while somebody waits. */
  pollMs?: number;
}

interface Look {
  /** When it began, by the monotonic clock. */
  at: number;
}

interface Waiting {
  /** Undefined where it no longer waits. */
  settle: ((look: Look | undefined) => void) | undefined;
  tell: (() => void) | undefined;
}

export class LaunchGate {
  readonly #options: Required<GateOptions>;
  readonly #running = new Set<Look>();
  readonly #queue: Waiting[] = [];
  #isReading = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: GateOptions) {
    this.#options = { youngMs: 8_000, pollMs: 1_000, ...options };
  }

  /** Runs the work once there is room; undefined where the signal ended the waiting. `onWait` is told where it is not at once. */
  async pass<Result>(
    signal: AbortSignal,
    work: () => Promise<Result>,
    onWait?: () => void,
  ): Promise<Result | undefined> {
    const look = await this.#wait(signal, onWait);
    if (look === undefined) return undefined;
    void this.#letNextIn();
    try {
      return await work();
    } finally {
      this.#running.delete(look);
      void this.#letNextIn();
    }
  }

  #wait(signal: AbortSignal, tell: (() => void) | undefined): Promise<Look | undefined> {
    if (signal.aborted) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const giveUp = () => waiting.settle?.(undefined);
      const waiting: Waiting = {
        tell,
        settle: (look) => {
          waiting.settle = undefined;
          signal.removeEventListener('abort', giveUp);
          resolve(look);
        },
      };
      signal.addEventListener('abort', giveUp, { once: true });
      this.#queue.push(waiting);
      void this.#letNextIn();
    });
  }

  /** Whoever is let in asks for the next one. A call while the memory is being read is answered by that reading. */
  async #letNextIn(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    const memory = await this.#options.readMemory().catch(() => undefined);
    this.#isReading = false;
    clearTimeout(this.#timer);
    while (this.#queue[0]?.settle === undefined && this.#queue.length > 0) this.#queue.shift();
    const [next] = this.#queue;
    if (next === undefined) return;
    if (!hasRoom({ running: this.#running.size, young: this.#countYoung(), memory })) {
      for (const waiting of this.#queue) {
        waiting.tell?.();
        waiting.tell = undefined;
      }
      this.#timer = setTimeout(() => void this.#letNextIn(), this.#options.pollMs);
      return;
    }
    this.#queue.shift();
    const look = { at: performance.now() };
    this.#running.add(look);
    next.settle?.(look);
  }

  #countYoung(): number {
    const since = performance.now() - this.#options.youngMs;
    return [...this.#running].filter(({ at }) => at > since).length;
  }
}
