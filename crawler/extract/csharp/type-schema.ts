/** The JSON Schema of a C# type, as Microsoft.Extensions.AI makes it with the options of the protocol's SDK. */
import type { Json, JsonObject } from '../../../schema/tool-definition.ts';
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { objectSchema, type Parameter } from '../tool-draft.ts';
import { attributesOf, findAttribute } from './attribute.ts';
import { evaluate, evaluateText, parentsOf } from './evaluate.ts';
import { lastWord, nameOf, type Project } from './project.ts';
import { toSnakeCase } from './snake-case.ts';

const maxOpen = 8;
const plainTypes: readonly [RegExp, JsonObject][] = [
  [/^(string|String|char|Char)$/, { type: 'string' }],
  [
    /^(int|long|short|byte|uint|ulong|ushort|sbyte|nint|Int16|Int32|Int64|UInt32|UInt64|BigInteger)$/,
    { type: 'integer' },
  ],
  [/^(double|float|decimal|Double|Single|Decimal)$/, { type: 'number' }],
  [/^(bool|Boolean)$/, { type: 'boolean' }],
  [/^(DateTime|DateTimeOffset)$/, { type: 'string', format: 'date-time' }],
  [/^DateOnly$/, { type: 'string', format: 'date' }],
  [/^(TimeOnly|TimeSpan)$/, { type: 'string' }],
  [/^Guid$/, { type: 'string', format: 'uuid' }],
  [/^Uri$/, { type: 'string', format: 'uri' }],
  [/^(object|Object|dynamic|JsonElement|JsonNode|JsonDocument)$/, {}],
  [/^JsonObject$/, { type: 'object' }],
  [/^JsonArray$/, { type: 'array' }],
];
const lists =
  /^(I?List|I?Enumerable|I?Collection|IReadOnly(List|Collection)|I?(Hash)?Set|ImmutableArray|IAsyncEnumerable)$/;
const maps = /^(I?Dictionary|IReadOnlyDictionary|ImmutableDictionary)$/;

export interface Reading {
  project: Project;
  unread: Set<string>;
  /** Types around this one: a type within itself is left open. */
  open: readonly SyntaxNode[];
  /** Another way to read the properties of the outermost type. */
  readProperty?: ((reading: Reading, member: SyntaxNode) => Parameter) | undefined;
}

export function schemaOf(reading: Reading, type: SyntaxNode | undefined): JsonObject {
  if (type === undefined || !reading.project.step()) return {};
  if (type.type === 'nullable_type') return orNull(schemaOf(reading, childAt(type, 'type') ?? type.children[0]));
  if (type.type === 'array_type') {
    const element = childAt(type, 'type');
    if (element && textOf(element) === 'byte') return { type: 'string' };
    return { type: 'array', items: schemaOf(reading, element) };
  }
  const name = lastWord(type);
  const given =
    type.type === 'generic_name'
      ? (type.children.find((child) => child.type === 'type_argument_list')?.children ?? [])
      : [];
  if (name === 'Nullable' && given[0]) return orNull(schemaOf(reading, given[0]));
  if (lists.test(name) && given[0]) return { type: 'array', items: schemaOf(reading, given[0]) };
  if (maps.test(name)) return { type: 'object', additionalProperties: schemaOf(reading, given[1]) };
  const plain = plainTypes.find(([pattern]) => pattern.test(name));
  return plain ? { ...plain[1] } : declaredType(reading, name, type);
}

function orNull(schema: JsonObject): JsonObject {
  const { type } = schema;
  return typeof type === 'string' ? { ...schema, type: [type, 'null'] } : schema;
}

function declaredType(reading: Reading, name: string, from: SyntaxNode): JsonObject {
  const declared = reading.project.type(name, from);
  if (declared === undefined) reading.unread.add(name);
  if (declared === undefined || reading.open.includes(declared) || reading.open.length >= maxOpen) return {};
  if (declared.type === 'enum_declaration') {
    const members = childAt(declared, 'body')?.children ?? [];
    const names = members
      .filter((member) => member.type === 'enum_member_declaration')
      .map((member) => memberName(reading.project, member));
    return { type: 'string', enum: names };
  }
  return objectSchema(propertiesOf({ ...reading, open: [...reading.open, declared] }, declared, 0));
}

/** The options of a command: every property under its name in kebab case, required unless it may be null. */
export function optionsSchema(reading: Reading, type: SyntaxNode): JsonObject | undefined {
  const declared = reading.project.type(lastWord(type), type);
  if (declared === undefined) return undefined;
  return objectSchema(propertiesOf({ ...reading, open: [declared], readProperty: readOption }, declared, 0));
}

function readOption(reading: Reading, member: SyntaxNode): Parameter {
  const option = findAttribute(member, 'Option')?.named;
  const given = option?.get('Name');
  const words = option?.get('Description');
  const type = childAt(member, 'type');
  return {
    name: (given && evaluateText(reading.project, given)?.text) ?? toSnakeCase(nameOf(member)).replaceAll('_', '-'),
    schema: schemaOf({ ...reading, readProperty: undefined }, type),
    description: words && evaluateText(reading.project, words)?.text,
    required: type?.type !== 'nullable_type' && initialOf(member) === undefined,
  };
}

/** What a property is before anything sets it. */
function initialOf(member: SyntaxNode): SyntaxNode | undefined {
  return childAt(member, 'value');
}

function memberName(project: Project, member: SyntaxNode): string {
  const given = attributesOf(member).find(({ name }) => /^(JsonStringEnumMemberName|EnumMember)$/.test(name));
  const text = given && evaluateText(project, given.positional[0] ?? given.named.get('Value'));
  return text?.text ?? nameOf(member);
}

function propertiesOf(reading: Reading, declared: SyntaxNode, depth: number): Parameter[] {
  const inherited =
    depth > 5
      ? []
      : parentsOf(reading.project, declared)
          .filter((parent) => parent.type !== 'interface_declaration')
          .flatMap((parent) => propertiesOf(reading, parent, depth + 1));
  const parts =
    declared.type === 'record_declaration'
      ? (declared.children.find((child) => child.type === 'parameter_list')?.children ?? [])
      : [];
  const positional = parts
    .filter((part) => part.type === 'parameter')
    .map((part) => readProperty(reading, part, defaultOf(part) === undefined));
  const own = (childAt(declared, 'body')?.children ?? []).filter(isSerialized).map((member) => {
    const isRequired =
      member.children.some((child) => child.type === 'modifier' && textOf(child) === 'required') ||
      findAttribute(member, 'JsonRequired') !== undefined ||
      findAttribute(member, 'Required') !== undefined;
    return reading.readProperty?.(reading, member) ?? readProperty(reading, member, isRequired);
  });
  return [...inherited, ...positional, ...own];
}

function isSerialized(member: SyntaxNode): boolean {
  if (member.type !== 'property_declaration' || childAt(member, 'accessors') === undefined) return false;
  const modifiers = member.children.filter((child) => child.type === 'modifier').map(textOf);
  return (
    modifiers.includes('public') && !modifiers.includes('static') && findAttribute(member, 'JsonIgnore') === undefined
  );
}

function readProperty(reading: Reading, member: SyntaxNode, required: boolean): Parameter {
  const renamed = findAttribute(member, 'JsonPropertyName')?.positional[0];
  const written = nameOf(member);
  const name =
    (renamed && evaluateText(reading.project, renamed)?.text) ?? written.charAt(0).toLowerCase() + written.slice(1);
  return {
    name,
    schema: schemaOf(reading, childAt(member, 'type')),
    description: describe(reading.project, member),
    required,
  };
}

export function describe(project: Project, member: SyntaxNode): string | undefined {
  const words = findAttribute(member, 'Description')?.positional[0];
  return words && evaluateText(project, words)?.text;
}

/** The expression behind `=` of a parameter. */
export function defaultOf(parameter: SyntaxNode): SyntaxNode | undefined {
  const last = parameter.children.at(-1);
  return last !== undefined && last.field === undefined && last.type !== 'attribute_list' && last.type !== 'modifier'
    ? last
    : undefined;
}

/** A default in the words of JSON; of an enumeration its member's name. */
export function readDefault(project: Project, node: SyntaxNode, schema: JsonObject): Json | undefined {
  const found = evaluate(project, node);
  if (found?.exact) return found.value;
  const members = schema.enum;
  return Array.isArray(members) ? members.find((member) => member === lastWord(node)) : undefined;
}
