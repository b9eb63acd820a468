/** Schemas made with Zod (3 and 4) and TypeBox, as the JSON Schema that a server would list for them. */
import { childAt, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import type { Call } from '../evaluate-call.ts';
import { isFunction } from '../scope.ts';
import { makeObject, type SchemaValue, toJson, type Value } from '../value.ts';
import { constructors } from './constructors.ts';
import { methods } from './methods.ts';
import { typeboxConstructors } from './typebox.ts';

/** Undefined for a call that makes no schema. `receiver` is what stands before the last word, or the function itself. */
export function evaluateSchemaCall(call: Call, callee: SyntaxNode, receiver: Value | undefined): Value | undefined {
  const property = childAt(callee, 'property');
  if (property === undefined) return importedConstructor(call, receiver);
  const name = textOf(property);
  if (receiver?.kind === 'schema') return callSchemaMethod(call, receiver, name);
  const object = childAt(callee, 'object');
  if (object === undefined || !mayBeLibrary(object, receiver)) return undefined;
  // `z.map` takes schemas, the `map` of anything else a function.
  const [first] = childAt(call.node, 'arguments')?.children ?? [];
  if (name === 'map' && first !== undefined && isFunction(first)) return undefined;
  const make = Object.hasOwn(constructors, name) ? constructors[name] : undefined;
  if (make) return make(call);
  const typebox = /^(Type|t|T)$/.test(textOf(object).slice(0, 10)) && Object.hasOwn(typeboxConstructors, name);
  return typebox ? typeboxConstructors[name]?.(call) : undefined;
}

/** `import { object, string } from "zod"` */
function importedConstructor(call: Call, fn: Value | undefined): Value | undefined {
  const name = fn?.kind === 'external' ? /^zod(?:\/[\w-]+)?\.(?:z\.)?(\w+)$/.exec(fn.path)?.[1] : undefined;
  return name !== undefined && Object.hasOwn(constructors, name) ? constructors[name]?.(call) : undefined;
}

/** `z`, `zod_1.z`, `z.coerce`, `z.iso`; in a bundle the name that the bundler gave the library. */
function mayBeLibrary(object: SyntaxNode, value: Value | undefined): boolean {
  if (value?.kind === 'either') return value.options.every((option) => mayBeLibrary(object, option.value));
  if (value?.kind === 'list' || value?.kind === 'plain' || value?.kind === 'function') return false;
  if (object.end - object.start > 60) return false;
  if (value?.kind === 'object' && value.of !== undefined) return false;
  return /^[\w$]+(\.[\w$]+){0,2}$/.test(textOf(object)) && textOf(object) !== 'this';
}

/** Whatever a schema is put through stays a schema: an unknown method changes nothing that can be seen. */
function callSchemaMethod(call: Call, schema: SchemaValue, name: string): Value | undefined {
  if (/^(parse|parseAsync)$/.test(name)) return call.args[0]?.();
  if (/^(safeParse|safeParseAsync|spa)$/.test(name)) return makeObject([['data', call.args[0]?.()]], false);
  if (/^(isOptional|isNullable)$/.test(name)) return undefined;
  if (/^(register|check)$/.test(name)) return schema;
  const apply = Object.hasOwn(methods, name) ? methods[name] : undefined;
  return apply ? apply(schema, call) : schema;
}

/** A JSON Schema that is written out where a schema is wanted. */
export function asSchema(value: Value | undefined): SchemaValue | undefined {
  if (value?.kind === 'schema') return value;
  if (value?.kind === 'either')
    return value.options.map((option) => asSchema(option.value)).find((found) => found !== undefined);
  if (value?.kind !== 'object') return undefined;
  const read = toJson(value);
  const isSchema = ['type', '$ref', 'anyOf', 'oneOf', 'allOf', 'enum', 'const', 'properties'].some((key) =>
    value.members.has(key),
  );
  if (!isSchema || typeof read?.value !== 'object' || read.value === null || Array.isArray(read.value))
    return undefined;
  return { kind: 'schema', schema: read.value, optional: false, exact: read.exact };
}
