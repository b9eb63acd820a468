/**
 * How often each limit has been used, for one client identity. Windows slide: what counts is the calls of the last 60 seconds, 60
 * minutes or 24 hours. Windows that start on the clock's minute would let twice the limit through around each start.
 */
import type { LimitRule } from '../schema/policy.ts';

/** Calls that were forwarded at one time, in milliseconds since 1970. */
interface SpentCalls {
  readonly at: number;
  readonly calls: number;
}

/** Plain data, so that it can be written to disk. Keys are `<window>:<counter>`; each list is in order of time. */
export interface CounterState {
  /** Now, in milliseconds since 1970. */
  readonly at: number;
  readonly spent: Readonly<Record<string, readonly SpentCalls[]>>;
}

export const windowLength = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const satisfies Record<
  LimitRule['window'],
  number
>;

// Beyond this many entries, neighbours are joined at the later one's time: a call is then counted for longer, never for less.
const mostEntries = 1024;

export function noCallsYet(at: number): CounterState {
  return { at, spent: {} };
}

/** The same counts, seen at another time. */
export function atTime(state: CounterState, at: number): CounterState {
  return { at, spent: state.spent };
}

/** How many calls of the window are counted. A time that makes no sense counts as endless. */
export function countCalls(state: CounterState, rule: LimitRule): number {
  if (!Number.isFinite(state.at)) return Number.POSITIVE_INFINITY;
  const start = state.at - windowLength[rule.window];
  return entriesOf(state, rule).reduce(
    (sum, { at, calls }) => (at <= start ? sum : sum + (calls > 0 ? calls : Number.POSITIVE_INFINITY)),
    0,
  );
}

/** Milliseconds until a call under this limit is free again; undefined where waiting does not help. */
export function timeToWait(state: CounterState, rule: LimitRule): number | undefined {
  const length = windowLength[rule.window];
  let excess = countCalls(state, rule) - rule.max + 1;
  for (const { at, calls } of entriesOf(state, rule)) {
    if (at <= state.at - length) continue;
    excess -= calls;
    if (excess <= 0) return at + length - state.at;
  }
  return undefined;
}

/** Counts one forwarded call under each of the rules; rules that share a counter count it once. */
export function countCall(state: CounterState, rules: readonly LimitRule[], at: number): CounterState {
  const spent: Record<string, readonly SpentCalls[]> = { ...state.spent };
  for (const rule of rules) {
    const recent = entriesOf(state, rule).filter((entry) => !(entry.at <= at - windowLength[rule.window]));
    spent[keyOf(rule)] = joinNeighbours(addCall(recent, at));
  }
  return { at, spent };
}

function keyOf({ window, counter }: LimitRule): string {
  return `${window}:${counter}`;
}

function entriesOf(state: CounterState, rule: LimitRule): readonly SpentCalls[] {
  const key = keyOf(rule);
  return Object.hasOwn(state.spent, key) ? (state.spent[key] ?? []) : [];
}

function addCall(entries: readonly SpentCalls[], at: number): SpentCalls[] {
  const last = entries.at(-1);
  if (last && last.at >= at) return [...entries.slice(0, -1), { at: last.at, calls: last.calls + 1 }];
  return [...entries, { at, calls: 1 }];
}

function joinNeighbours(entries: readonly SpentCalls[]): readonly SpentCalls[] {
  if (entries.length <= mostEntries) return entries;
  const joined: SpentCalls[] = [];
  for (let index = 0; index < entries.length; index += 2) {
    const [first, second] = [entries[index], entries[index + 1]];
    if (first && second) joined.push({ at: second.at, calls: first.calls + second.calls });
    else if (first) joined.push(first);
  }
  return joined;
}
