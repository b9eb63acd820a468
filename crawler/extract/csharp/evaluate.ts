/** Reads the value of a C# expression: literals of every kind, sums, interpolations, constants of the repository. */
import { decodeEscapes } from '../c-escapes.ts';
import { asText, joinParts, type Known, type KnownText, known } from '../known-value.ts';
import { ancestorsOf, childAt, descend, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { stripIndent } from '../text-block.ts';
import { lastWord, nameOf, type Project, typeDeclarations } from './project.ts';

const maxDepth = 60;

/** Undefined where nothing of the value can be known. */
export function evaluate(project: Project, node: SyntaxNode | undefined, depth = 0): Known | undefined {
  if (node === undefined || depth > maxDepth || !project.step()) return undefined;
  const below = (inner: SyntaxNode | undefined) => evaluate(project, inner, depth + 1);
  switch (node.type) {
    case 'string_literal':
      return known(decodeEscapes(textOf(node).replace(/u8$/, '').slice(1, -1)));
    case 'verbatim_string_literal':
      return known(textOf(node).slice(2, -1).replaceAll('""', '"'));
    case 'raw_string_literal':
      return known(readRaw(textOf(node)));
    case 'character_literal':
      return known(decodeEscapes(textOf(node).slice(1, -1)));
    case 'boolean_literal':
      return known(textOf(node) === 'true');
    case 'null_literal':
      return known(null);
    case 'integer_literal':
    case 'real_literal':
      return readNumber(textOf(node));
    case 'prefix_unary_expression': {
      const operand = below(node.children[0]);
      return textOf(node).startsWith('-') && typeof operand?.value === 'number' ? known(-operand.value) : undefined;
    }
    case 'parenthesized_expression':
    case 'argument':
    case 'attribute_argument':
      return below(node.children.at(-1));
    case 'binary_expression': {
      if (childAt(node, 'operator')?.type !== '+') return undefined;
      const parts = [below(childAt(node, 'left')), below(childAt(node, 'right'))];
      return parts.some((part) => typeof part?.value === 'string') ? joinParts(parts) : undefined;
    }
    case 'interpolated_string_expression':
      return readInterpolated(node, below);
    case 'identifier':
      return below(findLocal(node) ?? findConstant(project, node));
    case 'member_access_expression':
      return below(findMember(project, node));
    case 'invocation_expression':
      return readNameof(node);
    default:
      return undefined;
  }
}

export function evaluateText(project: Project, node: SyntaxNode | undefined): KnownText | undefined {
  return asText(evaluate(project, node));
}

/** Three quotation marks or more; over several lines the last one's indentation is nobody's. */
function readRaw(literal: string): string {
  const quotes = /^"+/.exec(literal)?.[0].length ?? 3;
  return dedent(literal.slice(quotes, -quotes));
}

function dedent(inner: string): string {
  if (!/^[ \t]*\n/.test(inner)) return inner;
  const lines = inner.slice(inner.indexOf('\n') + 1);
  const end = lines.lastIndexOf('\n');
  return stripIndent(lines.slice(0, Math.max(end, 0)), lines.slice(end + 1));
}

function readNumber(text: string): Known | undefined {
  const value = Number(text.replace(/_|[uUlLfFdDmM]+$/g, ''));
  return Number.isFinite(value) ? known(value) : undefined;
}

function readInterpolated(
  node: SyntaxNode,
  below: (node: SyntaxNode | undefined) => Known | undefined,
): Known | undefined {
  const isVerbatim = /^[$@]*@/.test(textOf(node).slice(0, 4));
  const parts = node.children.flatMap((child): (Known | undefined)[] => {
    if (child.type === 'interpolation') {
      const inner = child.children.find((one) => !one.type.startsWith('interpolation'));
      return [below(inner)];
    }
    const text = textOf(child);
    if (child.type === 'escape_sequence') return [known(isVerbatim ? '"' : decodeEscapes(text))];
    return child.type === 'string_content' ? [known(text.replaceAll('{{', '{').replaceAll('}}', '}'))] : [];
  });
  const found = joinParts(parts);
  const isRaw = /^\$+"""/.test(textOf(node).slice(0, 10));
  return isRaw && typeof found?.value === 'string' ? { ...found, value: dedent(found.value) } : found;
}

function readNameof(node: SyntaxNode): Known | undefined {
  const callee = childAt(node, 'function');
  const argument = childAt(node, 'arguments')?.children[0];
  return callee && argument && textOf(callee) === 'nameof' ? known(lastWord(argument)) : undefined;
}

/** A variable of the method around, given a value once before. */
function findLocal(node: SyntaxNode): SyntaxNode | undefined {
  const name = textOf(node);
  for (const { ancestor } of ancestorsOf(node)) {
    if (!/^(method_declaration|constructor_declaration|compilation_unit)$/.test(ancestor.type)) continue;
    // In a file without a class the statements stand at its top.
    const inside =
      ancestor.type === 'compilation_unit'
        ? ancestor.children.filter((child) => child.type === 'global_statement')
        : [ancestor];
    const found = inside
      .flatMap((one) => [...descend(one)])
      .filter((one) => one.type === 'variable_declarator' && one.end < node.start && nameOf(one) === name);
    return initialValue(found.at(-1));
  }
  return undefined;
}

function findConstant(project: Project, node: SyntaxNode): SyntaxNode | undefined {
  for (const { ancestor } of ancestorsOf(node)) {
    const found = typeDeclarations.has(ancestor.type) ? fieldOf(project, ancestor, textOf(node)) : undefined;
    if (found) return found;
  }
  return undefined;
}

function findMember(project: Project, node: SyntaxNode): SyntaxNode | undefined {
  const owner = childAt(node, 'expression');
  const type = owner && project.type(lastWord(owner), node);
  return type && fieldOf(project, type, nameOf(node));
}

/** The value of a field or property, of the type itself or of what it extends. */
function fieldOf(project: Project, type: SyntaxNode, name: string, depth = 0): SyntaxNode | undefined {
  for (const member of childAt(type, 'body')?.children ?? []) {
    if (member.type === 'property_declaration' && nameOf(member) === name) {
      const value = childAt(member, 'value');
      return value?.type === 'arrow_expression_clause' ? value.children[0] : value;
    }
    if (member.type !== 'field_declaration') continue;
    const declared = member.children.find((child) => child.type === 'variable_declaration')?.children ?? [];
    const declarator = declared.find((one) => one.type === 'variable_declarator' && nameOf(one) === name);
    if (declarator) return initialValue(declarator);
  }
  if (depth > 5 || !project.step()) return undefined;
  for (const parent of parentsOf(project, type)) {
    const found = fieldOf(project, parent, name, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function initialValue(declarator: SyntaxNode | undefined): SyntaxNode | undefined {
  return declarator?.children.find((child) => child.field !== 'name' && child.type !== 'bracketed_argument_list');
}

/** The types of the repository that a type extends or implements. */
export function parentsOf(project: Project, type: SyntaxNode): SyntaxNode[] {
  const list = type.children.find((child) => child.type === 'base_list');
  return (list?.children ?? [])
    .slice(0, 10)
    .flatMap((base) => project.type(lastWord(base), type) ?? [])
    .filter((parent) => parent !== type);
}
