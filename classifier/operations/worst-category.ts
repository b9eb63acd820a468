import { type Category, categoryRank } from '../../schema/taxonomy.ts';
import type { JudgedOperation } from './judge-operations.ts';

/** The strongest category among operations that could be classified. */
export function worstCategory(operations: readonly JudgedOperation[]): Category {
  const known = operations.map(({ category }) => category).filter((category) => category !== 'unclassified');
  if (known.length === 0) return 'unclassified';
  return known.reduce((worst, category) => (categoryRank(category) > categoryRank(worst) ? category : worst));
}
