/** What a method does to a map or a list of its own between making and using it. */
import { ancestorsOf, childAt, descend, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { membersOf, nameOf } from './project.ts';

export interface Changes {
  /** What each `put` or `add` is given, in source order. */
  calls: readonly (readonly SyntaxNode[])[];
  /** Something else is done to it, or it depends on the run whether a call is made. */
  isOpen: boolean;
}

const methodLike = /^(method|constructor)_declaration$/;
const maxUses = 500;

/** `local`: the value that the variable `use` is given. */
export function changesOf(use: SyntaxNode, local: SyntaxNode): Changes {
  const method = [...ancestorsOf(use)].find(({ ancestor }) => methodLike.test(ancestor.type))?.ancestor;
  const body = childAt(method, 'body');
  const name = textOf(use);
  const calls: SyntaxNode[][] = [];
  let isOpen = body === undefined;
  let uses = 0;
  for (const node of body ? descend(body) : []) {
    const isUse = node.type === 'identifier' && node.start > local.end && node.end < use.start && textOf(node) === name;
    if (!isUse || node.field === 'name') continue;
    const call = node.field === 'object' ? node.parent : undefined;
    const args = membersOf(childAt(call, 'arguments'));
    const isChange = nameOf(call) === (args.length === 2 ? 'put' : 'add') && args.length > 0 && args.length < 3;
    if (isChange) calls.push(args);
    isOpen ||= !isChange || call?.parent?.parent !== body || ++uses > maxUses;
  }
  return { calls, isOpen };
}
