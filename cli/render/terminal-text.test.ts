import { expect, test } from 'vitest';
import { oneLine, plural } from './terminal-text.ts';

test('shows escape sequences and bidirectional marks and never sends them', () => {
  const shown = oneLine('red \u001b[31malert\u001b[0m \u202etxt.exe');

  expect(shown).toBe('red ⟨U+001B⟩[31malert⟨U+001B⟩[0m ⟨U+202E⟩txt.exe');
});

test('keeps one line one line, whatever line ends the text has', () => {
  expect(oneLine('first\r\nsecond\rthird\n\n fourth')).toBe('first second⟨U+000D⟩third fourth');
});

test('cuts to the width by code points, with an ellipsis', () => {
  expect(oneLine('𝒶𝒷𝒸𝒹', 3)).toBe('𝒶𝒷…');
  expect(oneLine('abc', 3)).toBe('abc');
});

test('counts in words a person would use', () => {
  expect(plural(1, 'tool')).toBe('1 tool');
  expect(plural(1204, 'tool')).toBe('1,204 tools');
});
