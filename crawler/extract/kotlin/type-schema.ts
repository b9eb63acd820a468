/** The JSON Schema of a Kotlin type, by the rules of kotlinx.serialization: a default or a question mark makes a field optional. */
import type { JsonObject } from '../../../schema/tool-definition.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { objectSchema, type Parameter } from '../tool-draft.ts';
import { type Annotation, annotationsIn } from './annotation.ts';
import { evaluate, evaluateText } from './evaluate.ts';
import { childOf, lastWord, nameOf, type Project, partsOf } from './project.ts';

const maxOpen = 8;
const plainTypes: readonly [RegExp, JsonObject][] = [
  [/^(String|CharSequence|Char|Path|File|URI|URL)$/, { type: 'string' }],
  [/^(Int|Long|Short|Byte|UInt|ULong)$/, { type: 'integer' }],
  [/^(Double|Float|Number)$/, { type: 'number' }],
  [/^Boolean$/, { type: 'boolean' }],
  [/^(Any|JsonElement)$/, {}],
  [/^JsonObject$/, { type: 'object' }],
  [/^JsonArray$/, { type: 'array' }],
];
const describing =
  /^(ToolArg|ToolParam|McpToolParam|McpDescription|Description|LLMDescription|SchemaDescription|JsonPropertyDescription)$/;
const typeNodes = /^(user_type|nullable_type|parenthesized_type|function_type)$/;

export interface Reading {
  project: Project;
  unread: Set<string>;
  /** Types around this one: a type within itself is left open. */
  open: readonly SyntaxNode[];
}

export function schemaOf(reading: Reading, type: SyntaxNode | undefined): JsonObject {
  if (type === undefined || !reading.project.step()) return {};
  if (type.type === 'nullable_type') return schemaOf(reading, partsOf(type)[0]);
  const name = lastWord(type);
  const given = partsOf(childOf(type, 'type_arguments')).map((one) => partsOf(one)[0]);
  if (/^(Mutable)?(List|Set|Collection)$|^(Array|Iterable)$/.test(name))
    return { type: 'array', items: schemaOf(reading, given[0]) };
  if (/^(Mutable)?Map$/.test(name)) return { type: 'object', additionalProperties: schemaOf(reading, given[1]) };
  const plain = plainTypes.find(([pattern]) => pattern.test(name));
  return plain ? { ...plain[1] } : declaredType(reading, name, type);
}

function declaredType(reading: Reading, name: string, from: SyntaxNode): JsonObject {
  const [declared] = reading.project.declared(name, from, 'class_declaration');
  if (declared === undefined) reading.unread.add(name);
  if (declared === undefined || reading.open.includes(declared) || reading.open.length >= maxOpen) return {};
  const entries = childOf(declared, 'enum_class_body');
  if (entries) {
    const named = partsOf(entries).filter((child) => child.type === 'enum_entry');
    return { type: 'string', enum: named.map((entry) => serialName(reading.project, entry) ?? nameOf(entry)) };
  }
  const inner = { ...reading, open: [...reading.open, declared] };
  const fields = partsOf(childOf(childOf(declared, 'primary_constructor'), 'class_parameters'));
  return objectSchema(
    fields.filter((field) => field.type === 'class_parameter').map((field) => readField(inner, field)),
  );
}

function readField(reading: Reading, field: SyntaxNode): Parameter {
  const annotations = annotationsIn(childOf(field, 'modifiers'));
  const parts = partsOf(field);
  const place = parts.findIndex((part) => typeNodes.test(part.type));
  const name = serialName(reading.project, field) ?? nameOf(field);
  return readParameter(reading, name, annotations, parts[place], parts[place + 1]);
}

function serialName(project: Project, node: SyntaxNode): string | undefined {
  const given = annotationsIn(childOf(node, 'modifiers')).find(
    ({ name }) => name === 'SerialName' || name === 'JsonProperty',
  );
  return given && evaluateText(project, given.positional[0] ?? given.named.get('value'))?.text;
}

function readParameter(
  reading: Reading,
  name: string,
  annotations: readonly Annotation[],
  type: SyntaxNode | undefined,
  given: SyntaxNode | undefined,
): Parameter {
  const { project } = reading;
  const about = annotations.find((one) => describing.test(one.name));
  const description = about && evaluateText(project, about.named.get('description') ?? about.positional[0])?.text;
  const declared = evaluate(project, about?.named.get('required'))?.value;
  const found = evaluate(project, given);
  const isOptional = type?.type === 'nullable_type' || given !== undefined;
  return {
    name: (about && evaluateText(project, about.named.get('name'))?.text) ?? name,
    schema: schemaOf(reading, type),
    description,
    required: typeof declared === 'boolean' ? declared : !isOptional,
    default: found?.exact === true && found.value !== null ? found.value : undefined,
  };
}

const injected =
  /^(Mcp\w+|RequestId|Progress|Cancellation|Roots|Sampling|Elicitation|Meta|ToolContext|CoroutineContext|Project|Continuation)$/;

/** Of a function; annotations and defaults stand beside a parameter, not inside. */
export function functionParameters(reading: Reading, fn: SyntaxNode): Parameter[] {
  const parts = partsOf(childOf(fn, 'function_value_parameters'));
  return parts.flatMap((part, index) => {
    if (part.type !== 'parameter') return [];
    const [before, after] = [parts[index - 1], parts[index + 1]];
    const type = partsOf(part).find((child) => typeNodes.test(child.type));
    if (type && injected.test(lastWord(type))) return [];
    const annotations = before?.type === 'parameter_modifiers' ? annotationsIn(before) : [];
    const given = after && !/^parameter(_modifiers)?$/.test(after.type) ? after : undefined;
    return [readParameter(reading, nameOf(part), annotations, type, given)];
  });
}
