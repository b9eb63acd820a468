import { expect, it } from 'vitest';
import { decodeEscapes, readPrefix } from './string-literal.ts';

it.each([
  ['a\\nb', 'a\nb'],
  ['\\x41\\u00e9\\U0001F600', 'Aé😀'],
  ['\\101\\0', 'A\0'],
  ['\\\'\\"\\\\', '\'"\\'],
  ['one \\\ntwo', 'one two'],
  ['\\d\\w kept', '\\d\\w kept'],
  ['\\U00FFFFFF', '\\U00FFFFFF'],
])('undoes the escapes of %j', (literal, text) => expect(decodeEscapes(literal)).toBe(text));

it('reads the letters before the quotes', () => {
  expect(readPrefix("Rb'")).toEqual({ raw: true, bytes: true, formatted: false });
  expect(readPrefix('f"""')).toEqual({ raw: false, bytes: false, formatted: true });
  expect(readPrefix('"')).toEqual({ raw: false, bytes: false, formatted: false });
});
