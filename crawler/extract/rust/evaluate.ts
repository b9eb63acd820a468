/** Reads the value of a Rust expression: literals, constants, `concat!`, `format!`, and conversions around them. */
import { asText, hole, joinParts, type Known, type KnownText, known } from '../known-value.ts';
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { type FindConstant, readLiteral } from './meta.ts';
import { lastWord, type Project } from './project.ts';

const maxDepth = 40;
const through = /^(into|to_string|to_owned|to_str|clone|as_str|unwrap|trim|Some|Ok|from|Borrowed|new|String)$/;

/** Undefined where nothing of the value can be known. */
export function evaluate(project: Project, node: SyntaxNode | undefined, depth = 0): Known | undefined {
  if (node === undefined || depth > maxDepth || !project.step()) return undefined;
  const below = (inner: SyntaxNode | undefined) => evaluate(project, inner, depth + 1);
  switch (node.type) {
    case 'string_literal':
    case 'raw_string_literal': {
      const text = readLiteral(textOf(node));
      return text === undefined ? undefined : known(text);
    }
    case 'boolean_literal':
      return known(textOf(node) === 'true');
    case 'identifier':
    case 'scoped_identifier':
      return below(constantOf(project, node));
    case 'reference_expression':
      return below(childAt(node, 'value'));
    case 'parenthesized_expression':
      return below(node.children[0]);
    case 'call_expression': {
      const callee = childAt(node, 'function');
      if (callee === undefined) return undefined;
      const method = childAt(callee, 'field');
      if (!through.test(method ? textOf(method) : lastWord(callee))) return undefined;
      return below(method ? childAt(callee, 'value') : childAt(node, 'arguments')?.children[0]);
    }
    case 'macro_invocation':
      return evaluateMacro(node, below);
    default:
      return undefined;
  }
}

export function evaluateText(project: Project, node: SyntaxNode | undefined): KnownText | undefined {
  return asText(evaluate(project, node));
}

function evaluateMacro(
  node: SyntaxNode,
  below: (node: SyntaxNode | undefined) => Known | undefined,
): Known | undefined {
  const macro = childAt(node, 'macro');
  const tokens = node.children.find((child) => child.type === 'token_tree')?.children ?? [];
  const name = macro && lastWord(macro);
  if (name === 'concat') return joinParts(tokens.map(below));
  if (name !== 'format') return undefined;
  const [template, ...values] = tokens.map(below);
  if (typeof template?.value !== 'string') return undefined;
  let next = 0;
  const parts = template.value
    .split(/(\{[^{}]*\})/)
    .slice(0, 500)
    .map((part) => {
      if (!/^\{[^{}]*\}$/.test(part)) return known(part.replaceAll('{{', '{').replaceAll('}}', '}'));
      return /^\{(:.*)?\}$/.test(part) ? values[next++] : undefined;
    });
  const found = joinParts(parts);
  return found?.value === hole ? undefined : found;
}

function constantOf(project: Project, node: SyntaxNode): SyntaxNode | undefined {
  const [item] = project.items(lastWord(node), node, ['const_item', 'static_item']);
  return childAt(item, 'value');
}

/** For attributes, which hold names as text. */
export function constantFinder(project: Project, from: SyntaxNode): FindConstant {
  return (path) => {
    const name = path.split('::').at(-1)?.trim() ?? '';
    const [item] = project.items(name, from, ['const_item', 'static_item']);
    return evaluate(project, childAt(item, 'value'), 1);
  };
}
