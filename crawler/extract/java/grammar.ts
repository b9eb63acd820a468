import { loadParser, type Parse } from '../syntax-tree.ts';

let parser: Promise<Parse> | undefined;

/** The Java grammar, loaded once for the process. */
export function loadJavaParser(): Promise<Parse> {
  parser ??= loadParser(import.meta.resolve('tree-sitter-java/tree-sitter-java.wasm'));
  return parser;
}
