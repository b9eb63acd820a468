/**
 * Reads the value of an expression without running it. Where a part cannot be known the rest is still given: a text with
 * `hole` in the gap, a list or object without the member, marked as not exact.
 */
import { hole, type Known, known, maxText } from '../known-value.ts';
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { isChangedInPlace } from './changed-in-place.ts';
import { docstringNode } from './docstring.ts';
import { evaluateCall } from './evaluate-call.ts';
import { evaluateDictionary, evaluateList, evaluateSubscript } from './evaluate-collection.ts';
import { applyOperator } from './evaluate-operator.ts';
import type { Project } from './project.ts';
import { type FunctionEntity, findBindings, resolveEntity, returnedExpressions } from './resolve.ts';
import { type Scope, scopeAt } from './scope.ts';
import { decodeEscapes, readPrefix } from './string-literal.ts';

const maxDepth = 60;

/** Undefined where nothing of the value can be known. */
export function evaluate(project: Project, node: SyntaxNode | undefined, scope: Scope, depth = 0): Known | undefined {
  if (node === undefined || depth > maxDepth || !project.takeStep()) return undefined;
  const inner = (child: SyntaxNode | undefined) => evaluate(project, child, scope, depth + 1);
  switch (node.type) {
    case 'string':
      return evaluateString(project, node, scope, depth);
    case 'concatenated_string':
      return joinTexts(node.children.map((child) => inner(child)));
    case 'integer':
    case 'float':
      return readNumber(textOf(node));
    case 'true':
      return known(true);
    case 'false':
      return known(false);
    case 'none':
      return known(null);
    case 'parenthesized_expression':
    case 'await':
    case 'type':
      return inner(node.children[0]);
    case 'list':
    case 'tuple':
    case 'set':
    case 'expression_list':
      return evaluateList(project, node, scope, depth);
    case 'dictionary':
      return evaluateDictionary(project, node, scope, depth);
    case 'identifier':
      return evaluateName(project, textOf(node), scope, depth);
    case 'attribute':
      return evaluateAttribute(project, node, scope, depth);
    case 'assignment':
      return inner(childAt(node, 'right')); // `a = b = value`
    case 'subscript':
      return evaluateSubscript(evaluateOwner(project, node, scope, depth + 1), inner(childAt(node, 'subscript')));
    case 'call':
      return evaluateCall(project, node, scope, depth + 1);
    case 'binary_operator':
    case 'unary_operator':
      return applyOperator(node, inner);
    case 'conditional_expression':
    case 'boolean_operator': {
      const either = node.children.filter((child) => child.field !== 'operator').map((child) => inner(child));
      const value = either[0] ?? either.at(-1);
      return value && known(value.value, false);
    }
    default:
      return undefined;
  }
}

/** The text of a value, where it is text. */
export function evaluateText(
  project: Project,
  node: SyntaxNode | undefined,
  scope: Scope,
): { text: string; exact: boolean } | undefined {
  const found = evaluate(project, node, scope);
  return typeof found?.value === 'string' ? { text: found.value, exact: found.exact } : undefined;
}

function evaluateString(project: Project, node: SyntaxNode, scope: Scope, depth: number): Known | undefined {
  const opening = node.children.find((child) => child.type === 'string_start');
  const prefix = readPrefix(opening ? textOf(opening) : '');
  if (prefix.bytes) return undefined;
  const parts = node.children.map((child): Known | undefined => {
    if (child.type === 'interpolation')
      return spliced(evaluate(project, childAt(child, 'expression'), scope, depth + 1), child);
    if (child.type !== 'string_content') return known('');
    const raw = prefix.formatted ? textOf(child).replaceAll('{{', '{').replaceAll('}}', '}') : textOf(child);
    return known(prefix.raw ? raw : decodeEscapes(raw));
  });
  return joinTexts(parts);
}

/** A value as an f-string shows it; with a format or conversion of its own it is not known. */
function spliced(value: Known | undefined, interpolation: SyntaxNode): Known | undefined {
  const plain =
    childAt(interpolation, 'format_specifier') === undefined && childAt(interpolation, 'type_conversion') === undefined;
  if (!plain || value === undefined) return undefined;
  return typeof value.value === 'string' || typeof value.value === 'number'
    ? known(String(value.value), value.exact)
    : undefined;
}

/** Texts one after the other, with a hole for each that is not known. Nothing where no part is known. */
export function joinTexts(parts: readonly (Known | undefined)[], separator = ''): Known | undefined {
  if (parts.length > 0 && parts.every((part) => part === undefined)) return undefined;
  let text = '';
  let exact = true;
  for (const [index, part] of parts.entries()) {
    const isText = typeof part?.value === 'string';
    text += `${index === 0 ? '' : separator}${isText ? part.value : hole}`;
    exact &&= isText && part.exact;
    if (text.length > maxText) break;
  }
  return known(text, exact);
}

function readNumber(text: string): Known | undefined {
  const plain = text.replaceAll('_', '').toLowerCase();
  const value = Number(plain);
  return plain !== '' && Number.isFinite(value) ? known(value) : undefined;
}

/** What is taken out of a table is taken as it was written; that others are added to it says nothing of that one. */
function evaluateOwner(project: Project, subscript: SyntaxNode, scope: Scope, depth: number): Known | undefined {
  const owner = childAt(subscript, 'value');
  return owner?.type === 'identifier'
    ? evaluateName(project, textOf(owner), scope, depth, false)
    : evaluate(project, owner, scope, depth);
}

/** `whole`: a dictionary or list that is changed after it was written is not all that it was. */
function evaluateName(project: Project, name: string, scope: Scope, depth: number, whole = true): Known | undefined {
  const bounds = findBindings(project, scope, name);
  const several = bounds.length > 1;
  for (const { binding, scope: at } of bounds.toReversed()) {
    const found = evaluateBinding(project, name, binding, at, depth + 1);
    if (found === undefined) continue;
    const changed = whole && binding.kind === 'value' && typeof found.value === 'object' && isChangedInPlace(at, name);
    return known(found.value, found.exact && !several && !changed);
  }
  return undefined;
}

function evaluateBinding(
  project: Project,
  name: string,
  binding: ReturnType<typeof findBindings>[number]['binding'],
  scope: Scope,
  depth: number,
): Known | undefined {
  if (binding.kind === 'value') {
    const { value } = binding;
    return project.once(value, () => evaluate(project, value, scope, depth));
  }
  if (binding.kind === 'given') {
    const { value, scope: at } = binding;
    return project.once(value, () => evaluate(project, value, at, depth));
  }
  if (binding.kind === 'entity')
    return binding.entity.kind === 'expression'
      ? evaluate(project, binding.entity.node, binding.entity.scope, depth)
      : undefined;
  if (binding.kind === 'parameter') {
    const fallback = evaluate(project, binding.value, scope.parent ?? scope, depth);
    return fallback && known(fallback.value, false);
  }
  if (binding.kind !== 'import') return undefined;
  const module = project.importModule(scope.module.path, binding.module);
  if (module === undefined || binding.name === undefined || module === scope.module) return undefined;
  return evaluateName(project, binding.name ?? name, scopeAt(module, module.parsed.root), depth);
}

/** A constant of a module or class, a member of an enumeration or its `.value`, a function's `.__name__` or `.__doc__`. */
function evaluateAttribute(project: Project, node: SyntaxNode, scope: Scope, depth: number): Known | undefined {
  const object = childAt(node, 'object');
  const attribute = childAt(node, 'attribute');
  if (object === undefined || attribute === undefined) return undefined;
  const name = textOf(attribute);
  if (name === 'value' && object.type === 'attribute') return evaluate(project, object, scope, depth + 1);
  if (name === '__name__' || name === '__doc__') {
    const owner = resolveEntity(project, object, scope);
    if (owner?.kind === 'function') return describeFunction(project, owner, name, depth);
  }
  const entity = resolveEntity(project, node, scope);
  if (entity?.kind === 'function') return readProperty(project, entity, depth);
  if (entity?.kind === 'expression') return evaluate(project, entity.node, entity.scope, depth + 1);
  if (entity?.kind === 'instance' && entity.made)
    return evaluate(project, entity.made.call, entity.made.scope, depth + 1);
  if (entity?.kind === 'parameter') {
    const fallback = evaluate(project, entity.value, entity.scope, depth + 1);
    return fallback && known(fallback.value, false);
  }
  return undefined;
}

/** A property with one `return`. */
function readProperty(project: Project, owner: FunctionEntity, depth: number): Known | undefined {
  const decorators = owner.node.parent?.children.filter((child) => child.type === 'decorator') ?? [];
  const returned = decorators.some((one) => /property\b/.test(textOf(one))) ? returnedExpressions(owner) : [];
  const only = returned.length === 1 ? returned[0] : undefined;
  return only && evaluate(project, only, scopeAt(owner.module, only), depth + 1);
}

function describeFunction(project: Project, owner: FunctionEntity, name: string, depth: number): Known | undefined {
  if (name === '__name__') return known(textOf(childAt(owner.node, 'name') ?? owner.node));
  const literal = docstringNode(owner.node);
  return literal && evaluate(project, literal, scopeAt(owner.module, literal), depth + 1);
}
