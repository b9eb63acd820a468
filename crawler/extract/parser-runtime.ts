/**
 * Loads tree-sitter and its grammars. The runtime is WebAssembly with a small stack that nothing guards: some sources of a few
 * kilobytes overflow it, and every parse after that fails (seen with web-tree-sitter 0.27 and the grammars of Java and C#). A
 * runtime that broke is thrown away and another takes its place.
 */
import { fileURLToPath } from 'node:url';
import type { Language, Parser } from 'web-tree-sitter';

type Runtime = typeof import('web-tree-sitter');

export interface Grammar {
  address: string;
  /** Undefined from the moment when the runtime broke until it is renewed. */
  loaded: { parser: () => Parser; language: Language } | undefined;
}

const grammars = new Set<Grammar>();
let runtime: Promise<Runtime> | undefined;
let starts = 0;
let brokenBy: string | undefined;

/** `address` is that of the grammar's `.wasm` file. */
export async function loadGrammar(address: string): Promise<Grammar> {
  const grammar: Grammar = { address, loaded: undefined };
  await fill(grammar);
  grammars.add(grammar);
  return grammar;
}

/** Says that the source at `path` broke the runtime; nothing is parsed until it is renewed. */
export function discardRuntime(path: string): void {
  brokenBy = path;
  runtime = undefined;
  for (const grammar of grammars) grammar.loaded = undefined;
}

/** Makes parsing work again where it broke; the path of the source that broke it. */
export async function renewRuntime(): Promise<string | undefined> {
  const path = brokenBy;
  brokenBy = undefined;
  for (const grammar of grammars) if (grammar.loaded === undefined) await fill(grammar);
  return path;
}

async function fill(grammar: Grammar): Promise<void> {
  runtime ??= startRuntime();
  const { Language, Parser } = await runtime;
  const language = await Language.load(fileURLToPath(grammar.address));
  grammar.loaded = { parser: () => new Parser(), language };
}

/** The package keeps one runtime for its module; under another address it is another module. */
async function startRuntime(): Promise<Runtime> {
  const address = import.meta.resolve('web-tree-sitter');
  const found: Runtime = await import(starts++ === 0 ? address : `${address}?start=${starts}`);
  await found.Parser.init({ printErr: () => {} }); // else it writes on stderr when it breaks
  return found;
}
