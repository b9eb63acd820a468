/** Stores one look at one server, in one transaction: all of it is there afterwards, or nothing. Storing it twice changes nothing more. */
import type { Kysely, Transaction } from 'kysely';
import { CatalogueError } from '../catalogue-error.ts';
import type { Look, StoredLook } from '../look.ts';
import type { ServersTable, Tables, ToolsTable } from '../tables.ts';
import { chooseMerge, type Merge } from './choose-merge.ts';
import { type KnownServer, type KnownTool, knownLook, readKnownServer } from './known-server.ts';
import { makeServerRow } from './server-row.ts';
import { assignSegments, makeToolKeys } from './storable-id.ts';
import { hashToolContent, makeToolContent, withMissingMark } from './tool-row.ts';
import { writeHistory } from './write-history.ts';
import { writeLookPeriod } from './write-look-period.ts';
import { dropUnusedDefinitions, insertDefinitions, type ToolChanges, writeTools } from './write-tools.ts';

/** @throws CatalogueError */
export async function storeLook(db: Kysely<Tables>, look: Look): Promise<StoredLook> {
  const { snapshot, verdicts, toolPolicies } = look;
  if (verdicts.length !== snapshot.tools.length || toolPolicies.length !== snapshot.tools.length) {
    throw new Error(`a look needs a verdict and a policy for each of its ${snapshot.tools.length} tools`);
  }
  return db.transaction().execute((trx) => storeInTransaction(trx, look));
}

async function storeInTransaction(trx: Transaction<Tables>, look: Look): Promise<StoredLook> {
  const { snapshot, lookedAt } = look;
  const serverId = snapshot.server.id;
  const known = await readKnownServer(trx, serverId);
  const merge = chooseMerge(knownLook(known.row), snapshot);
  const keys = makeToolKeys(snapshot.tools.map((tool) => tool.definition));
  const changes = merge === 'keep' ? keepAll(known) : compareTools(look, keys, known, merge);
  const standing = new Map([...changes.kept, ...changes.shown].map((tool) => [tool.tool_id, tool.content_hash]));

  const row = makeServerRow(look, known.row, {
    merge,
    keptTools: merge === 'merge' && changes.kept.length > 0,
    toolCount: standing.size,
    toolHashes: [...standing.keys()].sort().map((key) => standing.get(key) ?? ''),
  });
  await writeServer(trx, row);
  await dropPlaceholders(trx, row);
  if (merge !== 'keep') await insertDefinitions(trx, snapshot.tools);
  await writeTools(trx, serverId, changes, known.tools);
  const counts = await writeHistory(trx, serverId, changes, known.tools, lookedAt);
  await dropUnusedDefinitions(trx, replacedDefinitions(known, changes));
  await writeLookPeriod(trx, serverId, snapshot, keys, lookedAt);
  return { serverId, tools: standing.size, ...counts, kept: changes.kept.length > 0 };
}

function keepAll(known: KnownServer): ToolChanges {
  return { shown: [], kept: [...known.tools.values()], removed: [] };
}

function compareTools(look: Look, keys: readonly string[], known: KnownServer, merge: Merge): ToolChanges {
  const shownKeys = new Set(keys);
  const others = [...known.tools.values()].filter((tool) => !shownKeys.has(tool.tool_id));
  const stays = merge === 'merge';
  const standing = [...known.tools.values()].filter((tool) => stays || shownKeys.has(tool.tool_id));
  const segments = assignSegments(keys, new Map(standing.map((tool) => [tool.tool_id, tool.segment])));
  return {
    shown: makeToolRows(look, keys, segments, known),
    kept: stays ? others.map((tool) => markMissing(tool, look.lookedAt)) : [],
    removed: stays ? [] : others,
  };
}

function makeToolRows(
  { snapshot, verdicts, toolPolicies, lookedAt }: Look,
  keys: readonly string[],
  segments: ReadonlyMap<string, string>,
  known: KnownServer,
): ToolsTable[] {
  return snapshot.tools.map((tool, position) => {
    const [key, verdict, policy] = [keys[position], verdicts[position], toolPolicies[position]];
    if (key === undefined || verdict === undefined || policy === undefined) throw new Error('a tool without a verdict');
    const place = { serverId: snapshot.server.id, key, segment: segments.get(key) ?? key, position };
    const content = makeToolContent(place, tool, verdict, policy);
    const contentHash = hashToolContent(content, false);
    const before = known.tools.get(key);
    return {
      ...content,
      content_hash: contentHash,
      first_seen: before?.first_seen ?? lookedAt,
      last_changed: before?.content_hash === contentHash ? before.last_changed : lookedAt,
      missing_since: null,
    };
  });
}

function markMissing(tool: KnownTool, at: string): KnownTool {
  if (tool.missing_since !== null) return tool;
  return { ...tool, content_hash: withMissingMark(tool.content_hash), missing_since: at, last_changed: at };
}

function replacedDefinitions(known: KnownServer, changes: ToolChanges): string[] {
  const replaced = changes.shown
    .map((row) => ({ before: known.tools.get(row.tool_id)?.definition_hash, after: row.definition_hash }))
    .filter(({ before, after }) => before !== undefined && before !== after);
  return [...new Set(replaced.map(({ before }) => before ?? ''))];
}

async function writeServer(trx: Transaction<Tables>, row: ServersTable): Promise<void> {
  const other = await trx
    .selectFrom('servers')
    .select('id')
    .where('address', '=', row.address)
    .where('id', '<>', row.id)
    .executeTakeFirst();
  if (other !== undefined) {
    throw new CatalogueError(
      'address-taken',
      `${row.id} would have the page address ${row.address}, which ${other.id} has already`,
    );
  }
  const { id: _key, ...values } = row;
  await trx
    .insertInto('servers')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}

// An entry whose source could not even be named stood under an id of our making; it never showed a tool.
async function dropPlaceholders(trx: Transaction<Tables>, row: ServersTable): Promise<void> {
  await trx
    .deleteFrom('servers')
    .where('entry_id', '=', row.entry_id)
    .where('id', '<>', row.id)
    .where('known_coverage_json', 'is', null)
    .execute();
}
