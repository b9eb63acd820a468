import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findHidden, showHidden } from './hidden-characters.ts';

test.each([
  ['a bidirectional override', 'abc\u202edef', 'abc⟨U+202E⟩def'],
  ['a zero-width space', 'a\u200bb', 'a⟨U+200B⟩b'],
  ['an escape sequence', '\u001b[31m', '⟨U+001B⟩[31m'],
  ['a tag character', 'a\u{e0041}b', 'a⟨U+E0041⟩b'],
  ['a soft hyphen', 'a\u00adb', 'a⟨U+00AD⟩b'],
])('writes out %s', (_what, text, shown) => {
  expect(showHidden(text)).toBe(shown);
});

test('leaves words, accents, other scripts, tabs and line ends alone', () => {
  const text = 'naïve 日本語 עברית\tcolumn\nline\r\n';

  expect(showHidden(text)).toBe('naïve 日本語 עברית\tcolumn\nline\n');
  expect(findHidden(text)).toEqual([]);
});

test('says where each stands, in UTF-16 units', () => {
  expect(findHidden('𝒶\u200bb')).toEqual([{ codePoint: 0x200b, offset: 2 }]);
});

test('shows nothing hidden, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(findHidden(showHidden(text))).toEqual([]);
    }),
  );
});
