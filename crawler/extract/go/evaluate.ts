/** Reads the value of a Go expression: constants, sums of texts, literals of maps, slices and structs. */
import { isJsonObject, type Json } from '../../../schema/tool-definition.ts';
import { decodeEscapes } from '../c-escapes.ts';
import { asText, joinParts, type Known, type KnownText, known, toObject } from '../known-value.ts';
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { evaluateCall } from './evaluate-call.ts';
import { addMembers } from './map-changes.ts';
import type { Project } from './project.ts';
import { enclosingFunction, type Meaning, resolveName, resolveSelector, type Scope } from './scope.ts';

const maxDepth = 60;
const maxMembers = 2000;

/** Undefined where nothing of the value can be known. */
export function evaluate(project: Project, node: SyntaxNode | undefined, scope: Scope, depth = 0): Known | undefined {
  if (node === undefined || depth > maxDepth || !project.step()) return undefined;
  const below = (inner: SyntaxNode | undefined) => evaluate(project, inner, scope, depth + 1);
  switch (node.type) {
    case 'interpreted_string_literal':
      return known(decodeEscapes(textOf(node).slice(1, -1)));
    case 'raw_string_literal':
      return known(textOf(node).slice(1, -1));
    case 'embedded_text':
      return known(textOf(node));
    case 'int_literal':
    case 'float_literal':
      return readNumber(textOf(node));
    case 'true':
    case 'false':
      return known(node.type === 'true');
    case 'nil':
      return known(null);
    case 'parenthesized_expression':
    case 'literal_element':
    case 'variadic_argument':
      return below(node.children[0]);
    case 'unary_expression':
      return evaluateUnary(node, below(childAt(node, 'operand')));
    case 'binary_expression':
      return evaluateSum(node, below);
    case 'identifier':
      return evaluateName(project, node, scope, depth);
    case 'selector_expression':
      return evaluateMeaning(project, resolveSelector(project, node, scope), depth);
    case 'composite_literal':
      return evaluateLiteral(project, childAt(node, 'body'), childAt(node, 'type'), scope, depth);
    case 'call_expression':
      return evaluateCall(project, node, scope, depth + 1);
    default:
      return undefined;
  }
}

export function evaluateText(project: Project, node: SyntaxNode | undefined, scope: Scope): KnownText | undefined {
  return asText(evaluate(project, node, scope));
}

function evaluateName(project: Project, node: SyntaxNode, scope: Scope, depth: number): Known | undefined {
  const meaning = resolveName(project, node, scope);
  const found = evaluateMeaning(project, meaning, depth);
  const fn = enclosingFunction(node);
  const isLocal = meaning?.kind === 'value' && fn !== undefined && meaning.at.scope === scope;
  return isLocal && isJsonObject(found?.value) ? addMembers(project, found, fn, { node, scope }, depth) : found;
}

function evaluateMeaning(project: Project, meaning: Meaning | undefined, depth: number): Known | undefined {
  if (meaning?.kind !== 'value') return undefined;
  const found = evaluate(project, meaning.at.node, meaning.at.scope, depth + 1);
  return found && meaning.changed ? { ...found, exact: false } : found;
}

function readNumber(text: string): Known | undefined {
  const value = Number(text.replaceAll('_', ''));
  return Number.isFinite(value) ? known(value) : undefined;
}

function evaluateUnary(node: SyntaxNode, operand: Known | undefined): Known | undefined {
  const operator = childAt(node, 'operator')?.type;
  if (operand === undefined || operator === '&' || operator === '*') return operand;
  if (operator === '-' && typeof operand.value === 'number') return known(-operand.value, operand.exact);
  if (operator === '!' && typeof operand.value === 'boolean') return known(!operand.value, operand.exact);
  return undefined;
}

/** `+` alone; of a long sum every part that can be known. */
function evaluateSum(node: SyntaxNode, below: (node: SyntaxNode | undefined) => Known | undefined): Known | undefined {
  if (childAt(node, 'operator')?.type !== '+') return undefined;
  const parts = [below(childAt(node, 'left')), below(childAt(node, 'right'))];
  return parts.some((part) => typeof part?.value === 'string') ? joinParts(parts) : undefined;
}

/** A struct's fields become members in the case that JSON has them in by custom: `ReadOnlyHint` is `readOnlyHint`. */
function evaluateLiteral(
  project: Project,
  body: SyntaxNode | undefined,
  type: SyntaxNode | undefined,
  scope: Scope,
  depth: number,
): Known | undefined {
  if (body === undefined || depth > maxDepth || !project.step()) return undefined;
  const inner = childAt(type, 'element') ?? childAt(type, 'value') ?? childAt(pointedAt(type), 'element');
  const elements = body.children.slice(0, maxMembers);
  const read = (node: SyntaxNode | undefined): Known | undefined => {
    const bare = node?.type === 'literal_element' ? node.children[0] : node;
    return bare?.type === 'literal_value'
      ? evaluateLiteral(project, bare, pointedAt(inner), scope, depth + 1)
      : evaluate(project, bare, scope, depth + 1);
  };
  const isList =
    type?.type === 'slice_type' || type?.type === 'array_type' || type?.type === 'implicit_length_array_type';
  if (isList || (elements.length > 0 && elements.every((element) => element.type === 'literal_element'))) {
    const items = elements.map((element) => read(childAt(element, 'value') ?? element));
    const values = items.flatMap((item): Json[] => (item === undefined ? [] : [item.value]));
    return known(values, elements.length === body.children.length && items.every((item) => item?.exact === true));
  }
  let exact = elements.length === body.children.length;
  const members = elements.flatMap((element): [string, Json][] => {
    const key = readKey(project, childAt(element, 'key')?.children[0], type, scope);
    const value = read(childAt(element, 'value'));
    exact &&= key !== undefined && value?.exact === true;
    // A field that is nil is not written to JSON.
    const isNil = value?.value === null && type?.type !== 'map_type';
    return key === undefined || value === undefined || isNil ? [] : [[key, value.value]];
  });
  return known(toObject(members), exact);
}

function readKey(
  project: Project,
  key: SyntaxNode | undefined,
  type: SyntaxNode | undefined,
  scope: Scope,
): string | undefined {
  if (key === undefined) return undefined;
  if (key.type === 'identifier' && type?.type !== 'map_type') return fieldInJson(textOf(key));
  return evaluateText(project, key, scope)?.text;
}

const irregular = new Map([
  ['ID', '$id'],
  ['Ref', '$ref'],
  ['Defs', '$defs'],
  ['AnchorOf', '$anchor'],
  ['URI', 'uri'],
]);

export function fieldInJson(name: string): string {
  return irregular.get(name) ?? name.charAt(0).toLowerCase() + name.slice(1);
}

export function pointedAt(type: SyntaxNode | undefined): SyntaxNode | undefined {
  return type?.type === 'pointer_type' ? type.children[0] : type;
}
