/** Brings a store to the form that this code knows, and refuses one that a newer Plimsoll has changed. */
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { CatalogueError } from './catalogue-error.ts';
import { migrations } from './migrations/index.ts';
import type { Tables } from './tables.ts';

export interface MigrateOptions {
  location: string;
  readOnly: boolean;
  /** Name → migration. */
  known?: Readonly<Record<string, Migration>>;
}

/** @throws CatalogueError `newer`, or `older` where the store may only be read. */
export async function migrate(db: Kysely<Tables>, options: MigrateOptions): Promise<void> {
  const { location, readOnly, known = migrations } = options;
  const done = await readDone(db);
  if (done.some((name) => !Object.hasOwn(known, name))) {
    throw new CatalogueError(
      'newer',
      `the catalogue ${location} was written by a newer Plimsoll; update this one, or give another path with --db`,
    );
  }
  if (Object.keys(known).every((name) => done.includes(name))) return;
  if (readOnly) {
    throw new CatalogueError(
      'older',
      `the catalogue ${location} has an older form; run plimsoll index to bring it up to date`,
    );
  }
  // The migrator sorts by name itself.
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...known }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function readDone(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows.map((row) => row.name);
}
