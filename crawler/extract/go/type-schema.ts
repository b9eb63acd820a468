/** The JSON Schema of a Go type, as the libraries make it by reflection. */
import type { Json, JsonObject } from '../../../schema/tool-definition.ts';
import { toObject } from '../known-value.ts';
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { type InputDraft, objectSchema, type Parameter } from '../tool-draft.ts';
import type { Project } from './project.ts';
import { type Placed, resolveType, type Scope } from './scope.ts';
import { type FieldTag, readTag } from './struct-tag.ts';

const maxOpen = 8;

const plainTypes: ReadonlyMap<string, JsonObject> = new Map<string, JsonObject>([
  ['string', { type: 'string' }],
  ['bool', { type: 'boolean' }],
  ['float32', { type: 'number' }],
  ['float64', { type: 'number' }],
  ['any', {}],
  ['json.RawMessage', {}],
  ['time.Time', { type: 'string', format: 'date-time' }],
  ['json.Number', { type: 'number' }],
]);

interface Reading {
  project: Project;
  unread: Set<string>;
  /** Types around this one: a type within itself is left open. */
  open: readonly SyntaxNode[];
}

export function typeInput(project: Project, type: Placed): InputDraft {
  const reading: Reading = { project, unread: new Set(), open: [] };
  const schema = schemaOf(reading, type.node, type.scope);
  if (schema.type !== 'object')
    return { schema: { type: 'object' }, exact: true, unread: [textOf(type.node).slice(0, 100)] };
  return { schema, exact: true, unread: [...reading.unread] };
}

function schemaOf(reading: Reading, type: SyntaxNode | undefined, scope: Scope): JsonObject {
  if (type === undefined || !reading.project.step()) return {};
  switch (type.type) {
    case 'pointer_type':
    case 'parenthesized_type':
      return schemaOf(reading, type.children[0], scope);
    case 'slice_type':
    case 'array_type': {
      const element = childAt(type, 'element');
      if (element && textOf(element) === 'byte') return { type: 'string' };
      return { type: 'array', items: schemaOf(reading, element, scope) };
    }
    case 'map_type':
      return { type: 'object', additionalProperties: schemaOf(reading, childAt(type, 'value'), scope) };
    case 'interface_type':
      return {};
    case 'struct_type':
      return objectSchema(readFields(reading, type, scope));
    default:
      return namedType(reading, type, scope);
  }
}

function namedType(reading: Reading, type: SyntaxNode, scope: Scope): JsonObject {
  const name = textOf(type).slice(0, 100);
  const plain = plainTypes.get(name);
  if (plain) return { ...plain };
  if (/^(u?int(8|16|32|64)?|byte|rune|uintptr)$/.test(name)) return { type: 'integer' };
  const found = resolveType(
    reading.project,
    type.type === 'generic_type' ? (childAt(type, 'type') ?? type) : type,
    scope,
  );
  if (found === undefined) reading.unread.add(name);
  if (found === undefined || reading.open.includes(found.node) || reading.open.length >= maxOpen) return {};
  return schemaOf({ ...reading, open: [...reading.open, found.node] }, found.node, found.scope);
}

function readFields(reading: Reading, struct: SyntaxNode, scope: Scope): Parameter[] {
  const fields = (struct.children[0]?.children ?? []).flatMap((field) => {
    const tagNode = childAt(field, 'tag');
    const tag = readTag(tagNode ? textOf(tagNode).slice(1, -1) : '');
    return tag.name === '-' ? [] : [{ field, tag, names: field.children.filter((child) => child.field === 'name') }];
  });
  // The library that knows `required` goes by it alone, the other by what may be left out.
  const marked = fields.some(({ tag }) => tag.required);
  return fields.flatMap(({ field, tag, names }) => {
    const type = childAt(field, 'type');
    if (names.length === 0) return readEmbedded(reading, type, tag, scope);
    return names
      .filter((name) => /^\p{Lu}/u.test(textOf(name)))
      .map((name) => {
        const required = marked ? tag.required : !tag.optional;
        return readField(schemaOf(reading, type, scope), tag.name ?? textOf(name), tag, required);
      });
  });
}

function readField(type: JsonObject, name: string, tag: FieldTag, required: boolean): Parameter {
  const schema = { ...type, ...toObject(tag.limits) };
  if (tag.enumeration.length > 0) schema.enum = tag.enumeration.map((value) => inType(value, type));
  const value = tag.default === undefined ? undefined : inType(tag.default, type);
  return { name, schema, description: tag.description, required, default: value };
}

function inType(value: string, { type }: JsonObject): Json {
  if (type === 'boolean') return value === 'true';
  return (type === 'integer' || type === 'number') && Number.isFinite(Number(value)) ? Number(value) : value;
}

/** A struct without a field name gives its fields to the one around it. */
function readEmbedded(reading: Reading, type: SyntaxNode | undefined, tag: FieldTag, scope: Scope): Parameter[] {
  const bare = type?.type === 'pointer_type' ? type.children[0] : type;
  if (bare === undefined) return [];
  const found = resolveType(reading.project, bare, scope);
  if (found?.node.type !== 'struct_type' || reading.open.includes(found.node) || reading.open.length >= maxOpen) {
    if (found === undefined) reading.unread.add(textOf(bare).slice(0, 100));
    return [];
  }
  const inner = { ...reading, open: [...reading.open, found.node] };
  if (tag.name === undefined) return readFields(inner, found.node, found.scope);
  return [readField(schemaOf(inner, found.node, found.scope), tag.name, tag, !tag.optional)];
}
