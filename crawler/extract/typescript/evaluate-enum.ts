import { childAt, type SyntaxNode } from '../syntax-tree.ts';
import { evaluate, type Place } from './evaluate.ts';
import { keyText } from './pattern.ts';
import { makeObject, plain, type Value } from './value.ts';

/** A TypeScript enumeration: members without a value count on from the one before. */
export function enumValue(place: Place, node: SyntaxNode): Value {
  const entries: [string, Value | undefined][] = [];
  let next: number | undefined = 0;
  for (const child of childAt(node, 'body')?.children ?? []) {
    const key = child.type === 'enum_assignment' ? childAt(child, 'name') : child;
    if (key === undefined) continue;
    const written = child.type === 'enum_assignment' ? evaluate(place, childAt(child, 'value')) : undefined;
    const value: Value | undefined = child === key && next !== undefined ? plain(next) : written;
    entries.push([keyText(key), value]);
    next = value?.kind === 'plain' && typeof value.value === 'number' ? value.value + 1 : undefined;
  }
  return makeObject(entries);
}
