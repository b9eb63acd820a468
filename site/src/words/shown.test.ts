import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findHidden } from '../../../schema/hidden-characters.ts';
import { firstSentence, shown, shownLine } from './shown.ts';

test('writes out what would not be seen', () => {
  expect(shown('abc\u202edef')).toBe('abc⟨U+202E⟩def');
});

test('cuts a line between words and says that it was cut', () => {
  expect(shownLine('alpha beta gamma delta', 18)).toBe('alpha beta gamma…');
});

test('makes one line of many', () => {
  expect(shownLine('alpha\n\n  beta', 50)).toBe('alpha beta');
});

test.each([
  ['Deletes a flow. Cannot be undone.', 'Deletes a flow.'],
  ['Deletes a flow\n\nArgs:\n  id', 'Deletes a flow'],
  ['e.g. a thing', 'e.g. a thing'],
  ['', ''],
])('takes the first sentence of %j', (text, sentence) => {
  expect(firstSentence(text, 100)).toBe(sentence);
});

test('never exceeds its room and never hides a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.integer({ min: 8, max: 120 }), (text, limit) => {
      const line = shownLine(text, limit);

      expect(line.length).toBeLessThanOrEqual(limit);
      expect(findHidden(line)).toEqual([]);
    }),
  );
});
