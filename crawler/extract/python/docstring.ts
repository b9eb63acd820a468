import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';

/** The literal that documents a function, class or module: the first statement of its body, where that is a plain string. */
export function docstringNode(definition: SyntaxNode): SyntaxNode | undefined {
  const first = (childAt(definition, 'body') ?? definition).children[0];
  const literal = first?.type === 'expression_statement' && first.children.length === 1 ? first.children[0] : undefined;
  const pieces = literal?.type === 'concatenated_string' ? literal.children : literal ? [literal] : [];
  return pieces.every(isPlainString) ? literal : undefined;
}

/** An f-string or a bytes literal documents nothing. */
function isPlainString(node: SyntaxNode): boolean {
  const opening = node.type === 'string' ? node.children.find((child) => child.type === 'string_start') : undefined;
  return opening !== undefined && /^[ru]?['"]/i.test(textOf(opening));
}

/** What Python's `inspect.cleandoc` makes of a docstring: tabs expanded, the common indentation and blank edges removed. */
export function cleanDocstring(text: string): string {
  const lines = expandTabs(text).split('\n');
  const margin = commonIndent(lines.slice(1));
  const cleaned = lines.map((line, index) => (index === 0 ? line.trimStart() : line.slice(margin ?? 0)));
  while (cleaned.at(-1) === '') cleaned.pop();
  while (cleaned[0] === '') cleaned.shift();
  return cleaned.join('\n');
}

/** The indentation that all lines but blank ones share; undefined where all are blank. */
export function commonIndent(lines: readonly string[]): number | undefined {
  const written = lines.filter((line) => line.trimStart() !== '');
  const least = written.reduce(
    (so, line) => Math.min(so, line.length - line.trimStart().length),
    Number.POSITIVE_INFINITY,
  );
  return Number.isFinite(least) ? least : undefined;
}

function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  let expanded = '';
  let column = 0;
  for (const character of text) {
    if (character === '\t') {
      const width = 8 - (column % 8);
      expanded += ' '.repeat(width);
      column += width;
    } else {
      expanded += character;
      column = character === '\n' ? 0 : column + 1;
    }
  }
  return expanded;
}
