import { loadParser, type Parse } from '../syntax-tree.ts';

let parser: Promise<Parse> | undefined;

/** The Kotlin grammar, loaded once for the process. */
export function loadKotlinParser(): Promise<Parse> {
  parser ??= loadParser(import.meta.resolve('@tree-sitter-grammars/tree-sitter-kotlin/tree-sitter-kotlin.wasm'));
  return parser;
}
