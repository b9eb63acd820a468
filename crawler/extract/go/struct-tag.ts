/** What the tag of a field says: `json:"id,omitempty" jsonschema:"required,description=…"`. */
import type { Json } from '../../../schema/tool-definition.ts';
import { decodeEscapes } from '../c-escapes.ts';

export interface FieldTag {
  /** The name in JSON; undefined without one, `-` where the field is left out. */
  name: string | undefined;
  optional: boolean;
  description: string | undefined;
  required: boolean;
  enumeration: string[];
  default: string | undefined;
  limits: [string, Json][];
}

const limitWords = /^(minimum|maximum|minLength|maxLength|minItems|maxItems|pattern|format|title|multipleOf)$/;

export function readTag(text: string): FieldTag {
  const parts = new Map<string, string>();
  for (const [, key, value] of text.slice(0, 20_000).matchAll(/([\w.-]+):"((?:[^"\\]|\\.)*)"/g))
    parts.set(key ?? '', decodeEscapes(value ?? ''));
  const [name, ...flags] = (parts.get('json') ?? '').split(',');
  const tag: FieldTag = {
    name: name === '' ? undefined : name,
    optional: flags.includes('omitempty') || flags.includes('omitzero'),
    description: parts.get('jsonschema_description') ?? parts.get('description'),
    required: /\brequired\b/.test(parts.get('validate') ?? '') || parts.get('required') === 'true',
    enumeration: parts.get('enum')?.split(',') ?? [],
    default: parts.get('default'),
    limits: [],
  };
  readSchemaTag(parts.get('jsonschema') ?? '', tag);
  return tag;
}

/** Two libraries read this tag: one takes all of it for the description, the other a list of `key=value`. */
function readSchemaTag(text: string, tag: FieldTag): void {
  if (text === '') return;
  if (!/^(required|-|nullable)(,|$)|^\w+=/.test(text)) {
    tag.description ??= text;
    return;
  }
  for (const part of text.split(/(?<!\\),/)) {
    const [, key = part, value] = /^(\w+)=([\s\S]*)$/.exec(part) ?? [];
    if (key === 'required') tag.required = true;
    else if (value === undefined) {
      // A comma that was meant as part of the description.
      if (tag.description !== undefined) tag.description += `,${part}`;
    } else if (key === 'description') tag.description = value.replaceAll('\\,', ',');
    else if (key === 'enum') tag.enumeration.push(value);
    else if (key === 'default') tag.default = value;
    else if (limitWords.test(key))
      tag.limits.push([key, /^-?\d+(\.\d+)?$/.test(value) && key !== 'pattern' ? Number(value) : value]);
  }
}
