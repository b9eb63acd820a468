import { loadParser, type Parse } from '../syntax-tree.ts';

const grammars = {
  javascript: 'tree-sitter-javascript/tree-sitter-javascript.wasm',
  typescript: 'tree-sitter-typescript/tree-sitter-typescript.wasm',
  tsx: 'tree-sitter-typescript/tree-sitter-tsx.wasm',
} as const;

const loaded = new Map<string, Promise<Parse>>();

/** The grammars of the family, each loaded once for the process; a file's ending decides between them. */
export async function loadScriptParser(): Promise<Parse> {
  const [javascript, typescript, tsx] = await Promise.all([load('javascript'), load('typescript'), load('tsx')]);
  return (source) => {
    if (source.path.endsWith('.tsx')) return tsx(source);
    return /\.[cm]?ts$/.test(source.path) ? typescript(source) : javascript(source);
  };
}

function load(grammar: keyof typeof grammars): Promise<Parse> {
  const known = loaded.get(grammar);
  if (known) return known;
  const parse = loadParser(import.meta.resolve(grammars[grammar]));
  loaded.set(grammar, parse);
  return parse;
}
