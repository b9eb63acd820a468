/** What the files of a package say that it offers: beside the list that it gave when it ran, or in the place of one. */
import path from 'node:path';
import { addressSegment } from '../schema/page-address.ts';
import type { Snapshot } from '../schema/snapshot.ts';
import { addSource } from './compare/add-source.ts';
import type { Extraction } from './extract/extract.ts';
import { findKeptReading, keepReading } from './extract/kept-reading.ts';
import { readPackageApart } from './extract/read-apart.ts';
import { noLaunch } from './failed-snapshot.ts';

/** `folder` holds the package's own files; a version that was read before is not read again. Undefined where it cannot be read. */
export async function readPackageSource(
  folder: string,
  { name, version }: { name: string; version: string },
  { cacheFolder, signal }: { cacheFolder: string; signal: AbortSignal },
): Promise<Extraction | undefined> {
  const file = path.join(cacheFolder, 'npm-readings', addressSegment(name), `${version}.json`);
  const kept = await findKeptReading(file);
  if (kept !== undefined) return kept;
  const extraction = await readPackageApart(folder, signal);
  if (extraction !== undefined) await keepReading(file, extraction);
  return extraction;
}

/** `extraction` is undefined where the files could not be read, which changes nothing. */
export function withPackageSource(snapshot: Snapshot, extraction: Extraction | undefined): Snapshot {
  if (extraction === undefined || extraction.tools.length === 0) return snapshot;
  if (snapshot.tools.length === 0) return listFromSource(snapshot, extraction);
  const { server, revision } = snapshot;
  const source = revision === undefined ? server.id : `${server.id}@${revision}`;
  return addSource(snapshot, { source, tools: extraction.tools, notes: extraction.notes });
}

/** The failure stays beside the list, and with it what it says about looking again. */
function listFromSource(failed: Snapshot, { tools }: Extraction): Snapshot {
  const { coverage } = failed;
  const reason = `Read from the source of the package, which may list other tools when it runs. ${coverage.reason ?? ''}`;
  return { ...failed, launch: noLaunch, coverage: { ...coverage, state: 'source-only', reason: reason.trim() }, tools };
}
