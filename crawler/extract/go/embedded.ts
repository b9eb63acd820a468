/** `//go:embed file` over a variable: the variable holds the text of the file. */
import { posix } from 'node:path';
import type { SyntaxNode } from '../syntax-tree.ts';

const directive = /^[ \t]*\/\/go:embed[ \t]+("?)([^\s"*]+)\1[ \t]*$/gm;

/** Every file that the sources take in. */
export function embeddedPaths(texts: ReadonlyMap<string, string>): string[] {
  const found = new Set<string>();
  for (const [path, text] of texts)
    for (const match of text.matchAll(directive)) found.add(posix.join(posix.dirname(path), match[2] ?? ''));
  return [...found];
}

/** The text that a variable without a value is filled with, as a node of its own. */
export function embeddedText(spec: SyntaxNode, attached: ReadonlyMap<string, string>): SyntaxNode | undefined {
  const { path, text: code } = spec.source;
  const before = code.slice(Math.max(0, spec.start - 1000), spec.start).replace(/\n[ \t]*(?:var[ \t]+)?$/, '');
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const name = [...line.matchAll(directive)][0]?.[2];
  const file = name === undefined ? undefined : posix.join(posix.dirname(path), name);
  const text = file === undefined ? undefined : attached.get(file);
  if (file === undefined || text === undefined) return undefined;
  const place = { field: undefined, start: 0, end: text.length, line: 1, parent: undefined };
  return { ...place, type: 'embedded_text', children: [], source: { path: file, text } };
}
