/** Calls: functions of the source are followed, well-known methods are worked out, anything else passes through what it was given. */
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { callFunction, type Given } from './call-function.ts';
import { evaluate, type Place } from './evaluate.ts';
import { makeInstance } from './evaluate-class.ts';
import { spreadItems } from './evaluate-literal.ts';
import { memberOf } from './evaluate-member.ts';
import { importedValue } from './evaluate-name.ts';
import { requiredAddress } from './exports.ts';
import { callGlobal } from './methods/global-functions.ts';
import { callListMethod } from './methods/list-methods.ts';
import { callMapMethod } from './methods/map-methods.ts';
import { callTextMethod } from './methods/text-methods.ts';
import { evaluateSchemaCall } from './schema/schema-call.ts';
import { either, isArguments, makeList, makeObject, optionsOf, type Value } from './value.ts';

export interface Call {
  place: Place;
  node: SyntaxNode;
  args: readonly Given[];
}

export function evaluateCall(place: Place, node: SyntaxNode): Value | undefined {
  const address = requiredAddress(node);
  if (address !== undefined) return importedValue(place.project, place.module, address, '*');
  const callee = skipParentheses(childAt(node, 'function'));
  if (callee === undefined) return undefined;
  const call: Call = { place, node, args: evaluateArguments(place, node) };
  if (callee.type === 'member_expression') return callMethod(call, callee);
  const fn = evaluate(place, callee);
  if (fn?.kind === 'external')
    return evaluateSchemaCall(call, callee, fn) ?? madeBy(call, fn.path) ?? passThrough(call);
  if (fn?.kind !== 'function') return passThrough(call);
  return writtenSchema(call, callee) ?? callFunction(place.project, fn, call.args) ?? passThrough(call);
}

/** A project's own `toJsonSchema(schema)` says in its name what it gives; its body walks through the insides of a library. */
function writtenSchema({ args }: Call, callee: SyntaxNode): Value | undefined {
  if (!/(to|as)_?json_?schema\w{0,10}$/i.test(textOf(callee).slice(-60))) return undefined;
  const value = args[0]?.();
  return value?.kind === 'schema' ? value : undefined;
}

/** `(0, module_1.name)(…)`, as compilers write it. */
function skipParentheses(node: SyntaxNode | undefined): SyntaxNode | undefined {
  let at = node;
  while (at?.type === 'parenthesized_expression' || at?.type === 'sequence_expression') at = at.children.at(-1);
  return at;
}

function callMethod(call: Call, callee: SyntaxNode): Value | undefined {
  const { place } = call;
  const property = childAt(callee, 'property');
  const object = childAt(callee, 'object');
  if (property === undefined || object === undefined) return undefined;
  const name = textOf(property);
  const known = callGlobal(call, textOf(object).slice(0, 40), name);
  if (known) return known;
  const receiver = evaluate(place, object);
  const next = name === 'then' ? call.args[0]?.() : undefined;
  if (next?.kind === 'function') return callFunction(place.project, next, [() => receiver]);
  if (name === 'catch' || name === 'finally') return receiver;
  const schema = evaluateSchemaCall(call, callee, receiver);
  if (schema) return schema;
  const made = receiver?.kind === 'external' ? madeBy(call, `${receiver.path}.${name}`) : undefined;
  if (made) return made;
  const found = optionsOf(receiver).map(({ value, conditions }) => ({ value: callOn(call, value, name), conditions }));
  return either(found) ?? (receiver === undefined || receiver.kind === 'external' ? passThrough(call) : undefined);
}

function callOn(call: Call, receiver: Value | undefined, name: string): Value | undefined {
  switch (receiver?.kind) {
    case 'list':
      return callListMethod(call, receiver, name);
    case 'plain':
      return callTextMethod(call, receiver, name);
    default: {
      const fn = memberOf(call.place.project, receiver, name);
      if (fn?.kind === 'function') return callFunction(call.place.project, fn, call.args) ?? passThrough(call);
      return receiver?.kind === 'object' ? callMapMethod(call, receiver, name) : undefined;
    }
  }
}

/** What a package's function gives, where clients are traced; the arguments of a tool stay what they are. */
function madeBy({ place, args }: Call, path: string): Value | undefined {
  if (!place.project.tracesClients) return undefined;
  if (isArguments(path))
    return { kind: 'external', path: path.replace(/\.(trim|toLowerCase|toUpperCase|toString)$/, '') };
  const [first] = args;
  const given = /(^|\.)(promisify|bind|wrap\w*|__import\w+|interop\w+|parse|safeParse|parseAsync)$/i.test(path)
    ? first?.()
    : undefined;
  return given ?? { kind: 'external', path: `${path}()`.slice(-300) };
}

export function evaluateArguments(place: Place, call: SyntaxNode): Given[] {
  return (childAt(call, 'arguments')?.children ?? []).flatMap((child): Given[] => {
    if (child.type !== 'spread_element') return [once(() => evaluate(place, child))];
    return spreadItems(evaluate(place, child.children[0])).items.map(
      ({ value }) =>
        () =>
          value,
    );
  });
}

function once(read: Given): Given {
  let known: { value: Value | undefined } | undefined;
  return () => {
    known ??= { value: read() };
    return known.value;
  };
}

/**
 * What a function that is not in the source most often gives back: the tool, schema or handler that it was given,
 * with something added or wrapped around it.
 */
function passThrough({ args }: Call): Value | undefined {
  for (const arg of args.slice(0, 3)) {
    const value = arg();
    if (value?.kind === 'object') return { ...value, whole: false };
    if (value?.kind === 'schema' || value?.kind === 'function' || value?.kind === 'module' || value?.kind === 'list')
      return value;
    if (value?.kind === 'external' && isArguments(value.path)) return value;
  }
  return undefined;
}

/** `new C(…)`; `new Map([…])` is an object by its keys, `new Set([…])` a list. */
export function evaluateNew(place: Place, node: SyntaxNode): Value | undefined {
  const maker = childAt(node, 'constructor');
  const name = maker ? textOf(maker).slice(0, 60) : '';
  const args = evaluateArguments(place, node);
  const first = args[0]?.();
  if (name === 'Set') return first?.kind === 'list' ? first : makeList([], first === undefined);
  if (name === 'Map') return mapOf(first);
  const made = evaluate(place, maker);
  if (made?.kind === 'class') return makeInstance(place.project, made, args);
  if (made?.kind === 'external' && place.project.tracesClients)
    return { kind: 'external', path: `${made.path}()`.slice(-300) };
  return first?.kind === 'object' ? { ...first, whole: false } : undefined;
}

export function mapOf(entries: Value | undefined): Value {
  const list = entries?.kind === 'list' ? entries : undefined;
  const pairs = (list?.items ?? []).flatMap(({ value }): [string, Value | undefined][] => {
    const [key, held] = value?.kind === 'list' ? value.items : [];
    return key?.value?.kind === 'plain' ? [[String(key.value.value), held?.value]] : [];
  });
  return makeObject(
    pairs,
    list === undefined ? entries === undefined : list.whole && pairs.length === list.items.length,
  );
}
