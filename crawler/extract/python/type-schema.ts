/** The JSON Schema of a type annotation, in the shape that Pydantic gives it. */
import type { Json, JsonObject } from '../../../schema/tool-definition.ts';
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { classSchema } from './class-schema.ts';
import { evaluate } from './evaluate.ts';
import { applyMetadata } from './field.ts';
import { containerNames, namedTypes } from './named-types.ts';
import type { Project } from './project.ts';
import { type ClassEntity, resolveEntity } from './resolve.ts';
import type { Scope } from './scope.ts';

/** What is carried through the types of one parameter. */
export interface TypeReading {
  project: Project;
  /** Types that could not be read, as written. */
  unread: Set<string>;
  /** Classes whose schema is being made, against models that contain themselves. */
  open: readonly SyntaxNode[];
  depth: number;
}

// A model's field is four levels below the model; the allowance of steps ends what nests without end.
const maxDepth = 60;

export function startTypes(project: Project): TypeReading {
  return { project, unread: new Set(), open: [], depth: 0 };
}

/** Total: a type that cannot be read allows everything and is named in `unread`. */
export function typeSchema(reading: TypeReading, type: SyntaxNode, scope: Scope): JsonObject {
  if (reading.depth > maxDepth || !reading.project.takeStep()) return unreadable(reading, type);
  const inner = { ...reading, depth: reading.depth + 1 };
  switch (type.type) {
    case 'type':
    case 'parenthesized_expression':
      return type.children[0] ? typeSchema(inner, type.children[0], scope) : {};
    case 'none':
      return { type: 'null' };
    case 'identifier':
    case 'attribute':
    case 'member_type':
      return namedSchema(inner, type, scope);
    case 'generic_type':
      return genericSchema(inner, type, typeArguments(type), scope);
    case 'subscript':
      return genericSchema(inner, type, typeArguments(type), scope);
    case 'union_type':
      return unionSchema(inner, type.children, scope);
    case 'binary_operator':
      return unionSchema(inner, flattenUnion(type), scope);
    case 'string':
      return aheadSchema(inner, type, scope);
    case 'call':
      return calledSchema(inner, type, scope);
    default:
      return unreadable(reading, type);
  }
}

function unreadable(reading: TypeReading, type: SyntaxNode): JsonObject {
  if (reading.unread.size < 20) reading.unread.add(textOf(type).slice(0, 80));
  return {};
}

/** The types between the brackets of `X[…]`. */
export function typeArguments(type: SyntaxNode): readonly SyntaxNode[] {
  const list = type.children.find((child) => child.type === 'type_parameter');
  if (list) return list.children;
  const subscripts = type.children.filter((child) => child.field === 'subscript');
  return subscripts.length === 1 && subscripts[0]?.type === 'tuple' ? subscripts[0].children : subscripts;
}

function flattenUnion(type: SyntaxNode): SyntaxNode[] {
  const operator = childAt(type, 'operator');
  if (type.type !== 'binary_operator' || !operator || textOf(operator) !== '|') return [type];
  return type.children.filter((child) => child.field !== 'operator').flatMap(flattenUnion);
}

function lastWord(node: SyntaxNode): string {
  return /[A-Za-z_]\w*$/.exec(textOf(node))?.[0] ?? textOf(node);
}

function namedSchema(reading: TypeReading, type: SyntaxNode, scope: Scope): JsonObject {
  const word = lastWord(type);
  const entity = resolveEntity(reading.project, type, scope);
  if (entity?.kind === 'class') return ownClassSchema(reading, entity, type);
  if (entity?.kind === 'expression' && entity.node !== type) return typeSchema(reading, entity.node, entity.scope);
  if (entity?.kind === 'instance' && entity.made) return typeSchema(reading, entity.made.call, entity.made.scope);
  const schema = namedTypes.get(containerNames.get(word) ?? word);
  return schema ? structuredClone(schema) : unreadable(reading, type);
}

function ownClassSchema(
  reading: TypeReading,
  entity: Extract<ClassEntity, { kind: 'class' }>,
  type: SyntaxNode,
): JsonObject {
  if (reading.open.includes(entity.node)) return { type: 'object' };
  return classSchema({ ...reading, open: [...reading.open, entity.node] }, entity) ?? unreadable(reading, type);
}

function genericSchema(reading: TypeReading, type: SyntaxNode, args: readonly SyntaxNode[], scope: Scope): JsonObject {
  const base = type.children[0];
  const word = base ? lastWord(base) : '';
  const first = args[0];
  const schemaOf = (arg: SyntaxNode | undefined) => (arg ? typeSchema(reading, arg, scope) : {});
  switch (containerNames.get(word) ?? word) {
    case 'Annotated':
      return applyMetadata(reading.project, schemaOf(first), args.slice(1), scope);
    case 'Optional':
      return joinUnion([schemaOf(first), { type: 'null' }]);
    case 'Union':
      return unionSchema(reading, args, scope);
    case 'Literal':
      return literalSchema(reading, args, scope);
    case 'list':
      return { type: 'array', items: schemaOf(first) };
    case 'set':
      return { type: 'array', items: schemaOf(first), uniqueItems: true };
    case 'tuple':
      return tupleSchema(reading, args, scope);
    case 'dict': {
      const values = schemaOf(args[1]);
      return { type: 'object', additionalProperties: Object.keys(values).length === 0 ? true : values };
    }
    case 'type':
    case 'Type':
      return unreadable(reading, type);
    case 'Required':
    case 'NotRequired':
    case 'ReadOnly':
    case 'Final':
    case 'ClassVar':
    case 'SkipValidation':
      return schemaOf(first);
    default:
      return base ? typeSchema(reading, base, scope) : unreadable(reading, type);
  }
}

function tupleSchema(reading: TypeReading, args: readonly SyntaxNode[], scope: Scope): JsonObject {
  const [first, second] = args;
  if (first && second && textOf(second) === '...') return { type: 'array', items: typeSchema(reading, first, scope) };
  const prefixItems = args.map((arg) => typeSchema(reading, arg, scope));
  return { type: 'array', prefixItems, minItems: args.length, maxItems: args.length };
}

function unionSchema(reading: TypeReading, members: readonly SyntaxNode[], scope: Scope): JsonObject {
  return joinUnion(members.map((member) => typeSchema(reading, member, scope)));
}

/** Unions inside unions are flattened and repetitions dropped, as Python does it. */
function joinUnion(schemas: readonly JsonObject[]): JsonObject {
  const seen = new Set<string>();
  const members: Json[] = [];
  for (const schema of schemas) {
    const nested = Array.isArray(schema.anyOf) && Object.keys(schema).length === 1 ? schema.anyOf : [schema];
    for (const member of nested) {
      const key = JSON.stringify(member);
      if (!seen.has(key)) members.push(member);
      seen.add(key);
    }
  }
  const only = schemas[0];
  return members.length === 1 && only ? only : { anyOf: members };
}

/** The values of `Literal[…]`; members of an enumeration count with their value, other literals are spread. */
function literalSchema(reading: TypeReading, args: readonly SyntaxNode[], scope: Scope): JsonObject {
  const values: Json[] = [];
  for (const arg of args) {
    const value = evaluate(reading.project, arg, scope);
    if (value?.exact) values.push(value.value);
    else if (arg.type === 'type' || arg.type === 'subscript') {
      const nested = typeSchema(reading, arg, scope);
      if (Array.isArray(nested.enum)) values.push(...nested.enum);
      else if ('const' in nested) values.push(nested.const ?? null);
      else unreadable(reading, arg);
    } else unreadable(reading, arg);
  }
  return enumSchema(values);
}

export function enumSchema(values: readonly Json[]): JsonObject {
  const kinds = new Set(values.map((value) => (value === null ? 'null' : typeof value)));
  const kind = kinds.size === 1 ? [...kinds][0] : undefined;
  const whole = values.every((value) => Number.isInteger(value));
  const type = kind === 'number' ? (whole ? 'integer' : 'number') : kind === 'object' ? undefined : kind;
  const typed: JsonObject = type === undefined ? {} : { type };
  if (values.length === 0) return {};
  return values.length === 1 ? { const: values[0] ?? null, ...typed } : { enum: [...values], ...typed };
}

/** A type written as text, ahead of its class. */
function aheadSchema(reading: TypeReading, type: SyntaxNode, scope: Scope): JsonObject {
  const written = evaluate(reading.project, type, scope);
  const expression =
    typeof written?.value === 'string' ? reading.project.parseExpression(written.value, type) : undefined;
  return expression ? typeSchema(reading, expression, scope) : unreadable(reading, type);
}

const constrainedCalls: ReadonlyMap<string, JsonObject> = new Map<string, JsonObject>([
  ['constr', { type: 'string' }],
  ['conint', { type: 'integer' }],
  ['confloat', { type: 'number' }],
]);

/** `conint(ge=1)`, `NewType("Id", str)`. */
function calledSchema(reading: TypeReading, type: SyntaxNode, scope: Scope): JsonObject {
  const callee = childAt(type, 'function');
  const word = callee ? lastWord(callee) : '';
  const constrained = constrainedCalls.get(word);
  if (constrained) return applyMetadata(reading.project, { ...constrained }, [type], scope);
  const original = word === 'NewType' ? childAt(type, 'arguments')?.children[1] : undefined;
  return original ? typeSchema(reading, original, scope) : unreadable(reading, type);
}
