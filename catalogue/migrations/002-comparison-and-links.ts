/** How a live list differs from the source, how long a list may be taken for current, and which servers look related. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('servers').addColumn('comparison_json', 'text').execute();
  await db.schema.alterTable('servers').addColumn('ttl_ms', 'integer').execute();
  // Either side may be a server that was listed and not read, so neither refers to a row.
  await db.schema
    .createTable('server_links')
    .addColumn('server_id', 'text', (column) => column.notNull())
    .addColumn('other_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('because', 'text', (column) => column.notNull())
    .addColumn('said_by', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('server_links_key', ['server_id', 'other_id', 'kind', 'said_by'])
    .execute();
  await db.schema.createIndex('links_by_other').on('server_links').column('other_id').execute();
}

export const comparisonAndLinks: Migration = { up };
