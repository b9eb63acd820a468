import { expect, test } from 'vitest';
import { toolIds } from './tool-ids.ts';

test('numbers a name that is listed again, and never takes a name that another tool has', () => {
  const definitions = ['a', 'a', 'a #2', 'a'].map((name) => ({ name }));

  expect(toolIds(definitions)).toEqual(['a', 'a #2', 'a #2 #2', 'a #3']);
});

test('gives tools without a usable name an id as well', () => {
  expect(toolIds([{}, null, 7, { name: '' }])).toEqual(['(unnamed)', '(unnamed) #2', '(unnamed) #3', '(unnamed) #4']);
});
