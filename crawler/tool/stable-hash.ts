/**
 * The identity of a definition for its history: the same from one start of a server to the next, although some servers write the
 * time or a fresh identifier into their schemas. Masked, and only under the keys below:
 * - in text: dates and times as in RFC 3339, UUIDs, and numbers of 10 or 13 digits that lie between 2001 and 2049 as a Unix time;
 * - as numbers: such Unix times, in seconds or milliseconds.
 * A lock pins `definitionHash`, which masks nothing.
 */
import { definitionHash } from '../../schema/definition-hash.ts';
import type { Json } from '../../schema/tool-definition.ts';

const volatileKeys: ReadonlySet<string> = new Set(['default', 'example', 'examples', 'description']);
const moment = /\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?/g;
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const unixTime = /(?<!\d)(?:1\d{9}|2[0-4]\d{8}|1\d{12}|2[0-4]\d{11})(?!\d)/g;

/** `definition` nests no deeper than storable-definition.ts lets it. */
export function stableHash(definition: Json): string {
  return definitionHash(mask(definition, false));
}

function mask(value: Json, volatile: boolean): Json {
  if (typeof value === 'string') return volatile ? maskText(value) : value;
  if (typeof value === 'number') return volatile && isUnixTime(value) ? 'masked:time' : value;
  if (Array.isArray(value)) return value.map((item) => mask(item, volatile));
  if (typeof value !== 'object' || value === null) return value;
  const masked: { [key: string]: Json } = {};
  for (const key of Object.keys(value)) {
    const member = mask(value[key] ?? null, volatile || volatileKeys.has(key));
    Object.defineProperty(masked, key, { value: member, enumerable: true });
  }
  return masked;
}

function maskText(text: string): string {
  return text.replace(uuid, 'masked:uuid').replace(moment, 'masked:time').replace(unixTime, 'masked:time');
}

function isUnixTime(value: number): boolean {
  if (!Number.isInteger(value)) return false;
  return (value >= 1e9 && value < 2.5e9) || (value >= 1e12 && value < 2.5e12);
}
