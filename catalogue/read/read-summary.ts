import type { Kysely } from 'kysely';
import { CoverageState } from '../../schema/snapshot.ts';
import type { CatalogueSummary } from '../records.ts';
import type { Tables } from '../tables.ts';
import { countKinds, startCounts } from './counts.ts';

export async function readSummary(db: Kysely<Tables>): Promise<CatalogueSummary> {
  const states = await db
    .selectFrom('servers')
    .select((eb) => ['coverage_state', eb.fn.countAll().as('count'), eb.fn.max('looked_at').as('last')])
    .groupBy('coverage_state')
    .execute();
  const kinds = await db
    .selectFrom('tools')
    .select((eb) => ['category', 'risk', eb.fn.countAll().as('count'), eb.fn.sum('needs_review').as('review')])
    .groupBy(['category', 'risk'])
    .execute();

  const serversByCoverage = startCounts(CoverageState.options);
  for (const row of states) serversByCoverage[CoverageState.parse(row.coverage_state)] += Number(row.count);
  const { byCategory, byRisk, total } = countKinds(kinds);
  return {
    servers: states.reduce((sum, row) => sum + Number(row.count), 0),
    serversByCoverage,
    tools: total,
    byCategory,
    byRisk,
    needsReview: kinds.reduce((sum, row) => sum + Number(row.review), 0),
    lastLook: states
      .map((row) => row.last)
      .sort()
      .at(-1),
  };
}
