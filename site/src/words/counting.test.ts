import { expect, test } from 'vitest';
import { countOf, endSentence, joinWords, showShare, withArticle } from './counting.ts';

test.each([
  [0, 'no tools'],
  [1, '1 tool'],
  [2, '2 tools'],
  [12345, '12,345 tools'],
])('%i is written "%s"', (count, written) => {
  expect(countOf(count, 'tool')).toBe(written);
});

test('takes the plural it is given', () => {
  expect(countOf(2, 'category', 'categories')).toBe('2 categories');
});

test.each([
  ['operation', 'an operation'],
  ['read tool', 'a read tool'],
  ['execute tool', 'an execute tool'],
])('%s takes its article', (noun, written) => {
  expect(withArticle(noun)).toBe(written);
});

test.each([
  [[], ''],
  [['one'], 'one'],
  [['one', 'two'], 'one and two'],
  [['one', 'two', 'three'], 'one, two and three'],
])('%j is joined', (words, written) => {
  expect(joinWords(words)).toBe(written);
});

test.each([
  [1, '100 %'],
  [0.999, '99 %'],
  [0.971, '97 %'],
  [0.001, '1 %'],
  [0, '0 %'],
])('%d is shown as %s', (share, written) => {
  expect(showShare(share)).toBe(written);
});

test.each([
  ['It deletes', 'It deletes.'],
  ['It deletes.', 'It deletes.'],
  ['Is it "gone?"', 'Is it "gone?"'],
  ['  ', ''],
])('%j ends as a sentence', (text, written) => {
  expect(endSentence(text)).toBe(written);
});
