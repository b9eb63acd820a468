/** How long the rest of a run takes, judged by the servers that are done. */

export interface Pace {
  /** Milliseconds each finished server took, in the order they finished. */
  durations: readonly number[];
  /** Servers not begun. */
  waiting: number;
  /** Milliseconds since each running server began. */
  running: readonly number[];
  concurrency: number;
}

/** The latest servers tell best, and a few of them are quickly gone through at each event however long the list is. */
const considered = 100;
const fewest = 2;

/**
 * Milliseconds; undefined while too few are done. By the mean, since the few that take long are most of the work; what runs counts
 * into it as well, or the quick ones, which are done first, would promise too much.
 */
export function estimateLeft({ durations, waiting, running, concurrency }: Pace): number | undefined {
  if (waiting === 0 && running.length === 0) return 0;
  if (durations.length < fewest) return undefined;
  const done = durations.slice(-considered);
  const each = (sum(done) + sum(running)) / done.length;
  const leftOfRunning = running.map((elapsed) => expectAfter(done, elapsed));
  const atOnce = Math.max(concurrency, 1);
  const work = (waiting * each + sum(leftOfRunning)) / atOnce;
  return Math.max(work + tail(done, each, Math.min(waiting, atOnce)), ...leftOfRunning);
}

/** What servers that took longer than that took beyond it; half as long again where none did. */
function expectAfter(done: readonly number[], elapsed: number): number {
  const longer = done.filter((duration) => duration > elapsed);
  return longer.length === 0 ? elapsed / 2 : sum(longer) / longer.length - elapsed;
}

/** At the end the last few run alone. `last`: how many of them are still to begin. */
function tail(done: readonly number[], each: number, last: number): number {
  if (last === 0) return 0;
  const sorted = done.toSorted((one, other) => one - other);
  const longest = sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * last) / (last + 1)))] ?? 0;
  return Math.max(longest - each, 0) / 2;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
