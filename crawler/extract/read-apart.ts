/**
 * Reads source in processes beside this one, so that a bundle of megabytes or a repository of thousands of files neither holds up the
 * servers that are being looked at nor costs more time and memory than it is worth. One for packages and one for trees: a large
 * repository does not hold up the packages.
 */
import type { FailureKind } from '../../schema/snapshot.ts';
import type { Extraction, ExtractOptions } from './extract.ts';
import { ReadingProcess, type ReadLimits } from './reading-process.ts';
import type { SourceTree } from './source-tree.ts';

/** The largest bundles take seven seconds on an idle machine; the readers' own bounds end the rest. */
const packageLimits: ReadLimits = { limitMs: 45_000, heapMb: 1_500 };
/** As much as is read of one repository takes about four minutes on a busy machine. */
const treeLimits: ReadLimits = { limitMs: 300_000, heapMb: 2_500 };

const packages = new ReadingProcess();
const trees = new ReadingProcess();

/** Undefined where it takes too long or too much memory, breaks the reader, or the signal aborts. Never rejects. */
export function readPackageApart(
  folder: string,
  signal: AbortSignal,
  limits: ReadLimits = packageLimits,
): Promise<Extraction | undefined> {
  return packages.read({ kind: 'package', folder }, undefined, signal, limits);
}

/** The same for a tree. Rejects where the signal aborts. */
export async function readTreeApart(
  tree: SourceTree,
  options: ExtractOptions,
  signal: AbortSignal,
  limits: ReadLimits = treeLimits,
): Promise<{ ok: true; extraction: Extraction } | { ok: false; failure: FailureKind; reason: string }> {
  const { files, leftOut } = tree;
  const extraction = await trees.read({ kind: 'tree', files, leftOut, options }, tree, signal, limits);
  if (extraction !== undefined) return { ok: true, extraction };
  signal.throwIfAborted();
  const seconds = Math.round(limits.limitMs / 1000);
  const reason = `Its source could not be read to the end, for which it has ${seconds} seconds and ${limits.heapMb} MB of memory.`;
  return { ok: false, failure: 'timeout', reason };
}
