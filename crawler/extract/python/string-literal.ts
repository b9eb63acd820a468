/** The text that a Python string literal stands for (Python reference, 2.4.1). */

const simpleEscapes: Record<string, string> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const escapePattern = /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g;

/** Undoes the escapes of a literal that is not raw; an unknown escape stays as it is, as in Python. */
export function decodeEscapes(text: string): string {
  return text.replace(escapePattern, (whole, octal, hex, short, long, simple) => {
    if (simple !== undefined) return Object.hasOwn(simpleEscapes, simple) ? (simpleEscapes[simple] ?? whole) : whole;
    const code = octal !== undefined ? Number.parseInt(octal, 8) : Number.parseInt(hex ?? short ?? long, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

export interface StringPrefix {
  raw: boolean;
  bytes: boolean;
  formatted: boolean;
}

/** From the token that opens a literal: `rb"`, `F'''`. */
export function readPrefix(opening: string): StringPrefix {
  const letters = /^[a-z]*/i.exec(opening)?.[0].toLowerCase() ?? '';
  return { raw: letters.includes('r'), bytes: letters.includes('b'), formatted: /[ft]/.test(letters) };
}
