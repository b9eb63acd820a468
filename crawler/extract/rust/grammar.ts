import { loadParser, type Parse } from '../syntax-tree.ts';

let parser: Promise<Parse> | undefined;

/** The Rust grammar, loaded once for the process. */
export function loadRustParser(): Promise<Parse> {
  parser ??= loadParser(import.meta.resolve('tree-sitter-rust/tree-sitter-rust.wasm'));
  return parser;
}
