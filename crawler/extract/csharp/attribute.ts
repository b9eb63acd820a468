/** Attributes on a declaration, and what they are given. */
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { lastWord } from './project.ts';

export interface Attribute {
  /** The last word of its name, without `Attribute` behind it. */
  name: string;
  positional: readonly SyntaxNode[];
  named: ReadonlyMap<string, SyntaxNode>;
}

export function attributesOf(declaration: SyntaxNode): Attribute[] {
  const lists = declaration.children.filter((child) => child.type === 'attribute_list');
  return lists
    .flatMap((list) => list.children)
    .filter((node) => node.type === 'attribute')
    .map(readAttribute);
}

function readAttribute(node: SyntaxNode): Attribute {
  const name = childAt(node, 'name');
  const positional: SyntaxNode[] = [];
  const named = new Map<string, SyntaxNode>();
  const list = node.children.find((child) => child.type === 'attribute_argument_list');
  for (const argument of list?.children ?? []) {
    const key = childAt(argument, 'name');
    const value = argument.children.at(-1);
    if (value === undefined || argument.type !== 'attribute_argument') continue;
    if (key && key !== value) named.set(textOf(key), value);
    else positional.push(value);
  }
  return { name: name ? lastWord(name).replace(/Attribute$/, '') : '', positional, named };
}

export function findAttribute(declaration: SyntaxNode, name: string): Attribute | undefined {
  return attributesOf(declaration).find((attribute) => attribute.name === name);
}
