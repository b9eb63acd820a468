/** The first form of the catalogue. A migration that was published is never edited; a later one changes what it made. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

async function up(db: Kysely<unknown>): Promise<void> {
  await createServers(db);
  await createTools(db);
  await createHistory(db);
}

async function createServers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('servers')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('address', 'text', (column) => column.notNull().unique())
    .addColumn('entry_id', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('revision', 'text')
    .addColumn('latest_revision', 'text')
    .addColumn('about_json', 'text', (column) => column.notNull())
    .addColumn('coverage_state', 'text', (column) => column.notNull())
    .addColumn('coverage_json', 'text', (column) => column.notNull())
    .addColumn('known_coverage_json', 'text')
    .addColumn('judged_by', 'text')
    .addColumn('policy_json', 'text')
    .addColumn('tool_count', 'integer', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('first_seen', 'text', (column) => column.notNull())
    .addColumn('looked_at', 'text', (column) => column.notNull())
    .addColumn('checked_at', 'text', (column) => column.notNull())
    .addColumn('last_changed', 'text', (column) => column.notNull())
    .addColumn('failed_since', 'text')
    .execute();
  await db.schema.createIndex('servers_by_entry').on('servers').column('entry_id').execute();

  await db.schema
    .createTable('looks')
    .addColumn('server_id', 'text', (column) => column.notNull().references('servers.id').onDelete('cascade'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('revision', 'text')
    .addColumn('coverage_state', 'text', (column) => column.notNull())
    .addColumn('failure', 'text')
    .addColumn('tool_count', 'integer', (column) => column.notNull())
    .addColumn('first_at', 'text', (column) => column.notNull())
    .addColumn('last_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('looks_key', ['server_id', 'number'])
    .execute();
}

async function createTools(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('definitions')
    .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('tools')
    .addColumn('server_id', 'text', (column) => column.notNull().references('servers.id').onDelete('cascade'))
    .addColumn('tool_id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('segment', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('title', 'text')
    .addColumn('blurb', 'text', (column) => column.notNull())
    .addColumn('definition_hash', 'text', (column) => column.notNull().references('definitions.hash'))
    .addColumn('stable_hash', 'text', (column) => column.notNull())
    .addColumn('category', 'text', (column) => column.notNull())
    .addColumn('risk', 'text', (column) => column.notNull())
    .addColumn('weight', 'integer', (column) => column.notNull())
    .addColumn('needs_review', 'integer', (column) => column.notNull())
    .addColumn('seen_json', 'text', (column) => column.notNull())
    .addColumn('verdict_json', 'text', (column) => column.notNull())
    .addColumn('policy_json', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('first_seen', 'text', (column) => column.notNull())
    .addColumn('last_changed', 'text', (column) => column.notNull())
    .addColumn('missing_since', 'text')
    .addPrimaryKeyConstraint('tools_key', ['server_id', 'tool_id'])
    .addUniqueConstraint('tools_segment', ['server_id', 'segment'])
    .execute();
  await db.schema.createIndex('tools_by_definition').on('tools').column('definition_hash').execute();
  await db.schema.createIndex('tools_by_name').on('tools').columns(['name', 'server_id']).execute();
  await db.schema.createIndex('tools_by_kind').on('tools').columns(['category', 'risk', 'name']).execute();
  await db.schema.createIndex('tools_by_weight').on('tools').columns(['weight', 'server_id', 'tool_id']).execute();
}

async function createHistory(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tool_history')
    .addColumn('server_id', 'text', (column) => column.notNull().references('servers.id').onDelete('cascade'))
    .addColumn('tool_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('definition_hash', 'text', (column) => column.notNull().references('definitions.hash'))
    .addColumn('category', 'text', (column) => column.notNull())
    .addColumn('risk', 'text', (column) => column.notNull())
    .addColumn('began', 'text', (column) => column.notNull())
    .addColumn('began_at', 'text', (column) => column.notNull())
    .addColumn('ended', 'text')
    .addColumn('ended_at', 'text')
    .addPrimaryKeyConstraint('tool_history_key', ['server_id', 'tool_id', 'number'])
    .execute();
  await db.schema.createIndex('history_by_definition').on('tool_history').column('definition_hash').execute();
  await db.schema.createIndex('history_by_beginning').on('tool_history').column('began_at').execute();
  await db.schema.createIndex('history_by_end').on('tool_history').column('ended_at').execute();
}

export const first: Migration = { up };
