/** How names, values and lists stand in a sentence. Names and values come from strangers and are shown, never obeyed. */
import { showHidden } from '../schema/hidden-characters.ts';
import type { Scalar } from '../schema/policy.ts';

const longestName = 60;
const plainName = /^[\p{L}\p{N}_$@:/.[\]*-]+$/u;

/** As it is where it is plain, else in quotes with everything hidden shown. */
export function nameInWords(name: string): string {
  return plainName.test(name) && name.length <= longestName ? name : quote(name);
}

/** A text that could be taken for a number, a truth value or null stands in quotes, so that `true` and `"true"` differ. */
export function valueInWords(value: Scalar): string {
  if (typeof value !== 'string') return String(value);
  const ambiguous = value === 'true' || value === 'false' || value === 'null' || /^[-+.\d]/.test(value);
  return ambiguous ? quote(value) : nameInWords(value);
}

/** `a`, `a and b`, `a, b and c`; where there are more than `most`, the number of those left out. */
export function listInWords(items: readonly string[], join: 'and' | 'or', most = 6): string {
  if (items.length > most) return `${items.slice(0, most - 1).join(', ')} ${join} ${items.length - most + 1} more`;
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${join} ${last}`;
}

/** One line of at most `longest` characters, with everything hidden shown. */
export function lineInWords(text: string, longest: number): string {
  const line = showHidden(text.slice(0, longest + 1).toWellFormed())
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
}

function quote(text: string): string {
  return `"${lineInWords(text, longestName).replaceAll('"', "'")}"`;
}
