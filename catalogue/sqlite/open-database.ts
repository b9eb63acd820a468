/** Opens the file that holds a catalogue, and refuses to touch a file that holds something else. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { CatalogueError, explainFileError, explainSqliteError } from '../catalogue-error.ts';

/** `Plim` in ASCII, written into the file's header: https://www.sqlite.org/pragma.html#pragma_application_id */
const applicationId = 0x506c696d;

/** How long a write waits for another process's, milliseconds. The wait blocks the event loop, so it is short. */
const busyTimeout = 5000;

/** @throws CatalogueError */
export function openDatabase(location: string, readOnly: boolean): DatabaseSync {
  if (readOnly && !existsSync(location)) {
    throw new CatalogueError('missing', `there is no catalogue at ${location}; make one with plimsoll index`);
  }
  if (existsSync(location) && !statSync(location).isFile()) {
    throw new CatalogueError('not-a-catalogue', `${location} is not a file; give another path with --db`);
  }
  if (!readOnly) makeFolder(location);
  const database = connect(location, readOnly);
  try {
    claim(database, location, readOnly);
    return database;
  } catch (error) {
    database.close();
    throw explainSqliteError(error, location);
  }
}

function makeFolder(location: string): void {
  try {
    mkdirSync(path.dirname(location), { recursive: true });
  } catch (error) {
    throw explainFileError(error, location);
  }
}

function connect(location: string, readOnly: boolean): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(location, { readOnly, timeout: busyTimeout });
    database.prepare('select count(*) from sqlite_master').get();
    return database;
  } catch (error) {
    database?.close();
    if (readOnly && isSettled(location)) return connectUnchanging(location, error);
    throw explainSqliteError(error, location);
  }
}

/** Whether everything is in the one file: nobody writes, and nobody died writing. */
function isSettled(location: string): boolean {
  const log = `${location}-wal`;
  return !existsSync(log) || statSync(log).size === 0;
}

/** A catalogue on a disk that cannot be written: SQLite then cannot make the files by which readers and writers agree. */
function connectUnchanging(location: string, first: unknown): DatabaseSync {
  const url = pathToFileURL(location);
  url.searchParams.set('immutable', '1');
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(url, { readOnly: true });
    database.prepare('select count(*) from sqlite_master').get();
    return database;
  } catch {
    database?.close();
    throw explainSqliteError(first, location);
  }
}

function claim(database: DatabaseSync, location: string, readOnly: boolean): void {
  const id = database.prepare('pragma application_id').get()?.application_id;
  const objects = database.prepare('select count(*) as count from sqlite_master').get()?.count;
  if (id !== applicationId && objects !== 0) {
    throw new CatalogueError(
      'not-a-catalogue',
      `${location} is the database of another program; give another path with --db`,
    );
  }
  if (readOnly) return;
  database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on');
  if (id !== applicationId) database.exec(`pragma application_id = ${applicationId}`);
}
