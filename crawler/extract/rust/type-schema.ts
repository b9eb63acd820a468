/** The JSON Schema of a Rust type, as schemars makes it from serde's attributes. */
import type { Json, JsonObject } from '../../../schema/tool-definition.ts';
import { isJsonObject } from '../../../schema/tool-definition.ts';
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { objectSchema, type Parameter } from '../tool-draft.ts';
import { attributesOf, documentationOf } from './attribute.ts';
import { constantFinder } from './evaluate.ts';
import { type Meta, readMeta, textAt } from './meta.ts';
import { lastWord, nameOf, type Project } from './project.ts';
import { renameAll } from './rename.ts';

const maxOpen = 8;
const plainTypes: readonly [RegExp, JsonObject][] = [
  [/^(String|str|char|PathBuf|Path|OsString|Cow)$/, { type: 'string' }],
  [/^(i8|i16|i32|i64|i128|isize)$/, { type: 'integer' }],
  [/^(u8|u16|u32|u64|u128|usize|NonZero\w+)$/, { type: 'integer', minimum: 0 }],
  [/^(f32|f64)$/, { type: 'number' }],
  [/^bool$/, { type: 'boolean' }],
  [/^(DateTime|NaiveDateTime|OffsetDateTime)$/, { type: 'string', format: 'date-time' }],
  [/^(NaiveDate|Date)$/, { type: 'string', format: 'date' }],
  [/^Uuid$/, { type: 'string', format: 'uuid' }],
  [/^Url$/, { type: 'string', format: 'uri' }],
  [/^Value$/, {}],
  [/^(JsonObject|Map)$/, { type: 'object' }],
];
const lists = /^(Vec|VecDeque|HashSet|BTreeSet|IndexSet)$/;
const maps = /^(HashMap|BTreeMap|IndexMap)$/;
const wrappers = /^(Box|Arc|Rc|RefCell|Mutex)$/;

export interface Reading {
  project: Project;
  unread: Set<string>;
  /** Types around this one: a type within itself is left open. */
  open: readonly SyntaxNode[];
}

export function schemaOf(reading: Reading, type: SyntaxNode | undefined): JsonObject {
  if (type === undefined || !reading.project.step()) return {};
  if (type.type === 'reference_type') return schemaOf(reading, childAt(type, 'type'));
  if (type.type === 'array_type') return { type: 'array', items: schemaOf(reading, childAt(type, 'element')) };
  if (type.type === 'tuple_type') return { type: 'array' };
  const named = type.type === 'generic_type' ? (childAt(type, 'type') ?? type) : type;
  const name = lastWord(named);
  const given = childAt(type, 'type_arguments')?.children.filter((child) => child.type !== 'lifetime') ?? [];
  if (name === 'Option') return orNull(schemaOf(reading, given[0]));
  if (wrappers.test(name) && given[0]) return schemaOf(reading, given[0]);
  if (lists.test(name)) return { type: 'array', items: schemaOf(reading, given[0]) };
  if (maps.test(name)) return { type: 'object', additionalProperties: schemaOf(reading, given[1]) };
  return namedSchema(reading, name, type);
}

/** Of a type that takes no others, by the last word of its path. */
export function namedSchema(reading: Reading, name: string, from: SyntaxNode): JsonObject {
  const plain = plainTypes.find(([pattern]) => pattern.test(name));
  return plain ? { ...plain[1] } : declaredType(reading, name, from);
}

function orNull(schema: JsonObject): JsonObject {
  const { type } = schema;
  return typeof type === 'string' ? { ...schema, type: [type, 'null'] } : schema;
}

function declaredType(reading: Reading, name: string, from: SyntaxNode): JsonObject {
  const [declared] = reading.project.items(name, from, ['struct_item', 'enum_item', 'type_item']);
  if (declared === undefined) reading.unread.add(name);
  if (declared === undefined || reading.open.includes(declared) || reading.open.length >= maxOpen) return {};
  return itemSchema({ ...reading, open: [...reading.open, declared] }, declared);
}

export function itemSchema(reading: Reading, item: SyntaxNode): JsonObject {
  if (item.type === 'type_item') return schemaOf(reading, childAt(item, 'type'));
  const body = childAt(item, 'body');
  const about = readAbout(reading.project, item);
  if (item.type === 'enum_item') return { ...describe(about), ...enumSchema(reading, about, body) };
  if (body?.type === 'ordered_field_declaration_list') return schemaOf(reading, childAt(body, 'type'));
  return objectSchema(fieldsOf(reading, body, about.renameAll));
}

function describe({ description }: About): JsonObject {
  return description === undefined ? {} : { description };
}

function fieldsOf(reading: Reading, body: SyntaxNode | undefined, rename: string | undefined): Parameter[] {
  const fields = (body?.children ?? []).filter((child) => child.type === 'field_declaration');
  return fields.flatMap((field) => {
    const about = readAbout(reading.project, field);
    if (about.skip) return [];
    const type = childAt(field, 'type');
    const isOption = type !== undefined && /^(std::option::)?Option\b/.test(textOf(type).slice(0, 40));
    const schema = { ...schemaOf(reading, type), ...about.limits };
    if (about.flatten) return flattened(schema);
    const name = about.name ?? renameAll(nameOf(field).replace(/^r#/, ''), rename);
    return [
      {
        name,
        schema,
        description: about.description,
        required: !isOption && !about.hasDefault,
        default: about.default,
      },
    ];
  });
}

/** The members of a struct inside become members of the one around it. */
function flattened({ properties, required }: JsonObject): Parameter[] {
  if (!isJsonObject(properties)) return [];
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    schema: isJsonObject(schema) ? schema : {},
    required: Array.isArray(required) && required.includes(name),
  }));
}

function enumSchema(reading: Reading, about: About, body: SyntaxNode | undefined): JsonObject {
  const variants = (body?.children ?? []).filter((child) => child.type === 'enum_variant');
  const read = variants.flatMap((variant) => {
    const own = readAbout(reading.project, variant);
    const name = own.name ?? renameAll(nameOf(variant), about.renameAll, true);
    return own.skip ? [] : [{ name, own, content: childAt(variant, 'body') }];
  });
  if (about.tag === undefined && read.every(({ content }) => content === undefined))
    return { type: 'string', enum: read.map(({ name }) => name) };
  if (about.untagged) return {};
  const { tag } = about;
  return {
    oneOf: read.map(({ name, own, content }): Json => {
      if (tag === undefined && content === undefined) return { ...describe(own), type: 'string', const: name };
      const isTuple = content?.type === 'ordered_field_declaration_list';
      const inner = isTuple
        ? schemaOf(reading, childAt(content, 'type'))
        : objectSchema(fieldsOf(reading, content, own.renameAll));
      if (tag === undefined)
        return { ...describe(own), type: 'object', properties: Object.fromEntries([[name, inner]]), required: [name] };
      const marker: Parameter = { name: tag, schema: { type: 'string', const: name }, required: true };
      return { ...describe(own), ...objectSchema([marker, ...flattened(inner)]) };
    }),
  };
}

interface About {
  name: string | undefined;
  description: string | undefined;
  renameAll: string | undefined;
  tag: string | undefined;
  untagged: boolean;
  skip: boolean;
  flatten: boolean;
  hasDefault: boolean;
  default: Json | undefined;
  limits: JsonObject;
}

/** What the attributes and the documentation of an item, field or variant say. */
function readAbout(project: Project, node: SyntaxNode): About {
  const metas = attributesOf(node)
    .filter(({ name }) => /^(serde|schemars|json_schema|validate|garde)$/.test(name))
    .flatMap(({ text }) => readMeta(text, constantFinder(project, node)));
  const has = (key: string) => metas.some((meta) => meta.key === key);
  const value = metas.find((meta) => meta.key === 'default' && meta.value !== undefined)?.value?.value;
  return {
    name: textAt(metas, 'rename'),
    description: textAt(metas, 'description') ?? documentationOf(node),
    renameAll: textAt(metas, 'rename_all'),
    tag: textAt(metas, 'tag'),
    untagged: has('untagged'),
    skip: has('skip') || has('skip_deserializing'),
    flatten: has('flatten'),
    hasDefault: has('default'),
    // serde's `default = "function"` names a function; what it gives is not read.
    default: typeof value === 'string' ? undefined : value,
    limits: readLimits(metas),
  };
}

function readLimits(metas: readonly Meta[]): JsonObject {
  const limits: JsonObject = {};
  for (const { key, inner } of metas) {
    const words = key === 'range' ? ['minimum', 'maximum'] : key === 'length' ? ['minLength', 'maxLength'] : undefined;
    if (words === undefined) continue;
    for (const one of inner) {
      const word = one.key === 'min' ? words[0] : one.key === 'max' ? words[1] : undefined;
      if (word !== undefined && typeof one.value?.value === 'number') limits[word] = one.value.value;
    }
  }
  return limits;
}
