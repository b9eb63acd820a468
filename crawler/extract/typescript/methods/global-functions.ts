/** `Object.values`, `Array.from` and their like. */
import type { Call } from '../evaluate-call.ts';
import { mapOf } from '../evaluate-call.ts';
import { spreadMembers } from '../evaluate-literal.ts';
import { exportedNames, exportedValue } from '../evaluate-name.ts';
import type { Project } from '../project.ts';
import {
  type ListValue,
  type Member,
  makeList,
  type ObjectValue,
  optionsOf,
  plain,
  toJson,
  type Value,
} from '../value.ts';
import { callListMethod } from './list-methods.ts';

export function callGlobal(call: Call, object: string, name: string): Value | undefined {
  const first = () => asRecord(call.place.project, call.args[0]?.());
  switch (`${object}.${name}`) {
    case 'Object.values':
      return eachOption(first(), (value) =>
        makeList(
          [...value.members.values()].map((member) => member.get()),
          value.whole,
        ),
      );
    case 'Object.keys':
      return eachOption(first(), (value) =>
        makeList(
          [...value.members.keys()].map((key) => plain(key)),
          value.whole,
        ),
      );
    case 'Object.entries':
      return eachOption(first(), entriesOf);
    case 'Object.fromEntries':
      return mapOf(call.args[0]?.());
    case 'Object.freeze':
    case 'Object.seal':
    case 'Promise.resolve':
    case 'structuredClone':
      return call.args[0]?.();
    case 'Promise.all':
      return call.args[0]?.();
    case 'Object.assign':
      return assign(call);
    case 'Array.from':
      return arrayFrom(call);
    case 'JSON.stringify':
      return stringify(call);
    default:
      return undefined;
  }
}

/** A file's exports as an object by their names. */
function asRecord(project: Project, value: Value | undefined): Value | undefined {
  if (value?.kind !== 'module') return value;
  const members = new Map<string, Member>();
  for (const name of exportedNames(project, value.module)) {
    members.set(name, { get: () => exportedValue(project, value.module, name) });
  }
  return { kind: 'object', members, whole: true, node: undefined };
}

function eachOption(value: Value | undefined, read: (object: ObjectValue) => ListValue): Value | undefined {
  const lists = optionsOf(value).flatMap((option): ListValue[] => {
    if (option.value?.kind === 'object') return [read(option.value)];
    if (option.value?.kind === 'list') return [option.value];
    return [];
  });
  const [only] = lists;
  if (lists.length <= 1) return only;
  return { kind: 'list', items: lists.flatMap(({ items }) => items), whole: lists.every(({ whole }) => whole) };
}

export function entriesOf(object: ObjectValue): ListValue {
  const pairs = [...object.members].map(([key, member]) => makeList([plain(key), member.get()]));
  return makeList(pairs, object.whole);
}

function assign(call: Call): Value {
  const members = new Map<string, Member>();
  const object: ObjectValue = { kind: 'object', members, whole: true, node: undefined };
  for (const arg of call.args) spreadMembers(arg(), members, object);
  return object;
}

function arrayFrom(call: Call): Value | undefined {
  const value = call.args[0]?.();
  const list = value?.kind === 'object' ? entriesOf(value) : value;
  if (list?.kind !== 'list') return undefined;
  return call.args.length > 1 ? callListMethod({ ...call, args: call.args.slice(1) }, list, 'map') : list;
}

function stringify(call: Call): Value | undefined {
  const read = toJson(call.args[0]?.());
  if (read === undefined) return undefined;
  const indent = toJson(call.args[2]?.())?.value;
  const space = typeof indent === 'number' || typeof indent === 'string' ? indent : undefined;
  return plain(JSON.stringify(read.value, null, space), read.exact);
}
