/** Finds what a definition says of one operation: the line that explains its value. */
import type { Parameter } from '../reading/parameters.ts';
import type { Reading } from '../reading/subject.ts';

export interface OperationText {
  text: string;
  pointer: string;
}

const longestLine = 400;
const longestSearched = 16_000;
const opening = /^['"`*”’)\]]{0,3}\s{0,2}(?::|-|–|—|=>|→|to (?=\w))\s{0,3}/;
const boundaryBefore = /(^|[\s'"`*“‘([•,-])$/;
const isWordCharacter = /[\p{L}\p{N}_]/u;

/** The rest of the line behind `value:` or the like, up to the end of the line or sentence. */
function findLine(text: string, value: string): string | undefined {
  const searched = text.slice(0, longestSearched);
  for (
    let at = searched.indexOf(value), tries = 0;
    at >= 0 && tries < 20;
    at = searched.indexOf(value, at + 1), tries++
  ) {
    const before = searched.slice(Math.max(0, at - 1), at);
    const after = searched.slice(at + value.length, at + value.length + 12);
    if (!boundaryBefore.test(before) || isWordCharacter.test(after.slice(0, 1))) continue;
    const gap = opening.exec(after);
    if (!gap) continue;
    const start = at + value.length + gap[0].length;
    const line = searched.slice(start, start + longestLine);
    const end = line.search(/\n|;|[.](?=\s)|, ['"`]/);
    const found = (end < 0 ? line : line.slice(0, end)).trim();
    if (/\p{L}/u.test(found)) return found;
  }
  return undefined;
}

/** What is said of a value, in the selector's own description first. */
export function findOperationText(value: string, selector: Parameter, reading: Reading): OperationText | undefined {
  const places = [
    { text: selector.description, pointer: `${selector.pointer}/description` },
    { text: reading.description?.text, pointer: '/description' },
  ];
  for (const { text, pointer } of places) {
    const line = text && value.length > 1 ? findLine(text, value) : undefined;
    if (line) return { text: line, pointer };
  }
  return undefined;
}
