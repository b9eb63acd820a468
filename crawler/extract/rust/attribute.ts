/** Attributes before an item, and its documentation. The grammar leaves their insides as tokens; `meta.ts` reads those. */
import { type SyntaxNode, textOf } from '../syntax-tree.ts';

export interface Attribute {
  /** The last word of its path. */
  name: string;
  /** What stands between its outer brackets. */
  text: string;
}

const maxText = 100_000;

/** In source order. */
export function attributesOf(item: SyntaxNode): Attribute[] {
  return precedingOf(item)
    .filter((node) => node.type === 'attribute_item')
    .flatMap((node) => {
      const found = /^#!?\[\s*([\w:]+)\s*(?:\(([\s\S]*)\)|=\s*([\s\S]*))?\s*\]$/.exec(textOf(node).slice(0, maxText));
      return found ? [{ name: found[1]?.split('::').at(-1) ?? '', text: found[2] ?? found[3] ?? '' }] : [];
    });
}

/** The `///` lines before an item, joined by line ends. */
export function documentationOf(item: SyntaxNode): string | undefined {
  const lines = precedingOf(item).flatMap((node) => {
    const doc = node.children.find((child) => child.field === 'doc');
    if (doc === undefined || !node.children.some((child) => child.field === 'outer')) return [];
    return textOf(doc)
      .slice(0, maxText)
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => line.replace(node.type === 'block_comment' ? /^\s*\*? ?/ : /^ /, '').trimEnd());
  });
  const text = lines.join('\n').trim();
  return text === '' ? undefined : text;
}

/** Attributes and comments that stand directly before an item. */
function precedingOf(item: SyntaxNode): SyntaxNode[] {
  const siblings = item.parent?.children ?? [];
  const end = siblings.indexOf(item);
  let start = end;
  while (start > 0 && /^(attribute_item|line_comment|block_comment)$/.test(siblings[start - 1]?.type ?? '')) start--;
  return siblings.slice(Math.max(start, 0), Math.max(end, 0));
}
