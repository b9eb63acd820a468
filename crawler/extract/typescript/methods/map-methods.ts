import type { Call } from '../evaluate-call.ts';
import { makeList, type ObjectValue, plain, shownText, type Value } from '../value.ts';
import { entriesOf } from './global-functions.ts';

/** The methods of a `Map`, which is an object by its keys here. */
export function callMapMethod({ args }: Call, map: ObjectValue, name: string): Value | undefined {
  switch (name) {
    case 'values':
      return makeList(
        [...map.members.values()].map((member) => member.get()),
        map.whole,
      );
    case 'keys':
      return makeList(
        [...map.members.keys()].map((key) => plain(key)),
        map.whole,
      );
    case 'entries':
      return entriesOf(map);
    case 'get': {
      const key = shownText(args[0]?.());
      return key?.exact ? map.members.get(key.text)?.get() : undefined;
    }
    default:
      return undefined;
  }
}
