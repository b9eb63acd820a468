/** The Python files of one repository: parsed when first asked for, found by the names that imports use. */
import type { LanguageInput } from '../language.ts';
import type { Parse, SyntaxNode } from '../syntax-tree.ts';
import type { Module } from './scope.ts';

/** Bytes of source that are parsed for one repository; a tree takes about thirty times its source in memory. */
const maxParsedBytes = 16_000_000;
/** Steps of resolving and evaluating for one tool; a definition written by hand takes a few hundred. */
const stepsPerTool = 30_000;

export class Project {
  readonly input: LanguageInput;
  readonly notes: string[] = [];
  readonly #parse: Parse;
  readonly #modules = new Map<string, Module | undefined>();
  readonly #pathsByName = new Map<string, string[]>();
  readonly #expressions = new Map<string, SyntaxNode | undefined>();
  readonly #open = new Set<SyntaxNode>();
  #parsedBytes = 0;
  #steps = stepsPerTool;

  constructor(input: LanguageInput, parse: Parse) {
    this.input = input;
    this.#parse = parse;
    for (const path of input.texts.keys()) {
      const name = moduleSegments(path).at(-1) ?? '';
      const alike = this.#pathsByName.get(name);
      if (alike) alike.push(path);
      else this.#pathsByName.set(name, [path]);
    }
  }

  /** Gives the next tool its own allowance. */
  restartSteps(): void {
    this.#steps = stepsPerTool;
  }

  /** False once the allowance is used up: whatever asks then gives up. */
  takeStep(): boolean {
    return this.#steps-- > 0;
  }

  /** Runs `read` unless it is already running for the node: what is defined by itself has no value there. */
  once<T>(node: SyntaxNode, read: () => T): T | undefined {
    if (this.#open.has(node)) return undefined;
    this.#open.add(node);
    try {
      return read();
    } finally {
      this.#open.delete(node);
    }
  }

  module(path: string): Module | undefined {
    if (this.#modules.has(path)) return this.#modules.get(path);
    const text = this.input.texts.get(path);
    const module = text === undefined ? undefined : this.#parseModule(path, text);
    this.#modules.set(path, module);
    return module;
  }

  #parseModule(path: string, text: string): Module | undefined {
    if (this.#parsedBytes + text.length > maxParsedBytes) {
      this.notes.push(`${path} was not read: the repository has more Python source than is parsed.`);
      return undefined;
    }
    this.#parsedBytes += text.length;
    const parsed = this.#parse({ path, text });
    if (parsed === undefined) this.notes.push(`${path} could not be parsed.`);
    if (parsed?.cut) this.notes.push(`${path} nests too deeply; its deepest parts were not read.`);
    return parsed && { path, parsed, scopes: new Map() };
  }

  /** The expression that a string holds: a type written ahead of its class. Its names are those of the string's place. */
  parseExpression(text: string, at: SyntaxNode): SyntaxNode | undefined {
    const key = `${at.source.path}:${at.start}:${text}`;
    if (this.#expressions.has(key)) return this.#expressions.get(key);
    const parsed = text.length > 1000 ? undefined : this.#parse({ path: at.source.path, text });
    const statement = parsed?.hasError ? undefined : parsed?.root.children[0];
    const expression = statement?.type === 'expression_statement' ? statement.children[0] : undefined;
    this.#expressions.set(key, expression);
    return expression;
  }

  /** Every module whose text holds a name. */
  modulesMentioning(name: string): Module[] {
    const paths = [...this.input.texts].filter(([, text]) => text.includes(name)).map(([path]) => path);
    return paths.flatMap((path) => this.module(path) ?? []);
  }

  /** The module that `import <dotted>` in a file means, where it is one of the repository's own. */
  importModule(from: string, dotted: string): Module | undefined {
    const path = this.#findPath(from, dotted);
    return path === undefined ? undefined : this.module(path);
  }

  #findPath(from: string, dotted: string): string | undefined {
    const dots = /^\.*/.exec(dotted)?.[0].length ?? 0;
    const names = dotted
      .slice(dots)
      .split('.')
      .filter((name) => name !== '');
    if (dots > 0) {
      const folder = from.split('/').slice(0, -dots);
      if (from.split('/').length < dots) return undefined;
      return [`${[...folder, ...names].join('/')}.py`, [...folder, ...names, '__init__.py'].join('/')].find((path) =>
        this.input.texts.has(path),
      );
    }
    const candidates = (this.#pathsByName.get(names.at(-1) ?? '') ?? []).filter((path) =>
      endsWith(moduleSegments(path), names),
    );
    // Of several the nearest: the one that shares most folders with the file that imports it.
    return candidates.toSorted((a, b) => sharedFolders(b, from) - sharedFolders(a, from) || a.length - b.length)[0];
  }
}

/** `src/tools/flow.py` → src, tools, flow; a package's `__init__.py` stands for its folder. */
export function moduleSegments(path: string): string[] {
  const segments = path.replace(/\.py$/, '').split('/');
  if (segments.at(-1) === '__init__') segments.pop();
  return segments;
}

function endsWith(segments: readonly string[], tail: readonly string[]): boolean {
  const offset = segments.length - tail.length;
  return offset >= 0 && tail.length > 0 && tail.every((name, index) => segments[offset + index] === name);
}

function sharedFolders(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  let shared = 0;
  while (shared < left.length - 1 && left[shared] === right[shared]) shared++;
  return shared;
}
