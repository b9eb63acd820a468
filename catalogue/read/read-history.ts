import type { Kysely } from 'kysely';
import { type DefinitionChange, diffDefinitions } from '../../schema/definition-diff.ts';
import type { Json } from '../../schema/tool-definition.ts';
import type { ToolChange, ToolPeriod } from '../records.ts';
import type { Tables, ToolHistoryTable } from '../tables.ts';
import { parseColumn } from './parse-column.ts';
import { toCategory, toRisk } from './tool-summary.ts';

/** Periods from the newest on; of older ones it is told that they were, and not what changed. */
const mostCompared = 50;

/** Newest first. `toolId` is that of a ToolSummary, and may be that of a tool that is gone. */
export async function readToolHistory(db: Kysely<Tables>, serverId: string, toolId: string): Promise<ToolPeriod[]> {
  const rows = await db
    .selectFrom('tool_history')
    .selectAll()
    .where('server_id', '=', serverId)
    .where('tool_id', '=', toolId)
    .orderBy('number', 'desc')
    .execute();
  const definitions = await readDefinitions(db, rows);
  return rows.map((row, index) => ({
    ...describeDefinition(row),
    began: row.began,
    beganAt: row.began_at,
    ended: row.ended ?? undefined,
    endedAt: row.ended_at ?? undefined,
    changes: compare(definitions.get(rows[index + 1]?.definition_hash ?? ''), definitions.get(row.definition_hash)),
  }));
}

async function readDefinitions(
  db: Kysely<Tables>,
  rows: readonly ToolHistoryTable[],
): Promise<ReadonlyMap<string, Json>> {
  const hashes = [...new Set(rows.slice(0, mostCompared).map((row) => row.definition_hash))];
  if (hashes.length < 2) return new Map();
  const found = await db.selectFrom('definitions').selectAll().where('hash', 'in', hashes).execute();
  return new Map(found.map(({ hash, json }) => [hash, parseColumn<Json>(json)]));
}

function compare(before: Json | undefined, after: Json | undefined): DefinitionChange[] {
  return before === undefined || after === undefined ? [] : diffDefinitions(before, after);
}

/** What happened at or after a time (ISO 8601), newest first. */
export async function readChangesSince(db: Kysely<Tables>, since: string, limit: number): Promise<ToolChange[]> {
  const begun = await selectPeriods(db)
    .where('period.began_at', '>=', since)
    .orderBy('period.began_at', 'desc')
    .orderBy('period.server_id')
    .orderBy('period.tool_id')
    .limit(limit)
    .execute();
  const removed = await selectPeriods(db)
    .where('period.ended_at', '>=', since)
    .where('period.ended', '=', 'removed')
    .orderBy('period.ended_at', 'desc')
    .orderBy('period.server_id')
    .orderBy('period.tool_id')
    .limit(limit)
    .execute();
  const changes = [
    ...begun.map((row) => toChange(row, row.began, row.began_at)),
    ...removed.map((row) => toChange(row, 'removed', row.ended_at ?? row.began_at)),
  ];
  return changes.sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0)).slice(0, limit);
}

function selectPeriods(db: Kysely<Tables>) {
  return db
    .selectFrom('tool_history as period')
    .innerJoin('servers', 'servers.id', 'period.server_id')
    .leftJoin('tools', (join) =>
      join.onRef('tools.server_id', '=', 'period.server_id').onRef('tools.tool_id', '=', 'period.tool_id'),
    )
    .leftJoin('tool_history as earlier', (join) =>
      join
        .onRef('earlier.server_id', '=', 'period.server_id')
        .onRef('earlier.tool_id', '=', 'period.tool_id')
        .on((eb) => eb('earlier.number', '=', eb('period.number', '-', 1))),
    )
    .select(['period.server_id', 'period.tool_id', 'period.definition_hash', 'period.category', 'period.risk'])
    .select(['period.began', 'period.began_at', 'period.ended_at'])
    .select(['servers.address as server_address', 'servers.title as server_title', 'tools.segment'])
    .select([
      'earlier.definition_hash as earlier_hash',
      'earlier.category as earlier_category',
      'earlier.risk as earlier_risk',
    ]);
}

type PeriodRow = Awaited<ReturnType<ReturnType<typeof selectPeriods>['execute']>>[number];

function toChange(row: PeriodRow, kind: ToolChange['kind'], at: string): ToolChange {
  const { earlier_hash: hash, earlier_category: category, earlier_risk: risk } = row;
  const hasBefore = kind === 'changed' && hash !== null && category !== null && risk !== null;
  return {
    kind,
    at,
    server: { id: row.server_id, address: row.server_address, title: row.server_title },
    toolId: row.tool_id,
    address: row.segment === null ? undefined : `${row.server_address}/${row.segment}`,
    after: describeDefinition(row),
    before: hasBefore ? { definitionHash: hash, category: toCategory(category), risk: toRisk(risk) } : undefined,
  };
}

function describeDefinition(row: Pick<ToolHistoryTable, 'definition_hash' | 'category' | 'risk'>) {
  return { definitionHash: row.definition_hash, category: toCategory(row.category), risk: toRisk(row.risk) };
}
