/** The order of tools in a list: what asks for most care first, then by name. */
import type { ToolSummary } from '../../../catalogue/index.ts';
import { categoryRank, type Risk, riskRank } from '../../../schema/taxonomy.ts';

type Compared = Pick<ToolSummary, 'risk' | 'category' | 'name' | 'address'>;

export function compareCare(a: Compared, b: Compared): number {
  const byRisk = listedRank(b.risk) - listedRank(a.risk) || categoryRank(b.category) - categoryRank(a.category);
  return byRisk || compareText(a.name, b.name) || compareText(a.address, b.address);
}

/** On a page `unrated` stands last, under its own name: first it would bury what is known to be critical. */
function listedRank(risk: Risk): number {
  return risk === 'unrated' ? -1 : riskRank(risk);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
