/**
 * One index run at a time on one catalogue. The lock is one that the system holds for a process (an open SQLite transaction on a
 * file beside the catalogue), so that it ends with the process, however that ends, and none is ever left over.
 */
import { DatabaseSync } from 'node:sqlite';
import { CatalogueError, explainSqliteError } from '../catalogue-error.ts';

export interface RunLock {
  release(): void;
}

/** @throws CatalogueError `already-running` while another run holds it. */
export function lockForRun(location: string): RunLock {
  const lockFile = `${location}-run`;
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(lockFile, { timeout: 0 });
    database.exec('pragma journal_mode = memory; begin exclusive');
  } catch (error) {
    database?.close();
    const clear = explainSqliteError(error, lockFile);
    if (!(clear instanceof CatalogueError) || clear.fault !== 'locked') throw clear;
    throw new CatalogueError(
      'already-running',
      `another index run is writing to ${location}; wait until it is done, or stop it`,
    );
  }
  const held = database;
  return { release: () => held.isOpen && held.close() };
}
