/** The Rust files of a repository, parsed when they are asked for, and what they declare, by name. */
import type { LanguageInput } from '../language.ts';
import { ancestorsOf, childAt, type Parse, type ParsedSource, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { attributesOf } from './attribute.ts';

const maxSteps = 20_000;
const maxFilesOfName = 5;
const declarations = /\b(?:fn|struct|enum|const|static|type)\s+(?:mut\s+)?(\w{1,100})/g;
const extractor = /\bFrom(?:ToolCall)?ContextPart\b[^{};]{0,300}?\sfor\s+(?:\w{1,100}::){0,10}(\w{1,100})/g;
const itemTypes = ['function_item', 'struct_item', 'enum_item', 'const_item', 'static_item', 'type_item'] as const;
type ItemType = (typeof itemTypes)[number];

export class Project {
  readonly notes: string[] = [];
  private readonly input: LanguageInput;
  private readonly parse: Parse;
  private readonly files = new Map<string, ParsedSource | undefined>();
  private pathsByName: Map<string, Set<string>> | undefined;
  private extractors: Set<string> | undefined;
  private steps = 0;

  constructor(input: LanguageInput, parse: Parse) {
    this.input = input;
    this.parse = parse;
  }

  step(): boolean {
    return ++this.steps <= maxSteps;
  }

  restartSteps(): void {
    this.steps = 0;
  }

  file(path: string): ParsedSource | undefined {
    if (!this.files.has(path)) {
      const text = this.input.texts.get(path);
      const parsed = text === undefined ? undefined : parseLists(this.parse, path, text);
      if (text !== undefined && parsed === undefined) this.notes.push(`${path} could not be parsed.`);
      this.files.set(path, parsed);
    }
    return this.files.get(path);
  }

  /** Items of a name: those of the same file where it has one, else those of the repository. */
  items(name: string, from: SyntaxNode, types: readonly ItemType[]): SyntaxNode[] {
    const own = this.itemsIn(from.source.path, name, types);
    if (own.length > 0) return own;
    const paths = [...(this.index().get(name) ?? [])].slice(0, maxFilesOfName);
    return paths.flatMap((path) => this.itemsIn(path, name, types));
  }

  private itemsIn(path: string, name: string, types: readonly ItemType[]): SyntaxNode[] {
    const parsed = this.file(path);
    return types
      .flatMap((type) => parsed?.byType.get(type) ?? [])
      .filter((item) => nameOf(item) === name && !isTest(item));
  }

  /** Types that a function can ask rmcp for beside the arguments, as the repository itself declares them. */
  filledIn(): ReadonlySet<string> {
    this.extractors ??= new Set(
      [...this.input.texts.values()].flatMap((text) => [...text.matchAll(extractor)].map(([, name = '']) => name)),
    );
    return this.extractors;
  }

  /** Which files declare a name, without parsing them. */
  private index(): Map<string, Set<string>> {
    if (this.pathsByName) return this.pathsByName;
    const found = new Map<string, Set<string>>();
    for (const [path, text] of this.input.texts) {
      for (const [, name = ''] of text.matchAll(declarations)) {
        const paths = found.get(name);
        if (paths) paths.add(path);
        else found.set(name, new Set([path]));
      }
    }
    this.pathsByName = found;
    return found;
  }
}

/** The grammar leaves the inside of `vec![…]` as tokens; it is read as the slice `&[…]`, of the same length. */
function parseLists(parse: Parse, path: string, text: string): ParsedSource | undefined {
  const source = { path, text: text.replace(/\bvec!(?=\s*\[)/g, '   &') };
  const parsed = parse(source);
  // What is shown and quoted is the text as it was written.
  source.text = text;
  return parsed;
}

export function nameOf(node: SyntaxNode | undefined): string {
  const name = childAt(node, 'name');
  return name ? textOf(name).slice(0, 200) : '';
}

/** The last word of a path, without what stands in angle brackets. */
export function lastWord(node: SyntaxNode): string {
  return (
    textOf(node)
      .slice(0, 300)
      .replace(/<[\s\S]*/, '')
      .split('::')
      .at(-1)
      ?.trim() ?? ''
  );
}

/** In a module that is compiled for tests alone. */
export function isTest(node: SyntaxNode): boolean {
  for (const { ancestor } of ancestorsOf(node)) {
    if (ancestor.type !== 'mod_item') continue;
    if (attributesOf(ancestor).some(({ name, text }) => name === 'cfg' && /\btest\b/.test(text))) return true;
  }
  return false;
}
