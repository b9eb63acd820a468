/** What a loop goes through. */
import { type Item, optionsOf, plain, type Value } from './value.ts';

export function keyItems(value: Value | undefined): Item[] | undefined {
  if (value?.kind !== 'object') return undefined;
  return [...value.members.keys()].map((key) => ({ value: plain(key), conditions: [] }));
}

/** The items of a list, of each that it may be. A list with unknown parts still gives those that are known. */
export function listItems(value: Value | undefined): Item[] | undefined {
  const lists = optionsOf(value).flatMap((option) => {
    if (option.value?.kind === 'object' && option.value.of === undefined && option.value.node === undefined)
      return mapItems(option.value);
    return option.value?.kind === 'list' ? [{ items: option.value.items, conditions: option.conditions }] : [];
  });
  if (lists.length === 0) return undefined;
  return lists.flatMap(({ items, conditions }) =>
    items.map((item) => ({ value: item.value, conditions: [...conditions, ...item.conditions] })),
  );
}

/** A `Map` gives its entries. */
function mapItems(map: Extract<Value, { kind: 'object' }>) {
  const items = [...map.members].map(([key, member]): Item => {
    const pair = [plain(key), member.get()].map((value) => ({ value, conditions: [] }));
    return { value: { kind: 'list', items: pair, whole: true }, conditions: [] };
  });
  return [{ items, conditions: [] }];
}
