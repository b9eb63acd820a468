import { loadParser, type Parse } from '../syntax-tree.ts';

let parser: Promise<Parse> | undefined;

/** The C# grammar, loaded once for the process. */
export function loadCSharpParser(): Promise<Parse> {
  parser ??= loadParser(import.meta.resolve('tree-sitter-c-sharp/tree-sitter-c_sharp.wasm'));
  return parser;
}
