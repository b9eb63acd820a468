/** What can be known of a value without running the code that makes it. */
import type { Json } from '../../schema/tool-definition.ts';

/** Where a part cannot be known the rest is still given: a text with `hole` in the gap, a list without the member; not exact. */
export interface Known {
  value: Json;
  exact: boolean;
}

export interface KnownText {
  text: string;
  exact: boolean;
}

export const hole = '{…}';
/** Characters of a text that are kept. */
export const maxText = 100_000;

export function known(value: Json, exact = true): Known {
  return typeof value === 'string' && value.length > maxText
    ? { value: value.slice(0, maxText), exact: false }
    : { value, exact };
}

/** Undefined for what is no text at all. */
export function asText(found: Known | undefined): KnownText | undefined {
  return typeof found?.value === 'string' ? { text: found.value, exact: found.exact } : undefined;
}

/** One text out of parts, a hole for each that is not known; undefined where none is. */
export function joinParts(parts: readonly (Known | undefined)[], separator = ''): Known | undefined {
  if (parts.length > 0 && parts.every((part) => part === undefined)) return undefined;
  let text = '';
  for (const [index, part] of parts.entries()) {
    if (text.length > maxText) break;
    text += (index > 0 ? separator : '') + (part === undefined ? hole : writeScalar(part.value));
  }
  return known(
    text,
    parts.every((part) => part?.exact === true && typeof part.value !== 'object'),
  );
}

function writeScalar(value: Json): string {
  return typeof value === 'object' ? hole : String(value);
}

/** `Object.fromEntries`, named for what it is here: no key of a stranger's reaches a prototype. */
export function toObject(members: Iterable<readonly [string, Json]>): { [key: string]: Json } {
  return Object.fromEntries(members);
}
