/** What `Field(…)` and the other metadata of an `Annotated` type add to its schema (Pydantic v2). */
import type { Json, JsonObject } from '../../../schema/tool-definition.ts';
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { argument, readArguments } from './arguments.ts';
import { evaluate } from './evaluate.ts';
import type { Project } from './project.ts';
import { resolveEntity } from './resolve.ts';
import type { Scope } from './scope.ts';

const numberKeywords: Record<string, string> = {
  ge: 'minimum',
  gt: 'exclusiveMinimum',
  le: 'maximum',
  lt: 'exclusiveMaximum',
  multiple_of: 'multipleOf',
};
const textKeywords: Record<string, string> = { pattern: 'pattern', regex: 'pattern' };
const plainKeywords: Record<string, string> = {
  description: 'description',
  title: 'title',
  examples: 'examples',
  deprecated: 'deprecated',
};
/** `annotated_types`: one constraint per object, in its first argument. */
const constraintNames: Record<string, string> = {
  Ge: 'ge',
  Gt: 'gt',
  Le: 'le',
  Lt: 'lt',
  MinLen: 'min_length',
  MaxLen: 'max_length',
};

/** Adds each piece of metadata; what is no constraint (validators, dependencies) adds nothing. */
export function applyMetadata(
  project: Project,
  schema: JsonObject,
  metadata: readonly SyntaxNode[],
  scope: Scope,
): JsonObject {
  let result = schema;
  for (const item of metadata) {
    const call = callOf(project, item, scope);
    if (call) result = applyCall(project, result, call.node, call.scope);
    else {
      const text = evaluate(project, item, scope);
      if (typeof text?.value === 'string') result = { ...result, description: text.value };
    }
  }
  return result;
}

function callOf(project: Project, node: SyntaxNode, scope: Scope): { node: SyntaxNode; scope: Scope } | undefined {
  const inner = node.type === 'type' ? node.children[0] : node;
  if (inner === undefined) return undefined;
  if (inner.type === 'call') return { node: inner, scope };
  const entity =
    inner.type === 'identifier' || inner.type === 'attribute' ? resolveEntity(project, inner, scope) : undefined;
  return entity?.kind === 'instance' && entity.made ? { node: entity.made.call, scope: entity.made.scope } : undefined;
}

export function calleeWord(call: SyntaxNode): string {
  const callee = childAt(call, 'function');
  return callee ? (/[A-Za-z_]\w*$/.exec(textOf(callee))?.[0] ?? '') : '';
}

function applyCall(project: Project, schema: JsonObject, call: SyntaxNode, scope: Scope): JsonObject {
  const word = calleeWord(call);
  const args = readArguments(call);
  const named = new Map(args.named);
  const constraint = Object.hasOwn(constraintNames, word) ? constraintNames[word] : undefined;
  if (constraint !== undefined && args.positional[0]) named.set(constraint, args.positional[0]);
  if ((word === 'Doc' || word === 'Description') && args.positional[0]) named.set('description', args.positional[0]);
  let result = schema;
  for (const [name, node] of named) {
    const value = evaluate(project, node, scope)?.value;
    if (value !== undefined) result = applyKeyword(result, name, value);
  }
  return result;
}

function applyKeyword(schema: JsonObject, name: string, value: Json): JsonObject {
  const plain = own(plainKeywords, name);
  if (plain !== undefined) return value === null ? schema : { ...schema, [plain]: value };
  if (name === 'json_schema_extra' && typeof value === 'object' && !Array.isArray(value))
    return { ...schema, ...value };
  const constraint = own(numberKeywords, name) ?? own(textKeywords, name) ?? lengthKeyword(schema, name);
  return constraint === undefined || value === null ? schema : constrain(schema, constraint, value);
}

function own(table: Record<string, string>, name: string): string | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function lengthKeyword(schema: JsonObject, name: string): string | undefined {
  const bound =
    name === 'min_length' || name === 'min_items'
      ? 'min'
      : name === 'max_length' || name === 'max_items'
        ? 'max'
        : undefined;
  return bound === undefined ? undefined : `${bound}${mainBranch(schema).type === 'array' ? 'Items' : 'Length'}`;
}

/** A constraint of an optional value holds for the value, not for null. */
function constrain(schema: JsonObject, keyword: string, value: Json): JsonObject {
  if (!Array.isArray(schema.anyOf)) return { ...schema, [keyword]: value };
  const main = mainBranch(schema);
  return { ...schema, anyOf: schema.anyOf.map((branch) => (branch === main ? { ...main, [keyword]: value } : branch)) };
}

function mainBranch(schema: JsonObject): JsonObject {
  const branches = Array.isArray(schema.anyOf) ? schema.anyOf : [];
  const main = branches.find((branch) => isObject(branch) && branch.type !== 'null');
  return isObject(main) ? main : schema;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export interface FieldDefault {
  required: boolean;
  /** Undefined where there is none, or none that can be written down. */
  value: Json | undefined;
}

/** Whether a parameter or field with this right side may be left out, and what it is then. */
export function readDefault(project: Project, node: SyntaxNode | undefined, scope: Scope): FieldDefault {
  if (node === undefined || node.type === 'ellipsis') return { required: true, value: undefined };
  if (node.type !== 'call' || !isField(node)) return { required: false, value: evaluate(project, node, scope)?.value };
  const args = readArguments(node);
  const given = argument(args, calleeWord(node) === 'Field' ? 0 : -1, 'default');
  if (given) return readDefault(project, given, scope);
  const factory = args.named.get('default_factory');
  if (factory === undefined) return { required: true, value: undefined };
  const made: Record<string, Json> = { list: [], dict: {}, set: [], str: '' };
  const word = textOf(factory);
  return { required: false, value: Object.hasOwn(made, word) ? made[word] : undefined };
}

export function isField(node: SyntaxNode): boolean {
  return node.type === 'call' && /^(Field|field|Query|Body|Param)$/.test(calleeWord(node));
}
