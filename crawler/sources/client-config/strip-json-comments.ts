/**
 * JSON with comments and commas after the last member, as clients write it (JSONC) → JSON. Everything else is left as it is, so that
 * what is no JSON stays none. One pass, no recursion.
 */

/** Undefined where a text or a comment does not end. */
export function stripJsonComments(text: string): string | undefined {
  const kept: string[] = [];
  /** The place in `kept` of a comma after which nothing but space has come. */
  let comma: number | undefined;
  /** The character that ended what came before, space and comments apart. */
  let last = '';
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    const character = text[at];
    const end = findEnd(text, at);
    if (end === undefined) return undefined;
    const isComment = character === '/' && end > at + 1;
    const piece = isComment ? ' ' : text.slice(at, end);
    if ((character === '}' || character === ']') && comma !== undefined) kept[comma] = ' ';
    if (!isComment && !/^\s$/.test(piece)) {
      // A comma behind nothing is a fault, and stays one.
      comma = character === ',' && !/^[[{,:]?$/.test(last) ? kept.length : undefined;
      last = piece.at(-1) ?? '';
    }
    kept.push(piece);
    at = end;
  }
  return kept.join('');
}

/** Where the text, the comment or the single character at `at` ends. */
function findEnd(text: string, at: number): number | undefined {
  if (text[at] === '"') return findTextEnd(text, at);
  if (text.startsWith('//', at)) {
    const end = text.indexOf('\n', at);
    return end === -1 ? text.length : end;
  }
  if (text.startsWith('/*', at)) {
    const end = text.indexOf('*/', at + 2);
    return end === -1 ? undefined : end + 2;
  }
  return at + 1;
}

function findTextEnd(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
    else if (text[at] === '\n') return undefined;
  }
  return undefined;
}
