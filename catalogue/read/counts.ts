/** Counts by the words of the taxonomy, every word there even where its count is 0. */
import { Category, Risk } from '../../schema/taxonomy.ts';
import type { CategoryCounts, RiskCounts } from '../records.ts';
import { toCategory, toRisk } from './tool-summary.ts';

export interface CountRow {
  category: string;
  risk: string;
  count: number | string | bigint;
}

export function countKinds(rows: readonly CountRow[]): {
  byCategory: CategoryCounts;
  byRisk: RiskCounts;
  total: number;
} {
  const byCategory = startCounts(Category.options);
  const byRisk = startCounts(Risk.options);
  let total = 0;
  for (const row of rows) {
    const count = Number(row.count);
    byCategory[toCategory(row.category)] += count;
    byRisk[toRisk(row.risk)] += count;
    total += count;
  }
  return { byCategory, byRisk, total };
}

export function startCounts<Word extends string>(words: readonly Word[]): Record<Word, number> {
  return Object.fromEntries(words.map((word) => [word, 0])) as Record<Word, number>; // One entry per word, made right here.
}
