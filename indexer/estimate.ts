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

/** The latest servers tell best, and sorting a few at each event stays cheap however long the list is. */
const considered = 50;
const fewest = 2;

/** Milliseconds; undefined while too few are done. The median, because one server that stalls says nothing of the others. */
export function estimateLeft({ durations, waiting, running, concurrency }: Pace): number | undefined {
  if (waiting === 0 && running.length === 0) return 0;
  if (durations.length < fewest) return undefined;
  const typical = median(durations.slice(-considered));
  const leftOfRunning = running.map((elapsed) => Math.max(typical - elapsed, 0));
  const work = waiting * typical + leftOfRunning.reduce((sum, left) => sum + left, 0);
  return Math.max(work / Math.max(concurrency, 1), ...leftOfRunning);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
