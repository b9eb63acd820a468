import { loadParser, type Parse } from '../syntax-tree.ts';

let parser: Promise<Parse> | undefined;

/** The Python grammar, loaded once for the process. */
export function loadPythonParser(): Promise<Parse> {
  parser ??= loadParser(import.meta.resolve('tree-sitter-python/tree-sitter-python.wasm'));
  return parser;
}
