/** The Go files of a repository, parsed when they are asked for: packages by folder, imports, what a package declares. */
import { posix } from 'node:path';
import type { LanguageInput } from '../language.ts';
import { childAt, descend, type Parse, type ParsedSource, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { embeddedText } from './embedded.ts';

export interface GoFile {
  path: string;
  parsed: ParsedSource;
  /** Import paths by the name they have in this file. */
  imports: ReadonlyMap<string, string>;
}

export interface GoPackage {
  files: readonly GoFile[];
  /** Constants and variables: their values. */
  values: ReadonlyMap<string, SyntaxNode>;
  functions: ReadonlyMap<string, SyntaxNode>;
  /** By name alone: two types of a package may have one of the same name. */
  methods: ReadonlyMap<string, readonly SyntaxNode[]>;
  /** What stands behind `type Name`. */
  types: ReadonlyMap<string, SyntaxNode>;
}

const maxSteps = 20_000;

export class Project {
  readonly notes: string[] = [];
  private readonly input: LanguageInput;
  private readonly parse: Parse;
  private readonly files = new Map<string, GoFile | undefined>();
  private readonly packages = new Map<string, GoPackage>();
  private readonly paths = new Map<string, string[]>();
  private readonly modules: readonly { folder: string; name: string }[];
  private steps = 0;

  constructor(input: LanguageInput, parse: Parse) {
    this.input = input;
    this.parse = parse;
    for (const path of input.texts.keys()) {
      const folder = folderOf(path);
      this.paths.set(folder, [...(this.paths.get(folder) ?? []), path]);
    }
    this.modules = [...input.settings].flatMap(([path, text]) => {
      const name = /(^|\/)go\.mod$/.test(path) ? /^module\s+"?([^\s"]+)/m.exec(text)?.[1] : undefined;
      return name === undefined ? [] : [{ folder: folderOf(path), name }];
    });
  }

  /** Bounds the work that one tool may cost; false when it is spent. */
  step(): boolean {
    return ++this.steps <= maxSteps;
  }

  restartSteps(): void {
    this.steps = 0;
  }

  file(path: string): GoFile | undefined {
    if (!this.files.has(path)) this.files.set(path, this.read(path));
    return this.files.get(path);
  }

  packageOf(file: GoFile): GoPackage {
    return this.packageAt(folderOf(file.path));
  }

  packageAt(folder: string): GoPackage {
    let found = this.packages.get(folder);
    if (found === undefined) {
      const files = (this.paths.get(folder) ?? []).flatMap((path) => this.file(path) ?? []);
      found = readPackage(files, this.input.attached ?? new Map());
      this.packages.set(folder, found);
    }
    return found;
  }

  /** The package of this repository that a file knows by a name. */
  imported(file: GoFile, name: string): GoPackage | undefined {
    const path = file.imports.get(name);
    const folder = path === undefined ? undefined : this.folderOfImport(path);
    return folder === undefined ? undefined : this.packageAt(folder);
  }

  private folderOfImport(path: string): string | undefined {
    if (this.modules.length > 0) {
      const owner = this.modules.find(({ name }) => path === name || path.startsWith(`${name}/`));
      const folder = owner && posix.join(owner.folder, path.slice(owner.name.length + 1));
      return folder !== undefined && this.paths.has(folder === '.' ? '' : folder) ? folder : undefined;
    }
    const segments = path.split('/');
    return segments.map((_, index) => segments.slice(index).join('/')).find((folder) => this.paths.has(folder));
  }

  private read(path: string): GoFile | undefined {
    const text = this.input.texts.get(path);
    const parsed = text === undefined ? undefined : this.parse({ path, text });
    if (text !== undefined && parsed === undefined) this.notes.push(`${path} could not be parsed.`);
    return parsed && { path, parsed, imports: readImports(parsed) };
  }
}

function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === '.' ? '' : folder;
}

function readImports(parsed: ParsedSource): Map<string, string> {
  const imports = new Map<string, string>();
  for (const spec of parsed.byType.get('import_spec') ?? []) {
    const path = childAt(spec, 'path');
    if (path === undefined) continue;
    const text = textOf(path).slice(1, -1);
    const name = childAt(spec, 'name');
    imports.set(name ? textOf(name) : lastSegment(text), text);
  }
  return imports;
}

/** The package's name as it is by custom: without a version, `go-` before it or `-go` behind it. */
function lastSegment(path: string): string {
  const segments = path.split('/').filter((segment) => !/^v\d+$/.test(segment));
  return (segments.at(-1) ?? path).replace(/^go-|-go$|\.v\d+$/g, '');
}

function readPackage(files: readonly GoFile[], attached: ReadonlyMap<string, string>): GoPackage {
  const values = new Map<string, SyntaxNode>();
  const functions = new Map<string, SyntaxNode>();
  const methods = new Map<string, SyntaxNode[]>();
  const types = new Map<string, SyntaxNode>();
  for (const child of files.flatMap((file) => file.parsed.root.children)) {
    const name = nameOf(child);
    if (child.type === 'function_declaration' && name !== undefined) functions.set(name, child);
    if (child.type === 'method_declaration' && name !== undefined)
      methods.set(name, [...(methods.get(name) ?? []), child]);
    if (!/^(const|var|type)_declaration$/.test(child.type)) continue;
    for (const spec of descend(child, (node) => /_spec(_list)?$/.test(node.type))) {
      const named = nameOf(spec);
      const type = childAt(spec, 'type');
      if (/^type_(spec|alias)$/.test(spec.type) && named !== undefined && type) types.set(named, type);
      for (const [key, value] of specValues(spec)) values.set(key, value);
      const embedded = spec.type === 'var_spec' && named !== undefined ? embeddedText(spec, attached) : undefined;
      if (named !== undefined && embedded) values.set(named, embedded);
    }
  }
  return { files, values, functions, methods, types };
}

/** The names of a `const` or `var` line with their values. */
export function specValues(spec: SyntaxNode): [string, SyntaxNode][] {
  if (spec.type !== 'const_spec' && spec.type !== 'var_spec') return [];
  const names = spec.children.filter((child) => child.field === 'name');
  const given = childAt(spec, 'value')?.children ?? [];
  return names.flatMap((name, index): [string, SyntaxNode][] => {
    const value = given[index];
    return value ? [[textOf(name), value]] : [];
  });
}

function nameOf(node: SyntaxNode): string | undefined {
  const name = childAt(node, 'name');
  return name && textOf(name);
}
