/** Keeps what a server is known by, as each that speaks of it said last. */
import type { Kysely } from 'kysely';
import type { ServerIdentity } from '../../schema/server-identity.ts';
import type { ServerLinksTable, Tables } from '../tables.ts';
import { inChunks } from './in-chunks.ts';

/** What is stored of anybody who is not among `speakers` stands: a source that is out of reach takes nothing back. */
export function storeIdentities(
  db: Kysely<Tables>,
  serverId: string,
  identities: readonly ServerIdentity[],
  speakers: readonly string[],
): Promise<void> {
  const rows = new Map(
    identities.map(({ kind, value, saidBy }): [string, ServerLinksTable] => [
      JSON.stringify([kind, value, saidBy]),
      { server_id: serverId, other_id: value, kind, because: '', said_by: saidBy },
    ]),
  );
  return db.transaction().execute(async (trx) => {
    await trx
      .deleteFrom('server_links')
      .where('server_id', '=', serverId)
      .where('said_by', 'in', [...new Set([...speakers, ...identities.map(({ saidBy }) => saidBy)])])
      .execute();
    await inChunks([...rows.values()], (chunk) => trx.insertInto('server_links').values(chunk).execute());
  });
}
