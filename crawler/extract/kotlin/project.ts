/** The Kotlin files of a repository, parsed when they are asked for, and what they declare, by name. */
import type { LanguageInput } from '../language.ts';
import { childAt, type Parse, type ParsedSource, type SyntaxNode, textOf } from '../syntax-tree.ts';

const maxSteps = 20_000;
const maxFilesOfName = 5;
const declarations = /\b(?:fun|val|class|object)\s+(?:<[^<>]{0,100}>\s*)?(\w{1,100})/g;
type DeclarationType = 'property_declaration' | 'function_declaration' | 'class_declaration';

export class Project {
  readonly notes: string[] = [];
  private readonly input: LanguageInput;
  private readonly parse: Parse;
  private readonly files = new Map<string, ParsedSource | undefined>();
  private pathsByName: Map<string, Set<string>> | undefined;
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
      const parsed = text === undefined ? undefined : this.parse({ path, text });
      if (text !== undefined && parsed === undefined) this.notes.push(`${path} could not be parsed.`);
      this.files.set(path, parsed);
    }
    return this.files.get(path);
  }

  /** Declarations of a name: those of the same file where it has one, else those of the repository. */
  declared(name: string, from: SyntaxNode, type: DeclarationType): SyntaxNode[] {
    const own = this.declaredIn(from.source.path, name, type);
    if (own.length > 0) return own;
    const paths = [...(this.index().get(name) ?? [])].slice(0, maxFilesOfName);
    return paths.flatMap((path) => this.declaredIn(path, name, type));
  }

  private declaredIn(path: string, name: string, type: DeclarationType): SyntaxNode[] {
    return (this.file(path)?.byType.get(type) ?? []).filter((node) => nameOf(node) === name);
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

/** Of a declaration; a property has its name in the variable below it. */
export function nameOf(node: SyntaxNode): string {
  const variable = childOf(node, 'variable_declaration') ?? node;
  const name = childAt(variable, 'name') ?? childOf(variable, 'identifier');
  return name ? textOf(name).slice(0, 200) : '';
}

export function childOf(node: SyntaxNode | undefined, type: string): SyntaxNode | undefined {
  return node?.children.find((child) => child.type === type);
}

/** Without comments. */
export function partsOf(node: SyntaxNode | undefined): SyntaxNode[] {
  return (node?.children ?? []).filter((child) => !child.type.endsWith('comment'));
}

/** The last word of a path, without what stands in angle brackets. */
export function lastWord(node: SyntaxNode): string {
  return (
    textOf(node)
      .slice(0, 300)
      .replace(/<[\s\S]*/, '')
      .replace(/\?$/, '')
      .split('.')
      .at(-1)
      ?.trim() ?? ''
  );
}

/** The types of a class's head: `: McpTool<Args>("name"), Other`. */
export function parentsOf(
  node: SyntaxNode,
): { name: string; typeArguments: SyntaxNode[]; call: SyntaxNode | undefined }[] {
  return partsOf(childOf(node, 'delegation_specifiers')).flatMap((specifier) => {
    const call = childOf(specifier, 'constructor_invocation');
    const type = childOf(call ?? specifier, 'user_type');
    if (type === undefined) return [];
    const given = partsOf(childOf(type, 'type_arguments') ?? childOf(call, 'type_arguments'));
    return [{ name: lastWord(type), typeArguments: given.flatMap((one) => partsOf(one)[0] ?? []), call }];
  });
}
