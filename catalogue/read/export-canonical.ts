/**
 * The whole catalogue as lines of canonical JSON without times, sorted: two catalogues that hold the same give the same lines,
 * however and in how many attempts they were made. Attempts themselves (the history of looks) are left out.
 */
import type { Kysely } from 'kysely';
import { canonicalJson } from '../../schema/definition-hash.ts';
import type { Json } from '../../schema/tool-definition.ts';
import type { Tables } from '../tables.ts';
import { getServer } from './read-servers.ts';
import { listTools } from './read-tools.ts';

/** One server at a time is held in memory; each line ends without a newline. */
export async function* exportCanonical(db: Kysely<Tables>): AsyncGenerator<string> {
  const servers = await db.selectFrom('servers').select('id').execute();
  for (const id of servers.map((row) => row.id).sort()) {
    yield* exportServer(db, id);
  }
}

async function* exportServer(db: Kysely<Tables>, id: string): AsyncGenerator<string> {
  const record = await getServer(db, id);
  if (record === undefined) return;
  const { lookedAt: _l, lastChanged: _c, firstSeen: _f, checkedAt: _k, failedSince, tools: _t, ...server } = record;
  yield line('server', { ...server, failed: failedSince !== undefined });

  const tools = await listTools(db, id);
  for (const tool of tools.sort(byId)) {
    const { firstSeen: _first, lastChanged: _last, missingSince, ...rest } = tool;
    yield line('tool', { ...rest, missing: missingSince !== undefined });
  }

  const periods = await db.selectFrom('tool_history').selectAll().where('server_id', '=', id).execute();
  const untimed = periods.map(({ began_at: _began, ended_at: _ended, ...period }) => ({
    ...period,
    id: period.tool_id,
  }));
  for (const period of untimed.sort((one, other) => byId(one, other) || one.number - other.number)) {
    yield line('history', period);
  }
}

function line(kind: string, record: object): string {
  const plain: Json = JSON.parse(JSON.stringify({ kind, ...record })); // Drops members that are undefined.
  return canonicalJson(plain);
}

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
