/** One look with a bound on its time: a server that stalls, or a reader that does not stop when told to, never holds the others. */
import { type InspectContext, inspect } from '../crawler/inspect.ts';
import type { Target } from '../crawler/target.ts';
import type { Snapshot } from '../schema/snapshot.ts';

export type TimedLook = { ended: 'done'; snapshot: Snapshot } | { ended: 'too-long' } | { ended: 'stopped' };

/** Milliseconds: until it is told to stop, and from then on for sandboxes to be cleared away. */
export interface TimeBounds {
  limitMs: number;
  graceMs: number;
}

/** `context.signal` stops the run. Rejects for a fault of ours alone. */
export async function lookInTime(target: Target, context: InspectContext, bounds: TimeBounds): Promise<TimedLook> {
  const { limitMs, graceMs } = bounds;
  const overtime = new AbortController();
  const limit = setTimeout(() => overtime.abort(), limitMs);
  const signal = AbortSignal.any([context.signal, overtime.signal]);
  const settled = new AbortController();
  let grace: NodeJS.Timeout | undefined;
  const abandoned = new Promise<undefined>((resolve) => {
    const startGrace = () => {
      grace = setTimeout(resolve, graceMs, undefined);
    };
    // Until this look is settled: the run's signal outlives it, and a timer set later would hold the process.
    signal.addEventListener('abort', startGrace, { signal: settled.signal });
  });
  try {
    const snapshot = await Promise.race([looking(target, { ...context, signal }), abandoned]);
    if (context.signal.aborted) return { ended: 'stopped' };
    return snapshot === undefined || overtime.signal.aborted ? { ended: 'too-long' } : { ended: 'done', snapshot };
  } finally {
    settled.abort();
    clearTimeout(limit);
    clearTimeout(grace);
  }
}

/** Undefined where the signal ended it; what an abandoned look does later is nobody's concern. */
async function looking(target: Target, context: InspectContext): Promise<Snapshot | undefined> {
  try {
    return await inspect(target, context);
  } catch (error) {
    if (context.signal.aborted) return undefined;
    throw error;
  }
}
