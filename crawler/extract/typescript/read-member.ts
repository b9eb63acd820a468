/** `value.name`, where the value says what it is. Values that need the source (modules, classes) are read in `evaluate-member.ts`. */
import { either, optionsOf, plain, type Value } from './value.ts';

export function readMember(value: Value | undefined, name: string): Value | undefined {
  if (value?.kind === 'either') {
    return either(
      optionsOf(value).map((option) => ({ value: readMember(option.value, name), conditions: option.conditions })),
    );
  }
  switch (value?.kind) {
    case 'object': {
      const found = value.members.get(name);
      if (found) return found.get();
      return value.whole ? { kind: 'absent' } : undefined;
    }
    case 'list':
      if (name === 'length') return value.whole ? plain(value.items.length) : undefined;
      return /^\d+$/.test(name) ? value.items[Number(name)]?.value : undefined;
    case 'external':
      return { kind: 'external', path: `${value.path}.${name}`.slice(0, 300) };
    case 'plain':
      return typeof value.value === 'string' && name === 'length' ? plain(value.value.length) : undefined;
    default:
      return undefined;
  }
}
