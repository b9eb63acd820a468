/** Keeps a folder of the cache within a bound: what was not used for longest goes first. */
import { readdir, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';

export interface Kept {
  /** Of files. */
  bytes?: number;
  /** Of entries, files or folders. */
  entries?: number;
}

/** What was touched within this time may be in use by somebody else. */
const stillInUseMs = 900_000;

/** Whether it is there; if so, it is new again. */
export async function touch(place: string): Promise<boolean> {
  const now = new Date();
  return utimes(place, now, now).then(
    () => true,
    () => false,
  );
}

/** Rejects where something of it cannot be removed. Whatever vanishes meanwhile is passed over. */
export async function dropOldest(folder: string, { bytes = Infinity, entries = Infinity }: Kept): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.map(async (name) => {
      const place = path.join(folder, name);
      const status = await stat(place).catch(() => undefined);
      return status === undefined ? [] : [{ place, size: status.size, at: status.mtimeMs }];
    }),
  );
  const dated = found.flat().sort((one, other) => one.at - other.at);
  let excessBytes = dated.reduce((sum, { size }) => sum + size, 0) - bytes;
  let excessEntries = dated.length - entries;
  for (const { place, size, at } of dated) {
    if ((excessBytes <= 0 && excessEntries <= 0) || Date.now() - at < stillInUseMs) return;
    await rm(place, { recursive: true, force: true });
    excessBytes -= size;
    excessEntries--;
  }
}
