/** The JSON Schema of a class of the repository: enumerations, Pydantic models, dataclasses, typed dictionaries, named tuples. */

import type { Json, JsonObject } from '../../../schema/tool-definition.ts';
import { toObject } from '../known-value.ts';
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { argument, readArguments } from './arguments.ts';
import { cleanDocstring, docstringNode } from './docstring.ts';
import { evaluate, evaluateText } from './evaluate.ts';
import { applyMetadata, isField, readDefault } from './field.ts';
import { baseClasses, type ClassEntity } from './resolve.ts';
import { type Scope, scopeOf } from './scope.ts';
import { enumSchema, type TypeReading, typeArguments, typeSchema } from './type-schema.ts';

type OwnClass = Extract<ClassEntity, { kind: 'class' }>;
type ClassKind = 'enum' | 'model' | 'dictionary' | 'plain';

const maxBases = 20;

/** Undefined for a class that no schema follows from. */
export function classSchema(reading: TypeReading, entity: OwnClass): JsonObject | undefined {
  const line = lineage(reading, entity);
  const kind = classKind(reading, line);
  if (kind === 'plain') return undefined;
  return kind === 'enum' ? enumerationSchema(reading, entity) : objectSchema(reading, line, kind);
}

/** The class and its bases within the repository, farthest base first. */
function lineage(reading: TypeReading, entity: OwnClass): OwnClass[] {
  const line: OwnClass[] = [];
  const queue = [entity];
  for (let next = queue.shift(); next !== undefined && line.length < maxBases; next = queue.shift()) {
    if (line.some((known) => known.node === next?.node)) continue;
    line.unshift(next);
    queue.push(...baseClasses(reading.project, next).filter((base) => base.kind === 'class'));
  }
  return line;
}

function classKind(reading: TypeReading, line: readonly OwnClass[]): ClassKind {
  for (const entity of line.toReversed()) {
    for (const base of baseClasses(reading.project, entity)) {
      const word = base.kind === 'external' ? (base.path.split('.').at(-1) ?? '') : '';
      if (/^(Enum|StrEnum|IntEnum|Flag|IntFlag)$/.test(word)) return 'enum';
      if (word === 'TypedDict') return 'dictionary';
      if (/^(BaseModel|RootModel|SQLModel|BaseSettings|NamedTuple|GenericModel|Struct)$/.test(word)) return 'model';
    }
    if (isDataclass(entity.node)) return 'model';
  }
  return 'plain';
}

function isDataclass(node: SyntaxNode): boolean {
  const decorators = (node.parent?.children ?? []).filter((child) => child.type === 'decorator');
  return decorators.some((decorator) => /^@\s*(\w+\.)*(dataclass|define|attrs|s)\b/.test(textOf(decorator)));
}

function enumerationSchema(reading: TypeReading, entity: OwnClass): JsonObject {
  const scope = scopeOf(entity.module, entity.node);
  const values: Json[] = [];
  for (const [name, bindings] of scope.names) {
    const binding = bindings.at(-1);
    if (binding?.kind !== 'value' || name.startsWith('_')) continue;
    const isAuto = /^(\w+\.)?auto\(\)$/.test(textOf(binding.value));
    // `StrEnum` gives `auto()` members their name in lower case; elsewhere they are numbered.
    const value = isAuto ? (isStrEnum(entity) ? name.toLowerCase() : values.length + 1) : undefined;
    const found = value ?? evaluate(reading.project, binding.value, scope)?.value;
    if (found === undefined)
      reading.unread.add(`${textOf(childAt(entity.node, 'name') ?? entity.node).slice(0, 60)}.${name}`);
    else values.push(found);
  }
  return enumSchema(values);
}

function isStrEnum(entity: OwnClass): boolean {
  return /\bStrEnum\b/.test(textOf(childAt(entity.node, 'superclasses') ?? entity.node).slice(0, 200));
}

/** An object with the fields of the class and its bases, in Pydantic's order: the base's first. */
function objectSchema(reading: TypeReading, line: readonly OwnClass[], kind: ClassKind): JsonObject {
  const properties = new Map<string, Json>();
  const required = new Set<string>();
  for (const entity of line) {
    const scope = scopeOf(entity.module, entity.node);
    const total = !/\btotal\s*=\s*False\b/.test(
      textOf(childAt(entity.node, 'superclasses') ?? entity.node).slice(0, 500),
    );
    for (const field of readFields(entity.node)) {
      const { name, schema, needed } = fieldSchema(reading, field, scope, kind === 'dictionary' ? total : undefined);
      properties.set(name, schema);
      required.delete(name);
      if (needed) required.add(name);
    }
  }
  const own = line.at(-1);
  const description = own && classDescription(reading, own);
  return {
    type: 'object',
    ...(description ? { description } : {}),
    properties: toObject(properties),
    ...(required.size > 0 ? { required: [...required] } : {}),
  };
}

interface DeclaredField {
  name: string;
  type: SyntaxNode;
  value: SyntaxNode | undefined;
}

function readFields(node: SyntaxNode): DeclaredField[] {
  const fields: DeclaredField[] = [];
  for (const statement of childAt(node, 'body')?.children ?? []) {
    const assignment = statement.type === 'expression_statement' ? statement.children[0] : undefined;
    const left = assignment?.type === 'assignment' ? childAt(assignment, 'left') : undefined;
    const type = assignment && childAt(assignment, 'type');
    if (assignment === undefined || left?.type !== 'identifier' || type === undefined) continue;
    const name = textOf(left);
    if (name.startsWith('_') || name === 'model_config' || /^(\w+\.)*ClassVar\b/.test(textOf(type))) continue;
    fields.push({ name, type, value: childAt(assignment, 'right') });
  }
  return fields;
}

/** `total` is given for typed dictionaries, whose fields have no defaults. */
function fieldSchema(reading: TypeReading, field: DeclaredField, scope: Scope, total: boolean | undefined) {
  const written = field.value && isField(field.value) ? field.value : undefined;
  const base = typeSchema(reading, field.type, scope);
  let schema = written ? applyMetadata(reading.project, base, [written], scope) : base;
  const fallback = readDefault(reading.project, field.value, scope);
  if (fallback.value !== undefined) schema = { ...schema, default: fallback.value };
  const alias = written && argument(readArguments(written), -1, 'validation_alias', 'alias');
  const name = (alias && evaluateText(reading.project, alias, scope)?.text) || field.name;
  const inner = field.type.type === 'type' ? (field.type.children[0] ?? field.type) : field.type;
  const marker = typeArguments(inner).length > 0 && inner.children[0] ? textOf(inner.children[0]) : '';
  const needed =
    total === undefined ? fallback.required : /NotRequired$/.test(marker) ? false : total || /Required$/.test(marker);
  return { name, schema, needed };
}

function classDescription(reading: TypeReading, entity: OwnClass): string | undefined {
  const literal = docstringNode(entity.node);
  const text = literal && evaluateText(reading.project, literal, scopeOf(entity.module, entity.node));
  return text && cleanDocstring(text.text);
}
