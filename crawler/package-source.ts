/** What the files of a package say that it offers: beside the list that it gave when it ran, or in the place of one. */
import type { Snapshot } from '../schema/snapshot.ts';
import { addSource } from './compare/add-source.ts';
import type { Extraction } from './extract/extract.ts';
import { noLaunch } from './failed-snapshot.ts';

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
