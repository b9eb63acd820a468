/** Arrays and objects written out. */
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { callFunction } from './call-function.ts';
import { extend } from './env.ts';
import { evaluate, type Place } from './evaluate.ts';
import { keyText } from './pattern.ts';
import {
  type Item,
  type ListValue,
  type Member,
  maxItems,
  type ObjectValue,
  optionsOf,
  shownText,
  type Value,
} from './value.ts';

export function evaluateArray(place: Place, node: SyntaxNode): ListValue {
  const items: Item[] = [];
  let whole = true;
  for (const child of node.children) {
    if (items.length >= maxItems) return { kind: 'list', items, whole: false };
    if (child.type === 'spread_element') {
      const spread = spreadItems(evaluate(place, child.children[0]));
      for (const item of spread.items) items.push(item);
      whole &&= spread.whole;
    } else items.push({ value: evaluate(place, child), conditions: [] });
  }
  return { kind: 'list', items: mergeRepeated(items), whole };
}

/** The same object by several ways, as of `[...a, ...all.filter(isWanted)]`, is one, under the fewest conditions. */
function mergeRepeated(items: readonly Item[]): Item[] {
  const byValue = new Map<Value, Item>();
  const merged: Item[] = [];
  for (const item of items) {
    if (item.value?.kind !== 'object') {
      merged.push(item);
      continue;
    }
    const known = byValue.get(item.value);
    const fewest = known === undefined || item.conditions.length < known.conditions.length ? item : known;
    byValue.set(item.value, fewest);
    if (known === undefined) merged.push(item);
  }
  return merged.map((item) => (item.value === undefined ? item : (byValue.get(item.value) ?? item)));
}

/** `...list`; of several possible lists all items, each under the condition of its own. */
export function spreadItems(value: Value | undefined): { items: Item[]; whole: boolean } {
  const items: Item[] = [];
  let whole = true;
  for (const option of optionsOf(value)) {
    if (option.value?.kind === 'list') {
      whole &&= option.value.whole;
      for (const item of option.value.items) {
        items.push({ value: item.value, conditions: [...option.conditions, ...item.conditions] });
      }
    } else if (option.value?.kind !== 'absent' && !isNothing(option.value)) whole = false;
  }
  return { items: items.slice(0, maxItems), whole: whole && items.length <= maxItems };
}

function isNothing(value: Value | undefined): boolean {
  return value?.kind === 'plain' && (value.value === null || value.value === false);
}

export function evaluateObject(place: Place, node: SyntaxNode): ObjectValue {
  const members = new Map<string, Member>();
  const object: ObjectValue = { kind: 'object', members, whole: true, node };
  // Its own methods see it as `this`.
  const inside: Place = { ...place, env: extend(place.env, node, new Map([['this', () => object]])) };
  for (const child of node.children) addMember(inside, child, members, object);
  return object;
}

function addMember(place: Place, child: SyntaxNode, members: Map<string, Member>, object: ObjectValue): void {
  switch (child.type) {
    case 'pair': {
      const [key, value] = [childAt(child, 'key'), childAt(child, 'value')];
      const name = key && keyName(place, key);
      if (name === undefined || value === undefined) object.whole = false;
      else
        members.set(
          name,
          lazy(() => evaluate(place, value)),
        );
      break;
    }
    case 'shorthand_property_identifier':
      members.set(
        textOf(child),
        lazy(() => evaluate(place, child)),
      );
      break;
    case 'method_definition': {
      const key = childAt(child, 'name');
      const name = key && keyName(place, key);
      if (name !== undefined && key)
        members.set(
          name,
          lazy(() => methodValue(place, child, key)),
        );
      break;
    }
    case 'spread_element':
      spreadMembers(evaluate(place, child.children[0]), members, object);
      break;
  }
}

/** A getter stands for what it returns. */
export function methodValue(place: Place, method: SyntaxNode, key: SyntaxNode): Value | undefined {
  const before = method.source.text.slice(method.start, key.start);
  const fn: Value = { kind: 'function', node: method, module: place.module, env: place.env };
  return /\bget\s*$/.test(before) ? callFunction(place.project, fn, []) : fn;
}

export function spreadMembers(value: Value | undefined, members: Map<string, Member>, object: ObjectValue): void {
  for (const option of optionsOf(value)) {
    if (option.value?.kind === 'object') {
      for (const [key, entry] of option.value.members) members.set(key, entry);
      object.whole &&= option.value.whole;
    } else if (option.value?.kind === 'schema' && option.value.shape) {
      for (const [key, entry] of option.value.shape) members.set(key, { get: () => entry });
    } else if (option.value?.kind !== 'absent' && !isNothing(option.value)) object.whole = false;
  }
}

export function keyName(place: Place, key: SyntaxNode): string | undefined {
  if (key.type === 'computed_property_name') return shownText(evaluate(place, key.children[0]))?.text;
  return keyText(key);
}

/** Worked out once, when first asked for. */
export function lazy(read: () => Value | undefined): Member {
  let known: { value: Value | undefined } | undefined;
  let open = false;
  return {
    get: () => {
      if (known) return known.value;
      if (open) return undefined;
      open = true;
      try {
        known = { value: read() };
      } finally {
        open = false;
      }
      return known.value;
    },
  };
}
