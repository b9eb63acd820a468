/** Says in words where a JSON Pointer into a tool definition leads. */
import { fromPointer } from '../../../schema/json-pointer.ts';
import { shownLine } from '../words/shown.ts';

const whole = new Map([
  ['', 'Definition'],
  ['name', 'Name'],
  ['title', 'Title'],
  ['description', 'Description'],
  ['inputSchema', 'Input schema'],
  ['outputSchema', 'Output schema'],
  ['annotations', 'Annotations'],
]);

// Keywords under which the next segment is a name or a number and not a keyword.
const holders = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'anyOf', 'oneOf', 'allOf']);

const leaves = new Map([
  ['description', 'Description'],
  ['enum', 'Allowed values'],
  ['const', 'Fixed value'],
  ['default', 'Default'],
  ['title', 'Title'],
  ['format', 'Format'],
  ['pattern', 'Pattern'],
]);

export interface Place {
  /** `Description`, `Allowed values`, `Hint`. */
  words: string;
  /** The parameter or field the words are about, shown as code. */
  subject: string | undefined;
}

export function namePlace(pointer: string): Place {
  const [field = '', ...rest] = fromPointer(pointer);
  if (field === 'annotations' && rest[0] !== undefined) return { words: 'Hint', subject: shownLine(rest[0], 80) };
  if (field === 'inputSchema' || field === 'outputSchema') {
    const { names, keyword } = walkSchema(rest);
    if (names.length > 0)
      return { words: leaves.get(keyword) ?? 'Parameter', subject: shownLine(names.join('.'), 120) };
  }
  const words = whole.get(field) ?? 'Field';
  return {
    words,
    subject: words === 'Field' || rest.length > 0 ? shownLine([field, ...rest].join('/'), 80) : undefined,
  };
}

/** The parameters a path through a JSON Schema goes by, and the keyword it ends at, if it ends at one. */
function walkSchema(segments: readonly string[]): { names: string[]; keyword: string } {
  const names: string[] = [];
  let index = 0;
  while (index < segments.length) {
    const keyword = segments[index] ?? '';
    if (!holders.has(keyword) && keyword !== 'items') return { names, keyword };
    const child = segments[index + 1];
    if (keyword === 'properties' && child !== undefined) names.push(child);
    index += keyword === 'items' ? 1 : 2;
  }
  return { names, keyword: '' };
}
