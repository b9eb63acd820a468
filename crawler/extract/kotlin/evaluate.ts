/** Reads the value of a Kotlin expression: texts with what stands in them, constants, JSON builders, maps and lists. */
import { isJsonObject, type Json } from '../../../schema/tool-definition.ts';
import { decodeEscapes } from '../c-escapes.ts';
import { asText, joinParts, type Known, type KnownText, known, toObject } from '../known-value.ts';
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { stripIndent } from '../text-block.ts';
import { type Call, calledName, readCall } from './call.ts';
import { childOf, lastWord, type Project, partsOf } from './project.ts';

const maxDepth = 60;
const maxMembers = 1000;

/** Undefined where nothing of the value can be known. */
export function evaluate(project: Project, node: SyntaxNode | undefined, depth = 0): Known | undefined {
  if (node === undefined || depth > maxDepth || !project.step()) return undefined;
  const below = (inner: SyntaxNode | undefined) => evaluate(project, inner, depth + 1);
  switch (node.type) {
    case 'string_literal':
    case 'multiline_string_literal':
      return readText(node, below);
    case 'number_literal':
    case 'integer_literal':
    case 'float_literal': {
      const value = Number(textOf(node).replace(/_|[LfFuU]+$/g, ''));
      return Number.isFinite(value) ? known(value) : undefined;
    }
    case 'identifier':
    case 'boolean_literal':
    case 'null':
    case 'null_literal': {
      const word = textOf(node);
      if (word === 'true' || word === 'false') return known(word === 'true');
      return word === 'null' ? known(null) : below(valueOfProperty(project, node));
    }
    case 'navigation_expression':
      return below(valueOfProperty(project, node));
    case 'unary_expression':
    case 'prefix_expression': {
      const operand = below(partsOf(node).at(-1));
      const isNegative = textOf(node).startsWith('-') && typeof operand?.value === 'number';
      return isNegative ? known(-Number(operand.value)) : undefined;
    }
    case 'parenthesized_expression':
      return below(partsOf(node)[0]);
    case 'binary_expression': {
      if (childAt(node, 'operator')?.type !== '+') return undefined;
      const parts = [below(childAt(node, 'left')), below(childAt(node, 'right'))];
      return parts.some((part) => typeof part?.value === 'string') ? joinParts(parts) : undefined;
    }
    case 'call_expression':
      return evaluateCall(readCall(node), below);
    default:
      return undefined;
  }
}

export function evaluateText(project: Project, node: SyntaxNode | undefined): KnownText | undefined {
  return asText(evaluate(project, node));
}

type Below = (node: SyntaxNode | undefined) => Known | undefined;

function readText(node: SyntaxNode, below: Below): Known | undefined {
  const children = partsOf(node);
  const parts = children.flatMap((child, index): (Known | undefined)[] => {
    if (child.type === 'interpolation') return [below(partsOf(child)[0])];
    const text = textOf(child);
    const [before, after] = [children[index - 1], children[index + 1]];
    // At the end of a text the grammar takes `$name` for two pieces of plain text.
    if (text === '$' && after?.type === 'string_content' && /^[A-Za-z_]/.test(textOf(after))) return [undefined];
    const plain =
      before?.type === 'string_content' && textOf(before) === '$' ? text.replace(/^[A-Za-z_]\w*/, '') : text;
    return [known(node.type === 'string_literal' ? decodeEscapes(plain) : plain)];
  });
  return parts.length === 0 ? known('') : joinParts(parts);
}

/** A `val` of that name; `get() = …` is its value as well. */
function valueOfProperty(project: Project, node: SyntaxNode): SyntaxNode | undefined {
  const [property] = project.declared(lastWord(node), node, 'property_declaration');
  return property && property.end !== node.end ? propertyValue(property) : undefined;
}

export function propertyValue(property: SyntaxNode): SyntaxNode | undefined {
  const variable = partsOf(property).findIndex((child) => child.type === 'variable_declaration');
  const [value] = partsOf(property).slice(variable + 1);
  if (value?.type === 'getter') return partsOf(childOf(value, 'function_body'))[0];
  return value?.type === 'property_delegate' ? undefined : value;
}

function evaluateCall(call: Call | undefined, below: Below): Known | undefined {
  if (call === undefined) return undefined;
  const name = calledName(call);
  const object = call.callee.type === 'navigation_expression' ? partsOf(call.callee)[0] : undefined;
  if (object && /^(trimIndent|trimMargin|trim)$/.test(name)) return trim(name, below(object));
  const [first] = call.positional;
  switch (name) {
    case 'JsonPrimitive':
      return below(first);
    case 'JsonObject':
    case 'JsonArray':
      return below(first);
    case 'listOf':
    case 'buildJsonArray':
    case 'arrayOf':
      return readList(name === 'buildJsonArray' ? addedTo(call.lambda) : call.positional, below);
    case 'mapOf':
      return readMembers(call.positional.map(readPair), below);
    case 'buildJsonObject':
      return readObject(call.lambda, below);
    default:
      return undefined;
  }
}

function trim(name: string, found: Known | undefined): Known | undefined {
  if (typeof found?.value !== 'string') return undefined;
  if (name === 'trim') return { ...found, value: found.value.trim() };
  const lines = found.value.split('\n');
  if (lines[0]?.trim() === '') lines.shift();
  if (lines.at(-1)?.trim() === '') lines.pop();
  const text = lines.join('\n');
  return { ...found, value: name === 'trimIndent' ? stripIndent(text, undefined) : text.replace(/^\s*\|/gm, '') };
}

type Member = [SyntaxNode | undefined, SyntaxNode | undefined | (() => Known | undefined)];

/** `"key" to value`. */
function readPair(node: SyntaxNode): Member {
  const parts = partsOf(node);
  const isPair = node.type === 'infix_expression' && parts.length === 3 && textOf(parts[1] ?? node) === 'to';
  return isPair ? [parts[0], parts[2]] : [undefined, undefined];
}

/** `put("key", value)` and `putJsonObject("key") { … }` in the lambda of a builder. */
function readObject(lambda: SyntaxNode | undefined, below: Below): Known | undefined {
  const statements = partsOf(lambda).filter((child) => child.type !== 'lambda_parameters');
  const members = statements.map((statement): Member => {
    const call = readCall(statement);
    const [key, value] = call?.positional ?? [];
    const name = call && calledName(call);
    if (name === 'put') return [key, value];
    if (name === 'putJsonObject') return [key, () => readObject(call?.lambda, below)];
    if (name === 'putJsonArray') return [key, () => readList(addedTo(call?.lambda), below)];
    return [undefined, undefined];
  });
  return readMembers(members, below);
}

function readMembers(members: readonly Member[], below: Below): Known {
  let exact = members.length <= maxMembers;
  const found = members.slice(0, maxMembers).flatMap(([key, value]): [string, Json][] => {
    const name = asText(below(key));
    const read = typeof value === 'function' ? value() : below(value);
    exact &&= name?.exact === true && read?.exact === true;
    return name && read ? [[name.text, read.value]] : [];
  });
  return known(toObject(found), exact);
}

/** `add(x)` in the lambda of a builder. */
function addedTo(lambda: SyntaxNode | undefined): SyntaxNode[] {
  return partsOf(lambda).flatMap((statement) => {
    const call = readCall(statement);
    return call && calledName(call) === 'add' ? call.positional.slice(0, 1) : [];
  });
}

function readList(items: readonly SyntaxNode[], below: Below): Known {
  const found = items.slice(0, maxMembers).map(below);
  const values = found.flatMap((item): Json[] => (item === undefined ? [] : [item.value]));
  return known(values, items.length <= maxMembers && found.every((item) => item?.exact === true));
}

/** Objects alone; anything else is not a schema. */
export function evaluateObject(project: Project, node: SyntaxNode | undefined) {
  const found = evaluate(project, node);
  return isJsonObject(found?.value) ? { value: found.value, exact: found.exact } : undefined;
}
