/** Where functions of the repository are called from. */
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { callArguments, givenScope, resolveCallee } from './evaluate-call.ts';
import { isHandedOn } from './handed-on.ts';
import type { GoFile, Project } from './project.ts';
import { turnsAt } from './range-turns.ts';
import { enclosingFunction, type Placed, resolveName, resolveSelector } from './scope.ts';

const maxSites = 500;

export class CallSites {
  private readonly project: Project;
  private readonly byName = new Map<string, Placed[]>();
  private readonly known = new Map<SyntaxNode, Placed[]>();
  private readonly files: readonly GoFile[];
  private named: ReadonlyMap<string, Placed[]> | undefined;

  constructor(project: Project, files: readonly GoFile[]) {
    this.project = project;
    this.files = files;
    for (const file of files) {
      for (const node of file.parsed.byType.get('call_expression') ?? []) {
        const name = calleeName(node);
        const calls = this.byName.get(name);
        if (calls) calls.push({ node, scope: { file } });
        else this.byName.set(name, [{ node, scope: { file } }]);
      }
    }
  }

  of(fn: SyntaxNode): Placed[] {
    let found = this.known.get(fn);
    if (found === undefined) {
      this.project.restartSteps();
      const calls = (this.byName.get(functionName(fn) ?? '') ?? []).slice(0, maxSites);
      found = calls.filter(
        ({ node, scope }) => enclosingFunction(node) !== fn && resolveCallee(this.project, node, scope)?.node === fn,
      );
      this.known.set(fn, found);
    }
    return found;
  }

  /** Where a variable of a package is handed on, by its name and its value, in whatever package. */
  handedOn(name: string, value: SyntaxNode): Placed[] {
    this.named ??= indexHandedOn(this.files);
    const uses = (this.named.get(name) ?? []).slice(0, maxSites);
    return uses.filter(({ node, scope }) => {
      const resolve = node.type === 'identifier' ? resolveName : resolveSelector;
      const meaning = resolve(this.project, node, scope);
      return meaning?.kind === 'value' && meaning.at.node === value;
    });
  }

  /** The function's inside as each call, and each turn of the loops around it, gives its parameters; `node` is the call. */
  given(fn: SyntaxNode): Placed[] {
    const file = this.project.file(fn.source.path);
    if (file === undefined) return [];
    return this.of(fn).flatMap(({ node, scope }) =>
      turnsAt(this.project, node, scope).map((turn) => {
        const inside = givenScope({ node: fn, scope: { file } }, callArguments(node), turn);
        return { node, scope: { ...inside, given: { ...inside.given, call: { node, scope: turn } } } };
      }),
    );
  }
}

function indexHandedOn(files: readonly GoFile[]): ReadonlyMap<string, Placed[]> {
  const index = new Map<string, Placed[]>();
  for (const file of files) {
    for (const type of ['identifier', 'selector_expression']) {
      for (const node of file.parsed.byType.get(type) ?? []) {
        if (!isHandedOn(node)) continue;
        const name = textOf(childAt(node, 'field') ?? node).slice(0, 100);
        const known = index.get(name);
        if (known) known.push({ node, scope: { file } });
        else index.set(name, [{ node, scope: { file } }]);
      }
    }
  }
  return index;
}

export function calleeName(call: SyntaxNode): string {
  let callee = childAt(call, 'function');
  if (callee?.type === 'index_expression') callee = childAt(callee, 'operand');
  const name = callee && (childAt(callee, 'field') ?? callee);
  return name ? textOf(name).slice(0, 100) : '';
}

/** Of a closure, the variable that holds it. */
export function functionName(fn: SyntaxNode): string | undefined {
  const name = childAt(fn, 'name');
  if (name) return textOf(name);
  const list = fn.parent?.type === 'expression_list' ? fn.parent : undefined;
  const left = list && childAt(list.parent, 'left')?.children[list.children.indexOf(fn)];
  return left && textOf(left);
}
