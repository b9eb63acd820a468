/** Reads the inside of an attribute: `name = "x", description = concat!("a", "b"), annotations(read_only_hint = true)`. */
import { decodeEscapes } from '../c-escapes.ts';
import { joinParts, type Known, known } from '../known-value.ts';

export interface Meta {
  key: string;
  /** Of `key = value`; undefined where it cannot be known. */
  value: Known | undefined;
  hasValue: boolean;
  /** Of `key(…)`. */
  inner: readonly Meta[];
}

/** The value of a constant of the repository. */
export type FindConstant = (path: string) => Known | undefined;

const token =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?:b|c)?"(?:[^"\\]|\\[\s\S])*"|r(#*)"[\s\S]*?"\1|'(?:[^'\\]|\\.)'|-?\d[\w.]*|[A-Za-z_]\w*(?:\s*::\s*[A-Za-z_]\w*)*!?|[\s\S]/g;
const maxTokens = 5000;
const maxDepth = 20;
const closing = new Set([')', ']', '}']);

export function readMeta(text: string, findConstant: FindConstant): Meta[] {
  const tokens: string[] = [];
  for (const [one] of text.matchAll(token)) {
    if (/^(\s|\/\/|\/\*)/.test(one)) continue;
    tokens.push(one);
    if (tokens.length >= maxTokens) break;
  }
  return new MetaReader(tokens, findConstant).list(0);
}

class MetaReader {
  private at = 0;
  private readonly tokens: readonly string[];
  private readonly findConstant: FindConstant;

  constructor(tokens: readonly string[], findConstant: FindConstant) {
    this.tokens = tokens;
    this.findConstant = findConstant;
  }

  /** Up to the bracket that closes it. */
  list(depth: number): Meta[] {
    const found: Meta[] = [];
    while (this.at < this.tokens.length && !closing.has(this.peek())) {
      if (this.peek() === ',') this.at++;
      else found.push(this.one(depth));
    }
    return found;
  }

  private peek(): string {
    return this.tokens[this.at] ?? '';
  }

  private one(depth: number): Meta {
    const key = this.tokens[this.at++] ?? '';
    const meta: Meta = { key, value: undefined, hasValue: false, inner: [] };
    if (this.peek() === '(' && depth < maxDepth) {
      this.at++;
      meta.inner = this.list(depth + 1);
      this.at++;
    } else if (this.peek() === '=') {
      this.at++;
      meta.hasValue = true;
      meta.value = this.value();
    }
    this.skipToComma();
    return meta;
  }

  private value(): Known | undefined {
    const first = this.tokens[this.at++] ?? '';
    if (first === 'concat!' && /^[([{]$/.test(this.peek())) {
      this.at++;
      const parts: (Known | undefined)[] = [];
      while (this.at < this.tokens.length && !closing.has(this.peek())) {
        if (this.peek() === ',') this.at++;
        else {
          parts.push(readScalar(this.tokens[this.at++] ?? '', this.findConstant));
          this.skipToComma();
        }
      }
      this.at++;
      return joinParts(parts);
    }
    if (/^[([{]$/.test(first)) this.at--; // a list, which skipToComma passes over whole
    return readScalar(first, this.findConstant);
  }

  private skipToComma(): void {
    let depth = 0;
    for (; this.at < this.tokens.length; this.at++) {
      const one = this.peek();
      if (depth === 0 && (one === ',' || closing.has(one))) return;
      if (/^[([{]$/.test(one)) depth++;
      if (closing.has(one)) depth--;
    }
  }
}

function readScalar(text: string, findConstant: FindConstant): Known | undefined {
  if (/^(true|false)$/.test(text)) return known(text === 'true');
  const literal = readLiteral(text);
  if (literal !== undefined) return known(literal);
  if (/^-?\d/.test(text)) {
    const value = Number(text.replace(/_|[iuf](8|16|32|64|128|size)$/g, ''));
    return Number.isFinite(value) ? known(value) : undefined;
  }
  return /^[A-Za-z_][\w:\s]*$/.test(text) ? findConstant(text) : undefined;
}

/** The text of a literal, plain or raw; undefined for anything else. */
export function readLiteral(text: string): string | undefined {
  const raw = /^r(#*)"([\s\S]*)"\1$/.exec(text);
  if (raw) return raw[2];
  const plain = /^[bc]?"([\s\S]*)"$/.exec(text)?.[1];
  // A line that ends in a backslash goes on where the next one's words begin.
  return plain === undefined ? undefined : decodeEscapes(plain.replace(/(?<!\\)((?:\\\\)*)\\\n\s*/g, '$1'));
}

export function textAt(metas: readonly Meta[], key: string): string | undefined {
  const value = metas.find((meta) => meta.key === key)?.value?.value;
  return typeof value === 'string' ? value : undefined;
}
