import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepareEntries, searchEntries } from './rank.ts';
import type { SearchIndex } from './search-index.ts';

const index: SearchIndex = {
  servers: [
    ['npm/harbour', 'Harbour', 'Berths and barges.'],
    ['npm/lighthouse', 'Lighthouse', 'Lamps along the coast.'],
  ],
  tools: [
    [0, 'delete_barge', 'delete_barge', 'Scrap a barge', 'Removes a barge for good.', 'high'],
    [0, 'list_barges', 'list_barges', '', 'Lists what lies in the harbour.', 'low'],
    [1, 'setlamp-1', 'setLamp', 'Set the lamp', 'Lights the lamp, or deletes its schedule.', 'medium'],
    [1, 'x', 'barge_in', 'Interrupt', 'Breaks into a message.', 'low'],
  ],
};
const entries = prepareEntries(index);

function names(query: string): string[] {
  return searchEntries(entries, query, 20).hits.map((hit) => hit.name);
}

test('puts a name before a title, and a title before a description', () => {
  expect(names('delete')).toEqual(['delete_barge', 'setLamp']);
});

test('reads words in camel case and in snake case', () => {
  expect(names('lamp')[0]).toBe('setLamp');
  expect(names('list barges')).toEqual(['list_barges']);
});

test('puts a whole name first', () => {
  expect(names('barge_in')[0]).toBe('barge_in');
});

test('finds a server by its name, before its tools', () => {
  expect(names('harbour')[0]).toBe('Harbour');
});

test('wants every word of the query', () => {
  expect(names('delete lighthouse')).toEqual(['setLamp']);
  expect(names('delete submarine')).toEqual([]);
});

test('finds nothing for a query without words', () => {
  expect(searchEntries(entries, ' ?! ', 20)).toEqual({ hits: [], total: 0 });
});

test('counts what it does not show', () => {
  expect(searchEntries(entries, 'barge', 1)).toMatchObject({ hits: { length: 1 }, total: 4 });
});

test('answers any query', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (query) => searchEntries(entries, query, 5).hits.length <= 5));
});
