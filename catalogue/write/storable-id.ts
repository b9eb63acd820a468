/**
 * A tool's key in the store. Names are strangers': any text at all, thousands of times the same one. What cannot be a key as it is
 * (half characters, U+0000, great length) is written out or cut with a piece of its hash, and a taken key gets a number.
 */
import { hash } from 'node:crypto';
import { addressSegment } from '../../schema/page-address.ts';
import { toolIds } from '../../schema/tool-ids.ts';

// PostgreSQL can index 2,700 bytes, and 200 UTF-16 units are 600 bytes at most.
const longestKey = 200;

/** The text as both databases can hold it: U+0000 and halves of characters written out. */
export function makeStorableText(text: string): string {
  if (text.isWellFormed() && !text.includes('\0')) return text;
  let storable = '';
  for (const character of text) {
    const isPlain = character.isWellFormed() && character !== '\0';
    storable += isPlain ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  }
  return storable;
}

/** One key per definition, in order, all different. */
export function makeToolKeys(definitions: readonly unknown[]): string[] {
  const taken = new Map<string, number>();
  return toolIds(definitions).map((id) =>
    takeFree(shorten(makeStorableText(id)), taken, (key, count) => `${key} (${count})`),
  );
}

/** The last segment of the page's address for each key; keys that have one already keep it. */
export function assignSegments(keys: readonly string[], known: ReadonlyMap<string, string>): Map<string, string> {
  const taken = new Map([...known.values()].map((segment) => [segment, 1]));
  const assigned = new Map<string, string>();
  for (const key of keys) {
    const segment = known.get(key) ?? takeFree(addressSegment(key), taken, (base, count) => `${base}~${count}`);
    assigned.set(key, segment);
  }
  return assigned;
}

function shorten(text: string): string {
  if (text.length <= longestKey) return text;
  return `${text.slice(0, longestKey - 40).toWellFormed()}…${hash('sha256', text).slice(0, 16)}`;
}

// The map remembers the number each key has come to, so that a list of one name a thousand times over stays quick.
function takeFree(key: string, taken: Map<string, number>, number: (key: string, count: number) => string): string {
  let count = taken.get(key) ?? 0;
  if (count === 0) {
    taken.set(key, 1);
    return key;
  }
  let free: string;
  do free = number(key, ++count);
  while (taken.has(free));
  taken.set(key, count);
  taken.set(free, 1);
  return free;
}
