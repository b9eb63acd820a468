/** How many tools there are of each category and risk, and on which page of a category's list each count begins. */
import type { ToolSummary } from '../../../catalogue/index.ts';
import type { Category, Risk } from '../../../schema/taxonomy.ts';
import { pageSize } from '../links/page-slices.ts';
import { categoriesWorstFirst, risksWorstFirst } from '../taxonomy/labels.ts';

export interface MatrixCell {
  risk: Risk;
  count: number;
  /** The page of the category's list on which these tools begin. */
  page: number;
}

export interface MatrixRow {
  category: Category;
  total: number;
  cells: MatrixCell[];
}

export function countMatrix(tools: readonly Pick<ToolSummary, 'category' | 'risk'>[]): MatrixRow[] {
  const counts = new Map<string, number>();
  for (const { category, risk } of tools) {
    const key = `${category} ${risk}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return categoriesWorstFirst.map((category) => {
    let before = 0;
    const cells = risksWorstFirst.map((risk) => {
      const count = counts.get(`${category} ${risk}`) ?? 0;
      const page = Math.floor(before / pageSize) + 1;
      before += count;
      return { risk, count, page };
    });
    return { category, total: before, cells };
  });
}
