import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';

export interface CallArguments {
  positional: readonly SyntaxNode[];
  named: ReadonlyMap<string, SyntaxNode>;
  /** All of them, `*args` and `**kwargs` counted as one each. */
  count: number;
}

export function readArguments(call: SyntaxNode): CallArguments {
  const list = childAt(call, 'arguments');
  const positional: SyntaxNode[] = [];
  const named = new Map<string, SyntaxNode>();
  // `f(x for x in y)`: the generator stands in the place of the list.
  const children = list?.type === 'argument_list' ? list.children : list ? [list] : [];
  for (const child of children) {
    const name = childAt(child, 'name');
    const value = childAt(child, 'value');
    if (child.type === 'keyword_argument' && name && value) named.set(textOf(name), value);
    else if (child.type !== 'list_splat' && child.type !== 'dictionary_splat') positional.push(child);
  }
  return { positional, named, count: children.length };
}

/** The argument with one of the names, else the one in the place; a place of -1 means that it has a name or is not given. */
export function argument(args: CallArguments, place: number, ...names: readonly string[]): SyntaxNode | undefined {
  for (const name of names) {
    const value = args.named.get(name);
    if (value) return value;
  }
  return place < 0 ? undefined : args.positional[place];
}
