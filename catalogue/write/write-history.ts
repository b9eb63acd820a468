/** The history of a server's tools: a row per time in which a tool had one definition, volatile parts apart. */
import type { Transaction } from 'kysely';
import type { Tables, ToolHistoryTable, ToolsTable } from '../tables.ts';
import { inChunks } from './in-chunks.ts';
import type { KnownTool } from './known-server.ts';
import type { ToolChanges } from './write-tools.ts';

export interface HistoryCounts {
  added: number;
  changed: number;
  removed: number;
}

export async function writeHistory(
  trx: Transaction<Tables>,
  serverId: string,
  changes: ToolChanges,
  known: ReadonlyMap<string, KnownTool>,
  at: string,
): Promise<HistoryCounts> {
  const added = changes.shown.filter((row) => !known.has(row.tool_id));
  const changed = changes.shown.filter((row) => isOtherThan(known.get(row.tool_id), row));
  for (const row of changes.shown) {
    const before = known.get(row.tool_id);
    if (before && before.stable_hash === row.stable_hash) await refreshPeriod(trx, before, row);
  }
  await endPeriods(trx, serverId, changed, 'changed', at);
  await endPeriods(trx, serverId, changes.removed, 'removed', at);

  const numbers = await readNumbers(trx, serverId, [...added, ...changed]);
  const begin = (began: 'added' | 'changed') => (row: ToolsTable) =>
    beginPeriod(row, (numbers.get(row.tool_id) ?? 0) + 1, began, at);
  const periods = [...added.map(begin('added')), ...changed.map(begin('changed'))];
  await inChunks(periods, (chunk) => trx.insertInto('tool_history').values(chunk).execute());
  return { added: added.length, changed: changed.length, removed: changes.removed.length };
}

/** The running period follows a definition that differs in volatile parts alone, and a verdict that was made anew. */
export async function refreshPeriod(
  trx: Transaction<Tables>,
  before: Pick<KnownTool, 'definition_hash' | 'category' | 'risk'>,
  row: ToolsTable,
): Promise<void> {
  const { definition_hash, category, risk } = row;
  if (before.definition_hash === definition_hash && before.category === category && before.risk === risk) return;
  await trx
    .updateTable('tool_history')
    .set({ definition_hash, category, risk })
    .where('server_id', '=', row.server_id)
    .where('tool_id', '=', row.tool_id)
    .where('ended', 'is', null)
    .execute();
}

function isOtherThan(before: KnownTool | undefined, row: ToolsTable): boolean {
  return before !== undefined && before.stable_hash !== row.stable_hash;
}

async function endPeriods(
  trx: Transaction<Tables>,
  serverId: string,
  tools: readonly { tool_id: string }[],
  ended: 'changed' | 'removed',
  at: string,
): Promise<void> {
  await inChunks(tools, (chunk) =>
    trx
      .updateTable('tool_history')
      .set({ ended, ended_at: at })
      .where('server_id', '=', serverId)
      .where(
        'tool_id',
        'in',
        chunk.map((tool) => tool.tool_id),
      )
      .where('ended', 'is', null)
      .execute(),
  );
}

async function readNumbers(
  trx: Transaction<Tables>,
  serverId: string,
  tools: readonly { tool_id: string }[],
): Promise<Map<string, number>> {
  if (tools.length === 0) return new Map();
  const rows = await trx
    .selectFrom('tool_history')
    .select((eb) => ['tool_id', eb.fn.max('number').as('last')])
    .where('server_id', '=', serverId)
    .groupBy('tool_id')
    .execute();
  return new Map(rows.map((row) => [row.tool_id, Number(row.last)]));
}

function beginPeriod(row: ToolsTable, number: number, began: 'added' | 'changed', at: string): ToolHistoryTable {
  const { server_id, tool_id, definition_hash, category, risk } = row;
  return {
    server_id,
    tool_id,
    number,
    definition_hash,
    category,
    risk,
    began,
    began_at: at,
    ended: null,
    ended_at: null,
  };
}
