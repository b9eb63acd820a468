/** Brings the tools of a server to what a look showed. */
import type { Transaction } from 'kysely';
import type { Snapshot } from '../../schema/snapshot.ts';
import type { Tables, ToolsTable } from '../tables.ts';
import { inChunks } from './in-chunks.ts';
import type { KnownTool } from './known-server.ts';

export interface ToolChanges {
  /** Every tool of the look, as it is to stand in the store. */
  shown: ToolsTable[];
  /** Tools known before that the look does not show and that stay. */
  kept: KnownTool[];
  removed: KnownTool[];
}

export async function insertDefinitions(trx: Transaction<Tables>, tools: Snapshot['tools']): Promise<void> {
  const byHash = new Map(tools.map((tool) => [tool.definitionHash, tool.definition]));
  await inChunks([...byHash], (chunk) =>
    trx
      .insertInto('definitions')
      .values(chunk.map(([hash, definition]) => ({ hash, json: JSON.stringify(definition) })))
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute(),
  );
}

export async function writeTools(
  trx: Transaction<Tables>,
  serverId: string,
  changes: ToolChanges,
  known: ReadonlyMap<string, KnownTool>,
): Promise<void> {
  await inChunks(changes.removed, (chunk) =>
    trx.deleteFrom('tools').where('server_id', '=', serverId).where('tool_id', 'in', chunk.map(keyOf)).execute(),
  );
  for (const tool of changes.kept) {
    if (known.get(tool.tool_id)?.content_hash === tool.content_hash) continue;
    const { content_hash, missing_since, last_changed } = tool;
    await trx
      .updateTable('tools')
      .set({ content_hash, missing_since, last_changed })
      .where('server_id', '=', serverId)
      .where('tool_id', '=', tool.tool_id)
      .execute();
  }
  const moved = changes.shown.filter((row) => known.get(row.tool_id)?.content_hash !== row.content_hash);
  await upsertTools(trx, moved);
}

export async function upsertTools(trx: Transaction<Tables>, rows: readonly ToolsTable[]): Promise<void> {
  await inChunks(rows, (chunk) =>
    trx
      .insertInto('tools')
      .values(chunk)
      .onConflict((conflict) =>
        conflict.columns(['server_id', 'tool_id']).doUpdateSet((eb) => ({
          position: eb.ref('excluded.position'),
          segment: eb.ref('excluded.segment'),
          name: eb.ref('excluded.name'),
          title: eb.ref('excluded.title'),
          blurb: eb.ref('excluded.blurb'),
          definition_hash: eb.ref('excluded.definition_hash'),
          stable_hash: eb.ref('excluded.stable_hash'),
          category: eb.ref('excluded.category'),
          risk: eb.ref('excluded.risk'),
          weight: eb.ref('excluded.weight'),
          needs_review: eb.ref('excluded.needs_review'),
          seen_json: eb.ref('excluded.seen_json'),
          verdict_json: eb.ref('excluded.verdict_json'),
          policy_json: eb.ref('excluded.policy_json'),
          content_hash: eb.ref('excluded.content_hash'),
          last_changed: eb.ref('excluded.last_changed'),
          missing_since: eb.ref('excluded.missing_since'),
        })),
      )
      .execute(),
  );
}

/** A definition that only differed in what changes at every look (a time, a fresh id) leaves nothing behind. */
export async function dropUnusedDefinitions(trx: Transaction<Tables>, hashes: readonly string[]): Promise<void> {
  await inChunks(hashes, (chunk) =>
    trx
      .deleteFrom('definitions')
      .where('hash', 'in', chunk)
      .where((eb) =>
        eb.and([
          eb.not(
            eb.exists(
              eb.selectFrom('tools').select('tool_id').whereRef('tools.definition_hash', '=', 'definitions.hash'),
            ),
          ),
          eb.not(
            eb.exists(
              eb
                .selectFrom('tool_history')
                .select('tool_id')
                .whereRef('tool_history.definition_hash', '=', 'definitions.hash'),
            ),
          ),
        ]),
      )
      .execute(),
  );
}

function keyOf(tool: KnownTool): string {
  return tool.tool_id;
}
