/** What a verdict may not say of itself, whoever made it. */
import { categoryRank } from '../../schema/taxonomy.ts';
import type { Verdict } from '../../schema/verdict.ts';
import { riskTable } from '../risk-table.generated.ts';

/** A sentence about the first thing in the verdict that contradicts another, or undefined. */
export function findInconsistency({ category, facets, operations }: Verdict): string | undefined {
  if (category === 'read' && (facets.outcome !== 'benign' || facets.power !== 'none'))
    return 'a tool that only reads has the outcome benign and the power none';
  for (const operation of operations) {
    if (operation.category === 'unclassified') continue;
    const name = `the operation ${String(operation.selector.value)}`;
    if (!riskTable.some((row) => row.category.includes(operation.category) && row.risk === operation.risk))
      return `${name}: the risk table rates no ${operation.category} ${operation.risk}`;
    if (categoryRank(category) < categoryRank(operation.category))
      return `${name} is ${operation.category}, and a tool is the worst of its operations; it is said to be ${category}`;
  }
  return undefined;
}
