/** What the store holds of a server when a look arrives. */
import type { Transaction } from 'kysely';
import type { Coverage } from '../../schema/snapshot.ts';
import { parseColumn } from '../read/parse-column.ts';
import type { ServersTable, Tables, ToolsTable } from '../tables.ts';
import type { Known } from './choose-merge.ts';

export type KnownTool = Pick<
  ToolsTable,
  | 'tool_id'
  | 'segment'
  | 'definition_hash'
  | 'stable_hash'
  | 'category'
  | 'risk'
  | 'content_hash'
  | 'first_seen'
  | 'last_changed'
  | 'missing_since'
>;

export interface KnownServer {
  row: ServersTable | undefined;
  tools: Map<string, KnownTool>;
}

export async function readKnownServer(trx: Transaction<Tables>, serverId: string): Promise<KnownServer> {
  const row = await trx.selectFrom('servers').selectAll().where('id', '=', serverId).executeTakeFirst();
  if (row === undefined) return { row, tools: new Map() };
  const tools = await trx
    .selectFrom('tools')
    .select(['tool_id', 'segment', 'definition_hash', 'stable_hash', 'category', 'risk', 'content_hash'])
    .select(['first_seen', 'last_changed', 'missing_since'])
    .where('server_id', '=', serverId)
    .execute();
  return { row, tools: new Map(tools.map((tool) => [tool.tool_id, tool])) };
}

/** Undefined before the first look that showed tools. */
export function knownLook(row: ServersTable | undefined): Known | undefined {
  if (!row?.known_coverage_json) return undefined;
  return { revision: row.revision ?? undefined, coverage: parseColumn<Coverage>(row.known_coverage_json) };
}
