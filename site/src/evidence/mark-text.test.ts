import fc from 'fast-check';
import { expect, test } from 'vitest';
import { locateQuote } from './locate-quote.ts';
import { markExcerpt, markText } from './mark-text.ts';

test('finds a quote as a whole word before it finds it inside another', () => {
  expect(locateQuote('undelete, then delete', 'delete')).toEqual({ start: 15, end: 21 });
});

test('finds a quote inside a word where it stands nowhere else', () => {
  expect(locateQuote('undelete', 'delete')).toEqual({ start: 2, end: 8 });
});

test.each([
  ['', 'x'],
  ['abc', ''],
  ['abc', 'd'],
])('finds nothing in %j for %j', (text, quote) => {
  expect(locateQuote(text, quote)).toBeUndefined();
});

test('marks a span in place', () => {
  expect(markText('Deletes a flow', [{ start: 0, end: 7 }])).toEqual([
    { text: 'Deletes', marks: [0] },
    { text: ' a flow', marks: [] },
  ]);
});

test('keeps both marks where two overlap', () => {
  const pieces = markText('abcdef', [
    { start: 1, end: 4 },
    { start: 3, end: 5 },
  ]);

  expect(pieces.map(({ text, marks }) => [text, marks])).toEqual([
    ['a', []],
    ['bc', [0]],
    ['d', [0, 1]],
    ['e', [1]],
    ['f', []],
  ]);
});

const spans = fc.array(fc.record({ start: fc.integer({ min: -5, max: 80 }), end: fc.integer({ min: -5, max: 80 }) }), {
  maxLength: 6,
});

test('loses and adds no character, whatever the marks', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), spans, (text, marks) => {
      const joined = markText(text, marks)
        .map((piece) => piece.text)
        .join('');

      expect(joined).toBe(text);
    }),
  );
});

test('leaves out what lies far from a mark and counts it', () => {
  const text = `${'before '.repeat(100)}DELETE${' after'.repeat(100)}`;
  const span = locateQuote(text, 'DELETE');

  const pieces = markExcerpt(text, span ? [span] : [], 40);

  const kept = pieces.reduce((sum, piece) => sum + piece.text.length + (piece.omitted ?? 0), 0);
  expect(kept).toBe(text.length);
  expect(pieces.filter((piece) => piece.marks.length > 0).map((piece) => piece.text)).toEqual(['DELETE']);
  expect(pieces.reduce((sum, piece) => sum + piece.text.length, 0)).toBeLessThan(120);
});

test('keeps a short text whole', () => {
  expect(markExcerpt('Deletes a flow.', [{ start: 0, end: 7 }], 5).some((piece) => piece.omitted)).toBe(false);
});
