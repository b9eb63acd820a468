/** Text as it is written in a string or template (ECMA-262, 12.9.4). */
import { type SyntaxNode, textOf } from '../syntax-tree.ts';

const plain: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', '0': '\0' };
const escapes = /\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|(\r\n|[\s\S]))/gi;

/** The text of a `string` node. */
export function decodeString(node: SyntaxNode): string {
  return decodeEscapes(textOf(node).slice(1, -1));
}

export function decodeEscapes(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(escapes, (_all, braced?: string, four?: string, two?: string, other?: string) => {
    const code = braced ?? four ?? two;
    if (code !== undefined) {
      const point = Number.parseInt(code, 16);
      return point > 0x10ffff ? '\uFFFD' : String.fromCodePoint(point);
    }
    if (other === undefined || /[\r\n\u2028\u2029]/.test(other)) return '';
    return Object.hasOwn(plain, other) ? (plain[other] ?? other) : other;
  });
}
