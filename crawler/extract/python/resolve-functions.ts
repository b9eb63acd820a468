/** Which functions an argument stands for: one, or one per turn of the loop around it. */
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { readArguments } from './arguments.ts';
import { evaluate } from './evaluate.ts';
import { loopItems } from './loop-items.ts';
import { scopeWithin } from './overlay.ts';
import type { Project } from './project.ts';
import { type FunctionEntity, findBindingsAt, resolveEntity, resolveName } from './resolve.ts';
import { type Module, type Scope, scopeAt, scopeOf } from './scope.ts';

export interface ResolvedFunction {
  fn: FunctionEntity;
  /** Another function was put around it: its name and words hold, its signature may not. */
  wrapped: boolean;
}

const maxFunctions = 500;

export function resolveFunctions(project: Project, node: SyntaxNode, scope: Scope, depth = 0): ResolvedFunction[] {
  if (depth > 10 || !project.takeStep()) return [];
  if (node.type === 'identifier') return resolveBound(project, node, scope, depth + 1);
  if (node.type === 'call') return resolveWrapped(project, node, scope, depth + 1);
  const entity = resolveEntity(project, node, scope);
  return entity?.kind === 'function' ? [{ fn: entity, wrapped: false }] : [];
}

function resolveBound(project: Project, node: SyntaxNode, scope: Scope, depth: number): ResolvedFunction[] {
  const bounds = findBindingsAt(project, scope, node);
  const loop = bounds.findLast(({ binding }) => binding.kind === 'item');
  if (loop?.binding.kind === 'item') {
    const { of, place } = loop.binding;
    return loopItems(project, of, loop.scope)
      .slice(0, maxFunctions)
      .flatMap((item) => {
        const part =
          place === undefined ? { kind: 'given' as const, value: item.node, scope: item.scope } : item.parts[place];
        return part?.kind === 'given' ? resolveFunctions(project, part.value, part.scope, depth) : [];
      });
  }
  for (const { binding, scope: at } of bounds.toReversed()) {
    if (binding.kind === 'given') return resolveFunctions(project, binding.value, binding.scope, depth);
    if (binding.kind !== 'value') continue;
    // `f = wrap(f)`: inside its own value the name has its earlier meaning.
    const found = project.once(binding.value, () => resolveFunctions(project, binding.value, at, depth)) ?? [];
    if (found.length > 0) return found.map((one) => ({ ...one, wrapped: one.wrapped || bounds.length > 1 }));
  }
  const entity = resolveEntity(project, node, scope);
  if (entity?.kind !== 'function') return [];
  const inner = wrappedBy(entity.node);
  if (inner === undefined) return [{ fn: entity, wrapped: false }];
  // Where the other one cannot be known there is no name either: that of the wrapper is nobody's.
  return resolveFunctions(project, inner, scopeWithin(scope, scopeAt(entity.module, entity.node)), depth);
}

/** `@wraps(f)` over a function: it is registered with the name, the signature and the words of `f`. */
export function wrappedBy(
  fn: SyntaxNode,
  decorators = fn.parent?.type === 'decorated_definition' ? fn.parent.children : [],
): SyntaxNode | undefined {
  for (const child of decorators) {
    const call = child.type === 'decorator' ? child.children[0] : undefined;
    const callee = call?.type === 'call' ? childAt(call, 'function') : undefined;
    if (call && callee && /^(functools\.)?wraps$/.test(textOf(callee))) return readArguments(call).positional[0];
  }
  return undefined;
}

/** `wrap(f)`, `partial(f, x)`: the function among the arguments. `getattr(module, name)`: each name of the loop. */
function resolveWrapped(project: Project, call: SyntaxNode, scope: Scope, depth: number): ResolvedFunction[] {
  const args = readArguments(call);
  const callee = childAt(call, 'function');
  const [first, second] = args.positional;
  if (callee && textOf(callee) === 'getattr' && first && second) return resolveGetattr(project, first, second, scope);
  for (const value of [...args.positional, ...args.named.values()].slice(0, 10)) {
    if (value.type !== 'identifier' && value.type !== 'attribute' && value.type !== 'call') continue;
    const found = resolveFunctions(project, value, scope, depth);
    if (found.length > 0) return found.map(({ fn }) => ({ fn, wrapped: true }));
  }
  return [];
}

function resolveGetattr(project: Project, owner: SyntaxNode, name: SyntaxNode, scope: Scope): ResolvedFunction[] {
  const modules = resolveModules(project, owner, scope);
  const loop = name.type === 'identifier' ? findBindingsAt(project, scope, name).at(-1)?.binding : undefined;
  if (loop?.kind === 'item' && /^(dir|vars)\s*\(/.test(textOf(loop.of).slice(0, 50))) {
    noteChoice(project, loop.of);
    return modules.flatMap(ownFunctions).slice(0, maxFunctions);
  }
  return modules.flatMap((module) => {
    const root = scopeOf(module, module.parsed.root);
    const listed = loop?.kind === 'item' && /\.__all__$/.test(textOf(loop.of));
    const names = listed ? allNames(project, root) : evaluate(project, name, scope)?.value;
    return (Array.isArray(names) ? names : [names]).slice(0, maxFunctions).flatMap((one) => {
      const entity = typeof one === 'string' ? resolveName(project, root, one) : undefined;
      return entity?.kind === 'function' ? [{ fn: entity, wrapped: false }] : [];
    });
  });
}

/** A loop over everything that a module holds picks by tests that are not followed, and a module may fill itself. */
function noteChoice(project: Project, of: SyntaxNode): void {
  const note = `${of.source.path}:${of.line} makes tools of what a module holds, as it finds it when the server starts; some may be missing here, others not be tools.`;
  if (!project.notes.includes(note)) project.notes.push(note);
}

function ownFunctions(module: Module): ResolvedFunction[] {
  const { names } = scopeOf(module, module.parsed.root);
  return [...names].flatMap(([name, bindings]) => {
    const binding = bindings.at(-1);
    if (name.startsWith('_') || binding?.kind !== 'function') return [];
    return [{ fn: { kind: 'function' as const, node: binding.node, module }, wrapped: false }];
  });
}

function allNames(project: Project, root: Scope) {
  const binding = root.names.get('__all__')?.at(-1);
  return binding?.kind === 'value' ? evaluate(project, binding.value, root)?.value : undefined;
}

function resolveModules(project: Project, owner: SyntaxNode, scope: Scope) {
  const loop = owner.type === 'identifier' ? findBindingsAt(project, scope, owner).at(-1) : undefined;
  const items =
    loop?.binding.kind === 'item' ? loopItems(project, loop.binding.of, loop.scope) : [{ node: owner, scope }];
  return items.slice(0, maxFunctions).flatMap((item) => {
    const entity = resolveEntity(project, item.node, item.scope);
    return entity?.kind === 'module' ? [entity.module] : [];
  });
}
