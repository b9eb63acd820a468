/** The names that a pattern binds, and where in the value each finds its own: `{ a: [b], ...c }`. */
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { decodeString } from './string-literal.ts';

export type Step = { member: string } | { item: number } | { rest: readonly string[] | number };
export type Path = readonly Step[];

export interface PatternTarget {
  name: string;
  path: Path;
  /** What it is where the value has nothing. */
  fallback: SyntaxNode | undefined;
}

export function bindPattern(pattern: SyntaxNode): PatternTarget[] {
  const targets: PatternTarget[] = [];
  const stack: { node: SyntaxNode; path: Path; fallback: SyntaxNode | undefined }[] = [
    { node: pattern, path: [], fallback: undefined },
  ];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, path, fallback } = next;
    switch (node.type) {
      case 'identifier':
      case 'shorthand_property_identifier_pattern':
        targets.push({ name: textOf(node), path: withOwnName(node, path), fallback });
        break;
      case 'required_parameter':
      case 'optional_parameter': {
        const inner = childAt(node, 'pattern');
        if (inner) stack.push({ node: inner, path, fallback: childAt(node, 'value') });
        break;
      }
      case 'assignment_pattern':
      case 'object_assignment_pattern': {
        const inner = childAt(node, 'left');
        if (inner) stack.push({ node: inner, path, fallback: childAt(node, 'right') });
        break;
      }
      case 'rest_pattern': {
        const inner = node.children[0];
        if (inner) stack.push({ node: inner, path, fallback: undefined });
        break;
      }
      case 'object_pattern':
        for (const part of node.children) stack.push(objectPart(part, path, node));
        break;
      case 'array_pattern':
        for (const [index, part] of node.children.entries()) {
          const step: Step = part.type === 'rest_pattern' ? { rest: index } : { item: index };
          stack.push({ node: part, path: [...path, step], fallback: undefined });
        }
        break;
    }
  }
  return targets;
}

/** `{ a }` finds its value under its own name; the step is added where the name is known. */
function withOwnName(node: SyntaxNode, path: Path): Path {
  return node.type === 'identifier' ? path : [...path, { member: textOf(node) }];
}

function objectPart(part: SyntaxNode, path: Path, pattern: SyntaxNode) {
  const key = childAt(part, 'key');
  const value = childAt(part, 'value');
  if (part.type === 'pair_pattern' && key && value) {
    return { node: value, path: [...path, { member: keyText(key) }], fallback: undefined };
  }
  if (part.type === 'rest_pattern') {
    const taken = pattern.children.flatMap((child) => {
      const own = childAt(child, 'key') ?? childAt(child, 'left') ?? child;
      return child === part ? [] : [keyText(own)];
    });
    return { node: part, path: [...path, { rest: taken }], fallback: undefined };
  }
  return { node: part, path, fallback: undefined };
}

/** The text of a key that is written out. */
export function keyText(key: SyntaxNode): string {
  return key.type === 'string' ? decodeString(key) : textOf(key);
}
