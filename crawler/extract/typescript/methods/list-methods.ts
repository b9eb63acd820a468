/** The methods of arrays that lists of tools go through. */
import { childAt } from '../../syntax-tree.ts';
import { callFunction, conditionText } from '../call-function.ts';
import type { Call } from '../evaluate-call.ts';
import { spreadItems } from '../evaluate-literal.ts';
import { joinTexts, truth } from '../evaluate-operator.ts';
import {
  either,
  type FunctionValue,
  type Item,
  type ListValue,
  maxItems,
  plain,
  textValue,
  type Value,
} from '../value.ts';

export function callListMethod(call: Call, list: ListValue, name: string): Value | undefined {
  const [first] = call.args;
  switch (name) {
    case 'map':
      return mapItems(call, list);
    case 'flatMap':
      return flatten(mapItems(call, list));
    case 'flat':
      return flatten(list);
    case 'filter':
      return filterItems(call, list);
    case 'concat': {
      const others = call.args.map((arg) => arg());
      return flatten({
        kind: 'list',
        items: [...list.items, ...others.map((value) => ({ value, conditions: [] }))],
        whole: list.whole,
      });
    }
    case 'slice': {
      const start = first?.();
      const from =
        start === undefined ? 0 : start.kind === 'plain' && typeof start.value === 'number' ? start.value : undefined;
      return from === undefined || call.args.length > 1
        ? { ...list, whole: false }
        : { ...list, items: list.items.slice(from) };
    }
    case 'sort':
    case 'toSorted':
    case 'reverse':
    case 'toReversed':
    case 'values':
      return list;
    case 'join': {
      const separator = first === undefined ? { text: ',', exact: true } : textValue(first());
      return (
        separator &&
        joinTexts(
          list.items.map(({ value }) => value),
          separator.text,
        )
      );
    }
    case 'find':
      return findItem(call, list);
    case 'at':
      return first?.()?.kind === 'plain' ? list.items[0]?.value : undefined;
    default:
      return undefined;
  }
}

function callback({ args }: Call): FunctionValue | undefined {
  const fn = args[0]?.();
  return fn?.kind === 'function' ? fn : undefined;
}

function mapItems(call: Call, list: ListValue): ListValue {
  const fn = callback(call);
  if (fn === undefined) return { ...list, items: [], whole: false };
  const items = list.items.map(
    (item, index): Item => ({
      value: callFunction(call.place.project, fn, [() => item.value, () => plain(index)]),
      conditions: item.conditions,
    }),
  );
  return { ...list, items };
}

/** Items that are lists give way to what they hold; an item that is not known may be one. */
function flatten(list: ListValue): ListValue {
  let { whole } = list;
  const items = list.items.flatMap((item): Item[] => {
    if (item.value === undefined) whole = false;
    if (item.value?.kind !== 'list' && item.value?.kind !== 'either') return item.value === undefined ? [] : [item];
    const spread = spreadItems(item.value);
    whole &&= spread.whole;
    return spread.items.map(({ value, conditions }) => ({ value, conditions: [...item.conditions, ...conditions] }));
  });
  return { kind: 'list', items: items.slice(0, maxItems), whole };
}

/** What cannot be decided stays, under the condition as it is written. */
function filterItems(call: Call, list: ListValue): ListValue {
  const fn = callback(call);
  const body = fn && childAt(fn.node, 'body');
  const text = body && body.type !== 'statement_block' ? conditionText(body) : [];
  const items = list.items.flatMap((item): Item[] => {
    const holds = fn ? truth(callFunction(call.place.project, fn, [() => item.value])) : truth(item.value);
    if (holds === false) return [];
    return [holds === true ? item : { value: item.value, conditions: [...item.conditions, ...text] }];
  });
  return { ...list, items };
}

function findItem(call: Call, list: ListValue): Value | undefined {
  const fn = callback(call);
  if (fn === undefined) return undefined;
  const possible: Item[] = [];
  for (const item of list.items) {
    const holds = truth(callFunction(call.place.project, fn, [() => item.value]));
    if (holds === true && possible.length === 0) return item.value;
    if (holds !== false) possible.push(item);
  }
  return either(possible);
}
