/** Reads the value of a Java expression: literals, text blocks, sums, constants of the repository. */
import { decodeEscapes } from '../c-escapes.ts';
import { asText, joinParts, type Known, type KnownText, known } from '../known-value.ts';
import { ancestorsOf, childAt, descend, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { stripIndent } from '../text-block.ts';
import { membersOf, nameOf, type Project, typeDeclarations } from './project.ts';

const maxDepth = 60;

/** Undefined where nothing of the value can be known. */
export function evaluate(project: Project, node: SyntaxNode | undefined, depth = 0): Known | undefined {
  if (node === undefined || depth > maxDepth || !project.step()) return undefined;
  const below = (inner: SyntaxNode | undefined) => evaluate(project, inner, depth + 1);
  switch (node.type) {
    case 'string_literal':
      return known(readString(textOf(node)));
    case 'character_literal':
      return known(decodeEscapes(textOf(node).slice(1, -1)));
    case 'true':
    case 'false':
      return known(node.type === 'true');
    case 'null_literal':
      return known(null);
    case 'decimal_integer_literal':
    case 'decimal_floating_point_literal':
      return readNumber(textOf(node));
    case 'unary_expression': {
      const operand = below(childAt(node, 'operand'));
      return typeof operand?.value === 'number' && textOf(node).startsWith('-') ? known(-operand.value) : undefined;
    }
    case 'parenthesized_expression':
      return below(membersOf(node)[0]);
    case 'binary_expression': {
      if (childAt(node, 'operator')?.type !== '+') return undefined;
      const parts = [below(childAt(node, 'left')), below(childAt(node, 'right'))];
      return parts.some((part) => typeof part?.value === 'string') ? joinParts(parts) : undefined;
    }
    case 'identifier':
      return below(findLocal(node) ?? findConstant(project, node));
    case 'field_access':
      return below(findMember(project, node));
    case 'method_invocation':
      return evaluateCall(node, below);
    default:
      return undefined;
  }
}

export function evaluateText(project: Project, node: SyntaxNode | undefined): KnownText | undefined {
  return asText(evaluate(project, node));
}

export function readString(literal: string): string {
  if (!literal.startsWith('"""')) return decodeEscapes(literal.slice(1, -1));
  const inner = literal.slice(literal.indexOf('\n') + 1, -3);
  const last = inner.slice(inner.lastIndexOf('\n') + 1);
  const text = stripIndent(inner, last.trim() === '' ? last : undefined).replace(/[ \t]+$/gm, '');
  return decodeEscapes(text.replace(/\\\n/g, ''));
}

function readNumber(text: string): Known | undefined {
  const value = Number(text.replace(/[_lLfFdD]/g, ''));
  return Number.isFinite(value) ? known(value) : undefined;
}

/** `"…".formatted(x)`, `"…".strip()`, `String.join(",", a, b)`. */
function evaluateCall(node: SyntaxNode, below: (node: SyntaxNode | undefined) => Known | undefined): Known | undefined {
  const args = membersOf(childAt(node, 'arguments'));
  const name = nameOf(node);
  const object = childAt(node, 'object');
  if (/^(strip|trim|stripIndent|toString)$/.test(name)) {
    const found = below(object);
    return typeof found?.value === 'string' ? { ...found, value: found.value.trim() } : undefined;
  }
  const isFormat = name === 'format' && object !== undefined && textOf(object) === 'String';
  const template = isFormat ? below(args[0]) : name === 'formatted' ? below(object) : undefined;
  if (typeof template?.value !== 'string') return undefined;
  const values = isFormat ? args.slice(1) : args;
  const texts = template.value.split(/%[sd]/);
  return joinParts(
    texts.flatMap((text, index) => (index === 0 ? [known(text)] : [below(values[index - 1]), known(text)])),
  );
}

/** A variable of the method around, given a value once before. */
export function findLocal(node: SyntaxNode): SyntaxNode | undefined {
  const name = textOf(node);
  for (const { ancestor } of ancestorsOf(node)) {
    if (ancestor.type !== 'method_declaration' && ancestor.type !== 'constructor_declaration') continue;
    const found = [...descend(ancestor)].filter(
      (one) => one.type === 'variable_declarator' && one.end < node.start && nameOf(one) === name,
    );
    return childAt(found.at(-1), 'value');
  }
  return undefined;
}

export function findConstant(project: Project, node: SyntaxNode): SyntaxNode | undefined {
  const name = textOf(node);
  for (const { ancestor } of ancestorsOf(node)) {
    const found = typeDeclarations.has(ancestor.type) ? fieldOf(project, ancestor, name) : undefined;
    if (found) return found;
  }
  const [imported] = project.file(node.source.path)?.imports.get(name) ?? [];
  const owner = imported?.split('.').at(-2);
  const type = owner === undefined ? undefined : project.type(owner, node);
  return type && fieldOf(project, type, name);
}

export function findMember(project: Project, node: SyntaxNode): SyntaxNode | undefined {
  const object = childAt(node, 'object');
  const field = childAt(node, 'field');
  const owner = object && textOf(object).slice(0, 300).split('.').at(-1);
  const type = owner === undefined ? undefined : project.type(owner, node);
  return type && field && fieldOf(project, type, textOf(field));
}

/** The value of a field, of the type itself or of what it extends. */
function fieldOf(project: Project, type: SyntaxNode, name: string, depth = 0): SyntaxNode | undefined {
  for (const member of membersOf(childAt(type, 'body'))) {
    if (member.type !== 'field_declaration' && member.type !== 'constant_declaration') continue;
    const declarator = member.children.find((child) => child.field === 'declarator' && nameOf(child) === name);
    if (declarator) return childAt(declarator, 'value');
  }
  if (depth > 5 || !project.step()) return undefined;
  for (const parent of parentsOf(project, type)) {
    const found = fieldOf(project, parent, name, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** The types of the repository that a type extends or implements. */
export function parentsOf(project: Project, type: SyntaxNode): SyntaxNode[] {
  const heads = type.children.filter(
    (child) => child.field === 'superclass' || child.field === 'interfaces' || child.type === 'extends_interfaces',
  );
  const named = heads.flatMap((head) => [...descend(head)].filter((node) => node.type === 'type_identifier'));
  return named
    .slice(0, 10)
    .flatMap((node) => project.type(textOf(node), type) ?? [])
    .filter((parent) => parent !== type);
}
