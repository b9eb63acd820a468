/** The bounds a schema node sets on a value, each in a few words. Patterns are shown and never run. */
import type { JsonObject } from '../../../schema/tool-definition.ts';

type Say = (value: number | string) => string;

const numeric: readonly (readonly [string, Say])[] = [
  ['minimum', (value) => `at least ${value}`],
  ['maximum', (value) => `at most ${value}`],
  ['exclusiveMinimum', (value) => `more than ${value}`],
  ['exclusiveMaximum', (value) => `less than ${value}`],
  ['minLength', (value) => (value === 1 ? 'not empty' : `at least ${value} characters`)],
  ['maxLength', (value) => `at most ${value} characters`],
  ['minItems', (value) => `at least ${value} in the list`],
  ['maxItems', (value) => `at most ${value} in the list`],
];

const textual: readonly (readonly [string, Say])[] = [
  ['format', (value) => `format ${value}`],
  ['pattern', (value) => `pattern ${value}`],
];

export function describeBounds(node: JsonObject): string[] {
  return [
    ...numeric.flatMap(([key, say]) => (typeof node[key] === 'number' ? [say(node[key])] : [])),
    ...textual.flatMap(([key, say]) => (typeof node[key] === 'string' && node[key] !== '' ? [say(node[key])] : [])),
  ].filter((bound) => !bound.includes('9007199254740991')); // what generators write for "no bound": Number.MAX_SAFE_INTEGER
}
