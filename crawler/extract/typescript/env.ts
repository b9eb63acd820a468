/** The values that names have inside one call of a function, or one round of a loop. */
import type { SyntaxNode } from '../syntax-tree.ts';
import type { Value } from './value.ts';

export interface Frame {
  /** The function, loop or class whose names these are. */
  node: SyntaxNode;
  values: ReadonlyMap<string, () => Value | undefined>;
}

/** Innermost first; undefined at the top of a file. */
export type Env = { frame: Frame; parent: Env; depth: number } | undefined;

export function extend(parent: Env, node: SyntaxNode, values: ReadonlyMap<string, () => Value | undefined>): Env {
  return { frame: { node, values }, parent, depth: (parent?.depth ?? 0) + 1 };
}

/** What a name has in the frame of its own scope. */
export function valueIn(env: Env, scope: SyntaxNode, name: string): (() => Value | undefined) | undefined {
  for (let at = env; at !== undefined; at = at.parent) {
    const get = at.frame.node === scope ? at.frame.values.get(name) : undefined;
    if (get) return get;
  }
  return undefined;
}

/** Without the calls and rounds that a scope does not see. */
export function enclosing(env: Env, scope: SyntaxNode): Env {
  for (let at = env; at !== undefined; at = at.parent) {
    const { node } = at.frame;
    if (node.source === scope.source && node.start <= scope.start && node.end >= scope.end) return at;
  }
  return undefined;
}
