import { expect, test } from 'vitest';
import type { Facets } from '../../../schema/taxonomy.ts';
import { facetRows } from './facet-rows.ts';

const mild: Facets = {
  outcome: 'benign',
  destination: 'ephemeral',
  sensitivity: 'none',
  scope: 'one',
  power: 'none',
  openInput: [],
  untrustedOutput: false,
};

test('has a sentence for every facet, and none that weighs for a mild tool', () => {
  const rows = facetRows(mild);

  expect(rows.map((row) => row.title)).toHaveLength(6);
  expect(rows.every((row) => row.sentence.endsWith('.') && !row.weighs)).toBe(true);
});

test('puts what weighs first, and names the parameters that are run', () => {
  const rows = facetRows({
    ...mild,
    power: 'arbitrary-code',
    openInput: [
      { pointer: '/inputSchema/properties/command', accepts: 'shell' },
      { pointer: '/inputSchema/properties/cwd', accepts: 'path' },
    ],
  });

  expect(rows.slice(0, 3).map((row) => [row.weighs, row.parameters])).toEqual([
    [true, []],
    [true, ['command']],
    [true, ['cwd']],
  ]);
});
