/** Annotations on a declaration or parameter, and what they are given. */
import type { SyntaxNode } from '../syntax-tree.ts';
import { readCall } from './call.ts';
import { childOf, lastWord, partsOf } from './project.ts';

export interface Annotation {
  name: string;
  positional: readonly SyntaxNode[];
  named: ReadonlyMap<string, SyntaxNode>;
}

/** `modifiers` is the node that holds them. */
export function annotationsIn(modifiers: SyntaxNode | undefined): Annotation[] {
  return partsOf(modifiers)
    .filter((child) => child.type === 'annotation')
    .flatMap((annotation) => {
      const made = childOf(annotation, 'constructor_invocation');
      const type = childOf(made ?? annotation, 'user_type');
      const call = made && readCall(made);
      return type
        ? [{ name: lastWord(type), positional: call?.positional ?? [], named: call?.named ?? new Map() }]
        : [];
    });
}
