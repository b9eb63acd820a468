import { expect, test } from 'vitest';
import { pageSize } from '../links/page-slices.ts';
import { countMatrix } from './matrix.ts';

test('counts every tool once, the worst first', () => {
  const rows = countMatrix([
    { category: 'read', risk: 'low' },
    { category: 'read', risk: 'low' },
    { category: 'execute', risk: 'critical' },
    { category: 'unclassified', risk: 'unrated' },
  ]);

  expect(rows.map((row) => [row.category, row.total])).toEqual([
    ['destructive', 0],
    ['execute', 1],
    ['write', 0],
    ['read', 2],
    ['unclassified', 1],
  ]);
});

test('knows the page on which a count begins', () => {
  const many = Array.from({ length: pageSize + 1 }, () => ({ category: 'read' as const, risk: 'high' as const }));

  const row = countMatrix([...many, { category: 'read', risk: 'low' }]).find(({ category }) => category === 'read');

  expect(row?.cells.map(({ risk, count, page }) => [risk, count, page])).toEqual([
    ['critical', 0, 1],
    ['high', pageSize + 1, 1],
    ['medium', 0, 2],
    ['low', 1, 2],
    ['unrated', 0, 2],
  ]);
});
