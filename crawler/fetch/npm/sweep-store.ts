/** Removes what nobody uses any more from the store of packages, a small part at a time. */
import { lstat, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { incoming, listName, readEntry, removeEntry } from './store.ts';

const abandonedAfterMs = 3_600_000;
const keptForMs = 86_400_000;

/** The names that entries are sorted by: `00` to `ff`. */
const shards = 256;

export function chooseShard(): string {
  return Math.floor(Math.random() * shards)
    .toString(16)
    .padStart(2, '0');
}

/**
 * An entry that no installation links to, and that nobody took for a day, goes. Where files had to be copied no links show, and an
 * entry that goes is fetched again when it is needed.
 */
export async function sweepShard(store: string, shard: string): Promise<void> {
  const folder = path.join(store, shard);
  for (const name of await readdir(folder).catch(() => [])) {
    const entry = path.join(folder, name);
    const taken = await stat(path.join(entry, listName)).catch(() => undefined);
    if (taken !== undefined && Date.now() - taken.mtimeMs < keptForMs) continue;
    if (!(await isLinked(entry))) await removeEntry(entry);
  }
}

async function isLinked(entry: string): Promise<boolean> {
  const stored = readEntry(entry);
  const file = stored?.files[0]?.[0];
  if (stored === undefined || file === undefined) return false;
  const status = await lstat(path.join(stored.folder, file)).catch(() => undefined);
  return status !== undefined && status.nlink > 1;
}

/** What killed runs left behind in a folder. */
export async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith(incoming)) continue;
    const draft = path.join(folder, name);
    const status = await stat(draft).catch(() => undefined);
    if (status !== undefined && Date.now() - status.mtimeMs > abandonedAfterMs) {
      await rm(draft, { recursive: true, force: true }).catch(() => {});
    }
  }
}
