import { loadParser, type Parse } from '../syntax-tree.ts';

let parser: Promise<Parse> | undefined;

/** The grammars of the family, loaded once for the process; a file's ending decides between them. */
export function loadScriptParser(): Promise<Parse> {
  parser ??= loadGrammars();
  return parser;
}

async function loadGrammars(): Promise<Parse> {
  const [javascript, typescript, tsx] = await Promise.all([
    loadParser(import.meta.resolve('tree-sitter-javascript/tree-sitter-javascript.wasm')),
    loadParser(import.meta.resolve('tree-sitter-typescript/tree-sitter-typescript.wasm')),
    loadParser(import.meta.resolve('tree-sitter-typescript/tree-sitter-tsx.wasm')),
  ]);
  return (source) => {
    if (source.path.endsWith('.tsx')) return tsx(source);
    return /\.[cm]?ts$/.test(source.path) ? typescript(source) : javascript(source);
  };
}
