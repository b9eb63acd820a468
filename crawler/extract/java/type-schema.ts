/** The JSON Schema of a Java type, as the frameworks make it by reflection. */
import type { JsonObject } from '../../../schema/tool-definition.ts';
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { objectSchema, type Parameter } from '../tool-draft.ts';
import { type Annotation, annotationsOf } from './annotation.ts';
import { evaluate, evaluateText, parentsOf } from './evaluate.ts';
import { membersOf, nameOf, type Project } from './project.ts';

const maxOpen = 8;
const plainTypes: readonly [RegExp, JsonObject][] = [
  [/^(String|CharSequence|char|Character)$/, { type: 'string' }],
  [/^(int|Integer|long|Long|short|Short|byte|Byte|BigInteger|OptionalInt|OptionalLong)$/, { type: 'integer' }],
  [/^(double|Double|float|Float|BigDecimal|Number|OptionalDouble)$/, { type: 'number' }],
  [/^(boolean|Boolean)$/, { type: 'boolean' }],
  [/^(LocalDateTime|OffsetDateTime|ZonedDateTime|Instant|Date)$/, { type: 'string', format: 'date-time' }],
  [/^LocalDate$/, { type: 'string', format: 'date' }],
  [/^LocalTime$/, { type: 'string', format: 'time' }],
  [/^Duration$/, { type: 'string', format: 'duration' }],
  [/^UUID$/, { type: 'string', format: 'uuid' }],
  [/^(URI|URL)$/, { type: 'string', format: 'uri' }],
  [/^(Path|File)$/, { type: 'string' }],
  [/^(Object|JsonNode|JsonElement)$/, {}],
  [/^(JsonObject|ObjectNode)$/, { type: 'object' }],
  [/^(JsonArray|ArrayNode)$/, { type: 'array' }],
];
const lists = /^(List|Set|Collection|Iterable|ArrayList|LinkedList|HashSet|SortedSet)$/;
const maps = /^(Map|HashMap|LinkedHashMap|TreeMap|SortedMap)$/;

export interface Reading {
  project: Project;
  unread: Set<string>;
  /** Types around this one: a type within itself is left open. */
  open: readonly SyntaxNode[];
}

export function isOptional(type: SyntaxNode | undefined): boolean {
  return type !== undefined && /^Optional(Int|Long|Double)?\b/.test(textOf(type).slice(0, 40));
}

export function schemaOf(reading: Reading, type: SyntaxNode | undefined): JsonObject {
  if (type === undefined || !reading.project.step()) return {};
  if (type.type === 'array_type') return { type: 'array', items: schemaOf(reading, childAt(type, 'element')) };
  if (type.type === 'annotated_type') return schemaOf(reading, membersOf(type).at(-1));
  const given =
    type.type === 'generic_type' ? membersOf(type.children.find((child) => child.type === 'type_arguments')) : [];
  const named = type.type === 'generic_type' ? type.children[0] : type;
  const name = named ? (textOf(named).slice(0, 200).split('.').at(-1) ?? '') : '';
  if (name === 'Optional') return schemaOf(reading, given[0]);
  if (lists.test(name)) return { type: 'array', items: schemaOf(reading, given[0]) };
  if (maps.test(name)) return { type: 'object', additionalProperties: schemaOf(reading, given[1]) };
  const plain = plainTypes.find(([pattern]) => pattern.test(name));
  return plain ? { ...plain[1] } : declaredType(reading, name, type);
}

function declaredType(reading: Reading, name: string, from: SyntaxNode): JsonObject {
  const declared = reading.project.type(name, from);
  if (declared === undefined) reading.unread.add(name);
  if (declared === undefined || reading.open.includes(declared) || reading.open.length >= maxOpen) return {};
  if (declared.type === 'enum_declaration') {
    const constants = membersOf(childAt(declared, 'body')).filter((member) => member.type === 'enum_constant');
    return { type: 'string', enum: constants.map((constant) => nameOf(constant)) };
  }
  const inner = { ...reading, open: [...reading.open, declared] };
  return objectSchema(fieldsOf(inner, declared, 0));
}

function fieldsOf(reading: Reading, declared: SyntaxNode, depth: number): Parameter[] {
  if (declared.type === 'record_declaration')
    return membersOf(childAt(declared, 'parameters')).flatMap((part) => readField(reading, part, nameOf(part)) ?? []);
  const inherited =
    depth > 5 ? [] : parentsOf(reading.project, declared).flatMap((parent) => fieldsOf(reading, parent, depth + 1));
  const own = membersOf(childAt(declared, 'body'))
    .filter((member) => member.type === 'field_declaration' && !/\b(static|transient)\b/.test(modifiersOf(member)))
    .flatMap((member) => readField(reading, member, nameOf(childAt(member, 'declarator'))) ?? []);
  return [...inherited, ...own];
}

function modifiersOf(member: SyntaxNode): string {
  const modifiers = member.children.find((child) => child.type === 'modifiers');
  return modifiers ? textOf(modifiers).slice(-200) : '';
}

function readField(reading: Reading, field: SyntaxNode, name: string): Parameter | undefined {
  const annotations = annotationsOf(field);
  if (name === '' || annotations.some((one) => one.name === 'JsonIgnore')) return undefined;
  const about = readAbout(reading.project, annotations);
  const required =
    about.required ?? annotations.some(({ name: one }) => /^(NotNull|NonNull|NotBlank|NotEmpty)$/.test(one));
  return {
    name: about.name ?? name,
    schema: schemaOf(reading, childAt(field, 'type')),
    description: about.description,
    required,
  };
}

export interface About {
  name: string | undefined;
  description: string | undefined;
  required: boolean | undefined;
  default: string | undefined;
}

const describing =
  /^(ToolArg|ToolParam|McpToolParam|McpArg|P|Param|Schema|JsonPropertyDescription|Description|JsonProperty|RequestParam)$/;

/** What the annotations of a parameter or field say of it. */
export function readAbout(project: Project, annotations: readonly Annotation[]): About {
  const about: About = { name: undefined, description: undefined, required: undefined, default: undefined };
  for (const { name, values } of annotations) {
    if (name === 'Nullable') about.required = false;
    if (!describing.test(name)) continue;
    const text = (key: string) => evaluateText(project, values.get(key))?.text;
    const isName = name === 'JsonProperty' || name === 'RequestParam';
    about.description ??= text('description') ?? (isName ? undefined : text('value'));
    about.name ??= text('name') ?? (isName ? text('value') : undefined);
    about.default ??= text('defaultValue');
    const required = evaluate(project, values.get('required'))?.value;
    if (typeof required === 'boolean') about.required = required;
  }
  return about;
}
