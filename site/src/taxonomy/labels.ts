/** What categories, risks and flags are called on a page, and in which order they stand there: what asks for most care first. */
import { type Category, type Flag, type Risk, rankedCategories, rankedRisks } from '../../../schema/taxonomy.ts';

export { riskLabels } from './risk-labels.ts';

export const risksWorstFirst: readonly Risk[] = [...rankedRisks.toReversed(), 'unrated'];
export const categoriesWorstFirst: readonly Category[] = [...rankedCategories.toReversed(), 'unclassified'];

export const riskWords = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'Critical',
  unrated: 'Unrated',
} as const satisfies Record<Risk, string>;

export const categoryLabels = {
  read: 'Read',
  write: 'Write',
  execute: 'Execute',
  destructive: 'Destructive',
  unclassified: 'Unclassified',
} as const satisfies Record<Category, string>;

export const flagLabels = {
  movesMoney: 'Moves money',
  multiAction: 'Several operations',
  metaTool: 'Reaches other tools',
} as const satisfies Record<Flag, string>;

/** How many of the four marks lie under water; `unrated` has none, since nobody has taken the reading. */
export function depthOf(risk: Risk): number | undefined {
  return risk === 'unrated' ? undefined : rankedRisks.indexOf(risk) + 1;
}
