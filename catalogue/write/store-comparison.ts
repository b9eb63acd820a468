/** Keeps how the list of a server differs from a source that another look has read. */
import type { Kysely } from 'kysely';
import type { SourceComparison } from '../../schema/snapshot.ts';
import type { Judgement } from '../look.ts';
import type { Tables } from '../tables.ts';
import { sealServerRow, writeComparison } from './server-row.ts';

/** Does nothing where the store does not know the server. */
export function storeComparison(
  db: Kysely<Tables>,
  serverId: string,
  comparison: SourceComparison,
  judged: Pick<Judgement, 'possible'>,
  at: string,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const server = await trx.selectFrom('servers').selectAll().where('id', '=', serverId).executeTakeFirst();
    if (server === undefined) return;
    const tools = await trx
      .selectFrom('tools')
      .select(['tool_id', 'content_hash'])
      .where('server_id', '=', serverId)
      .execute();
    const hashes = tools
      .toSorted((one, other) => (one.tool_id < other.tool_id ? -1 : 1))
      .map((row) => row.content_hash);
    const row = { ...server, comparison_json: writeComparison(comparison, judged) };
    const { comparison_json, content_hash, last_changed } = sealServerRow(row, server, hashes, at);
    await trx
      .updateTable('servers')
      .set({ comparison_json, content_hash, last_changed })
      .where('id', '=', serverId)
      .execute();
  });
}
