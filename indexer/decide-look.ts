/** Whether a server must be looked at again. Pure: what has to be asked is asked by the caller. */
import type { ServerState } from '../catalogue/index.ts';
import { hasRevision, type Target } from '../crawler/target.ts';
import type { FailureKind } from '../schema/snapshot.ts';

/** These stay so until the server itself changes; all others may be the network's or this machine's doing. */
const lasting: ReadonlySet<FailureKind> = new Set([
  'not-a-server',
  'credential-required',
  'arguments-required',
  'too-large',
  'no-tools-found',
]);

/** A lasting failure is tried again after a day all the same, since launch profiles and this program get better. */
const lastingFailureMs = 24 * 3_600_000;

/**
 * A server may say how long its list stays current (`ttlMs`, MCP 2026-07-28). That is taken at its word for a day at most: a server
 * that means to change its tools unseen would ask for a hundred years.
 */
const longestTrustMs = 24 * 3_600_000;

export interface Asked {
  source: string;
  target: Target;
  state: ServerState | undefined;
  offline: boolean;
  maxAgeMs: number | undefined;
  /** Milliseconds since 1970. */
  now: number;
}

/** `ask`: it depends on whether the revision is still the stored one. `current`: the server itself says that nothing has changed. */
export type Step = 'look' | 'ask' | 'skip' | 'current';

export function decideStep({ source, target, state, offline, maxAgeMs, now }: Asked): Step {
  if (state === undefined || state.target !== source) return 'look';
  const { state: coverage, failure } = state.coverage;
  const failed = coverage === 'failed';
  if (offline) return failed && state.toolCount === 0 ? 'look' : 'skip';
  const longest = maxAgeMs ?? (failed ? lastingFailureMs : Number.POSITIVE_INFINITY);
  if (now - Date.parse(state.lookedAt) > longest) return 'look';
  if (failure !== undefined && !lasting.has(failure)) return 'look';
  if (hasRevision(target)) return 'ask';
  return target.kind === 'http' && failure === undefined && !failed && isCurrent(state, now) ? 'current' : 'look';
}

/** A look that lies in the future, by a clock that was wrong, is trusted for nothing. */
function isCurrent({ lookedAt, ttlMs = 0 }: ServerState, now: number): boolean {
  const age = now - Date.parse(lookedAt);
  return age >= 0 && age < Math.min(ttlMs, longestTrustMs);
}

/** `revision`: what the server is at now. */
export function isStored(state: ServerState, revision: string): boolean {
  return (state.latestRevision ?? state.revision) === revision;
}
