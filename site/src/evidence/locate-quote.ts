/** Finds where in a text a quote stands: as a whole word where it does so anywhere, else at its first occurrence. */

export interface Span {
  /** UTF-16 offsets, end exclusive. */
  start: number;
  end: number;
}

const wordCharacter = /[\p{L}\p{N}_]/u;

export function locateQuote(text: string, quote: string): Span | undefined {
  if (quote === '') return undefined;
  const first = text.indexOf(quote);
  if (first === -1) return undefined;
  // A quote of one common letter in a megabyte of text must not cost a million steps.
  for (let start = first, tries = 0; start !== -1 && tries < 1000; start = text.indexOf(quote, start + 1), tries++) {
    if (standsAlone(text, start, start + quote.length)) return { start, end: start + quote.length };
  }
  return { start: first, end: first + quote.length };
}

function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  return !wordCharacter.test(before) && !wordCharacter.test(after);
}
