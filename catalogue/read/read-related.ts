import type { Kysely } from 'kysely';
import type { RelatedTools, ToolSummary } from '../records.ts';
import type { Tables } from '../tables.ts';
import { type SummaryRow, selectSummaries, toToolSummary } from './tool-summary.ts';

export interface RelatedLimits {
  siblings: number;
  sameName: number;
  sameKind: number;
}

/** Deterministic, and cheap however large the catalogue: each list is one walk along an index. */
export async function readRelatedTools(
  db: Kysely<Tables>,
  tool: ToolSummary,
  limits: RelatedLimits,
): Promise<RelatedTools> {
  const siblings = await selectSummaries(db)
    .where('tools.server_id', '=', tool.server.id)
    .where('tools.tool_id', '<>', tool.id)
    .orderBy('tools.weight', 'desc')
    .orderBy('tools.tool_id')
    .limit(limits.siblings)
    .execute();
  const sameName = await selectSummaries(db)
    .where('tools.name', '=', tool.name)
    .where('tools.server_id', '<>', tool.server.id)
    .orderBy('tools.server_id')
    .limit(limits.sameName)
    .execute();
  const neighbours = [
    ...(await readNeighbours(db, tool, 'after', limits.sameKind)),
    ...(await readNeighbours(db, tool, 'before', limits.sameKind)),
  ];
  return {
    siblings: siblings.map(toToolSummary),
    sameName: sameName.map(toToolSummary),
    sameKind: takeOnePerServer(neighbours, limits.sameKind).map(toToolSummary),
  };
}

// Names that stand close by in the alphabet begin with the same verb as a rule: `delete_page` beside `delete_post`.
function readNeighbours(
  db: Kysely<Tables>,
  tool: ToolSummary,
  side: 'before' | 'after',
  count: number,
): Promise<SummaryRow[]> {
  const forward = side === 'after';
  return selectSummaries(db)
    .where('tools.category', '=', tool.category)
    .where('tools.risk', '=', tool.risk)
    .where('tools.name', forward ? '>' : '<', tool.name)
    .where('tools.server_id', '<>', tool.server.id)
    .orderBy('tools.name', forward ? 'asc' : 'desc')
    .orderBy('tools.server_id')
    .limit(count * 3)
    .execute();
}

function takeOnePerServer(rows: readonly SummaryRow[], count: number): SummaryRow[] {
  const servers = new Set<string>();
  return rows.filter((row) => {
    if (servers.has(row.server_id) || servers.size >= count) return false;
    servers.add(row.server_id);
    return true;
  });
}
