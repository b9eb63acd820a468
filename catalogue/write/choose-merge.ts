/** What a look may do to the tools known before. A look that could not read everything never makes the catalogue forget. */
import type { Coverage, Snapshot } from '../../schema/snapshot.ts';

/**
 * `replace`: the look shows the whole list. `merge`: it shows a part; what it does not show is kept.
 * `keep`: it shows nothing, or less than what is known of the same revision.
 */
export type Merge = 'replace' | 'merge' | 'keep';

export interface Known {
  revision: string | undefined;
  /** Coverage of the look that the known tools come from. */
  coverage: Coverage;
}

/** `known` is undefined before the first look that showed tools. */
export function chooseMerge(known: Known | undefined, snapshot: Snapshot): Merge {
  const { coverage, tools, revision } = snapshot;
  if (coverage.state === 'failed' && tools.length === 0) return 'keep';
  const isWhole = coverage.failure === undefined && coverage.state !== 'failed';
  if (known === undefined || isWhole) return 'replace';
  const sameRevision = revision !== undefined && revision === known.revision;
  // A list that a server gave says more than its source does.
  const isReadInstead = coverage.state === 'source-only' && known.coverage.state !== 'source-only';
  if (sameRevision && (known.coverage.state === 'complete' || isReadInstead)) return 'keep';
  return 'merge';
}
