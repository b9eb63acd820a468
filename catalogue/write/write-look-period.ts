/** The history of looks: a row per run of equal ones, so that looking daily at what stays the same adds nothing. */
import { hash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Snapshot } from '../../schema/snapshot.ts';
import type { Tables } from '../tables.ts';

export async function writeLookPeriod(
  trx: Transaction<Tables>,
  serverId: string,
  snapshot: Snapshot,
  keys: readonly string[],
  at: string,
): Promise<void> {
  const digest = digestLook(snapshot, keys);
  const latest = await trx
    .selectFrom('looks')
    .select(['number', 'digest'])
    .where('server_id', '=', serverId)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  if (latest?.digest === digest) return touchLatest(trx, serverId, latest.number, at);
  await trx
    .insertInto('looks')
    .values({
      server_id: serverId,
      number: (latest?.number ?? 0) + 1,
      digest,
      revision: snapshot.revision ?? null,
      coverage_state: snapshot.coverage.state,
      failure: snapshot.coverage.failure ?? null,
      tool_count: snapshot.tools.length,
      first_at: at,
      last_at: at,
    })
    .execute();
}

async function touchLatest(trx: Transaction<Tables>, serverId: string, number: number, at: string): Promise<void> {
  await trx
    .updateTable('looks')
    .set({ last_at: at })
    .where('server_id', '=', serverId)
    .where('number', '=', number)
    .execute();
}

function digestLook({ coverage, revision, tools }: Snapshot, keys: readonly string[]): string {
  const shown = tools.map((tool, index) => `${keys[index]} ${tool.stableHash}`).sort();
  return hash('sha256', JSON.stringify([coverage.state, coverage.failure, revision, shown]));
}
