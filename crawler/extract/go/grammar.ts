import { loadParser, type Parse } from '../syntax-tree.ts';

let parser: Promise<Parse> | undefined;

/** The Go grammar, loaded once for the process. */
export function loadGoParser(): Promise<Parse> {
  parser ??= loadParser(import.meta.resolve('tree-sitter-go/tree-sitter-go.wasm'));
  return parser;
}
