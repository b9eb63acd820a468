/** The columns of a tool in a list, and the list's records made from them. */
import type { Kysely } from 'kysely';
import type { Category, Risk } from '../../schema/taxonomy.ts';
import type { ToolSummary } from '../records.ts';
import type { Tables } from '../tables.ts';

export interface SummaryRow {
  tool_id: string;
  segment: string;
  name: string;
  title: string | null;
  blurb: string;
  category: string;
  risk: string;
  needs_review: number;
  server_id: string;
  server_address: string;
  server_title: string;
}

export function selectSummaries(db: Kysely<Tables>) {
  return db
    .selectFrom('tools')
    .innerJoin('servers', 'servers.id', 'tools.server_id')
    .select(['tools.tool_id', 'tools.segment', 'tools.name', 'tools.title', 'tools.blurb'])
    .select(['tools.category', 'tools.risk', 'tools.needs_review', 'tools.server_id'])
    .select(['servers.address as server_address', 'servers.title as server_title']);
}

export function toToolSummary(row: SummaryRow): ToolSummary {
  return {
    id: row.tool_id,
    name: row.name,
    title: row.title ?? undefined,
    blurb: row.blurb,
    address: `${row.server_address}/${row.segment}`,
    server: { id: row.server_id, address: row.server_address, title: row.server_title },
    category: toCategory(row.category),
    risk: toRisk(row.risk),
    needsReview: row.needs_review !== 0,
  };
}

export function toCategory(text: string): Category {
  return text as Category; // Written from a Verdict's category alone.
}

export function toRisk(text: string): Risk {
  return text as Risk; // Written from a Verdict's risk alone.
}
