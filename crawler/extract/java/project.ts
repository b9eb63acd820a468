/** The Java files of a repository, parsed when they are asked for: types by name, what they hold, what a file imports. */
import { posix } from 'node:path';
import type { LanguageInput } from '../language.ts';
import { childAt, type Parse, type ParsedSource, type SyntaxNode, textOf } from '../syntax-tree.ts';

export interface JavaFile {
  path: string;
  parsed: ParsedSource;
  /** Full names by their last word; those that end in `*` are under `*`. */
  imports: ReadonlyMap<string, readonly string[]>;
}

export const typeDeclarations = new Set([
  'class_declaration',
  'interface_declaration',
  'enum_declaration',
  'record_declaration',
  'annotation_type_declaration',
]);
const maxSteps = 20_000;

export class Project {
  readonly notes: string[] = [];
  private readonly input: LanguageInput;
  private readonly parse: Parse;
  private readonly files = new Map<string, JavaFile | undefined>();
  private readonly pathsByName = new Map<string, string[]>();
  private readonly methodsByName = new Map<string, SyntaxNode[]>();
  private steps = 0;

  constructor(input: LanguageInput, parse: Parse) {
    this.input = input;
    this.parse = parse;
    for (const path of input.texts.keys()) {
      const name = posix.basename(path, '.java');
      this.pathsByName.set(name, [...(this.pathsByName.get(name) ?? []), path]);
    }
  }

  step(): boolean {
    return ++this.steps <= maxSteps;
  }

  restartSteps(): void {
    this.steps = 0;
  }

  file(path: string): JavaFile | undefined {
    if (!this.files.has(path)) {
      const text = this.input.texts.get(path);
      const parsed = text === undefined ? undefined : this.parse({ path, text });
      if (text !== undefined && parsed === undefined) this.notes.push(`${path} could not be parsed.`);
      const file = parsed && { path, parsed, imports: readImports(parsed) };
      this.files.set(path, file);
      for (const method of parsed?.byType.get('method_declaration') ?? []) {
        const name = textOf(childAt(method, 'name') ?? method).slice(0, 200);
        this.methodsByName.set(name, [...(this.methodsByName.get(name) ?? []), method]);
      }
    }
    return this.files.get(path);
  }

  /** The declaration of a type, by the last word of its name: of this file, else of the file that is named for it. */
  type(name: string, from: SyntaxNode): SyntaxNode | undefined {
    const own = this.typeIn(from.source.path, name);
    if (own) return own;
    const paths = this.pathsByName.get(name) ?? [];
    const imported = this.file(from.source.path)?.imports.get(name)?.[0]?.replaceAll('.', '/');
    const folder = posix.dirname(from.source.path);
    const path =
      paths.find((one) => imported !== undefined && one.endsWith(`${imported}.java`)) ??
      paths.find((one) => posix.dirname(one) === folder) ??
      paths[0];
    return path === undefined ? undefined : this.typeIn(path, name);
  }

  /** Methods of that name in the files that were read so far. */
  methods(name: string): readonly SyntaxNode[] {
    return this.methodsByName.get(name) ?? [];
  }

  private typeIn(path: string, name: string): SyntaxNode | undefined {
    const { byType } = this.file(path)?.parsed ?? {};
    for (const kind of typeDeclarations) {
      const found = byType?.get(kind)?.find((node) => textOf(childAt(node, 'name') ?? node) === name);
      if (found) return found;
    }
    return undefined;
  }
}

function readImports(parsed: ParsedSource): Map<string, string[]> {
  const imports = new Map<string, string[]>();
  for (const node of parsed.byType.get('import_declaration') ?? []) {
    const text = textOf(node).slice(0, 500);
    const name = /^import\s+(?:static\s+)?([\w.]+?)(\.\*)?\s*;/.exec(text);
    if (name?.[1] === undefined) continue;
    const key = name[2] === undefined ? name[1].slice(name[1].lastIndexOf('.') + 1) : '*';
    imports.set(key, [...(imports.get(key) ?? []), name[1]]);
  }
  return imports;
}

export function nameOf(node: SyntaxNode | undefined): string {
  const name = childAt(node, 'name');
  return name ? textOf(name).slice(0, 200) : '';
}

/** What stands in a list or a body, comments left out. */
export function membersOf(node: SyntaxNode | undefined): SyntaxNode[] {
  return (node?.children ?? []).filter((child) => !child.type.endsWith('comment'));
}
