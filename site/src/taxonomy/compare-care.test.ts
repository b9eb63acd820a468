import { expect, test } from 'vitest';
import { compareCare } from './compare-care.ts';

test('puts the worst first and what is not rated last, then goes by name', () => {
  const tools = [
    { name: 'd', category: 'unclassified', risk: 'unrated', address: 'd' },
    { name: 'c', category: 'read', risk: 'low', address: 'c' },
    { name: 'b', category: 'execute', risk: 'critical', address: 'b' },
    { name: 'a', category: 'destructive', risk: 'critical', address: 'a' },
    { name: 'a', category: 'read', risk: 'low', address: 'e' },
  ] as const;

  expect(tools.toSorted(compareCare).map((tool) => tool.address)).toEqual(['a', 'b', 'e', 'c', 'd']);
});
