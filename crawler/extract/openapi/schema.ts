/** The arguments of an operation as one JSON Schema, with what it refers to put in its place. */
import { isJsonObject, type Json, type JsonObject } from '../../../schema/tool-definition.ts';

const maxDepth = 12;
/** Values of one operation's schema, all told. */
const maxValues = 4000;
const places: ReadonlySet<Json | undefined> = new Set(['path', 'query', 'body', 'formData']);

export function readArguments(root: JsonObject, shared: Json | undefined, operation: JsonObject): JsonObject {
  const budget = { left: maxValues };
  const properties: [string, Json][] = [];
  const required: string[] = [];
  const written = [...asList(shared), ...asList(operation.parameters)]
    .map((one) => resolveObject(root, one, budget))
    .filter((one) => one !== undefined);
  for (const { name, in: place, schema, description, required: isRequired, type, enum: values } of written) {
    if (typeof name !== 'string' || !places.has(place)) continue;
    const bare = { ...(type === undefined ? {} : { type }), ...(values === undefined ? {} : { enum: values }) };
    const inlined = isJsonObject(schema) ? (inline(root, schema, budget, 0) as JsonObject) : bare; // an object stays one
    properties.push([name, typeof description === 'string' ? { ...inlined, description } : inlined]);
    if (isRequired === true) required.push(name);
  }
  const body = readBody(root, operation, budget);
  properties.push(...Object.entries(isJsonObject(body?.properties) ? body.properties : {}));
  required.push(...asList(body?.required).filter((name) => typeof name === 'string'));
  const unique = [...new Set(required)];
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(unique.length > 0 ? { required: unique } : {}),
  };
}

interface Budget {
  left: number;
}

function readBody(root: JsonObject, { requestBody }: JsonObject, budget: Budget): JsonObject | undefined {
  const content = resolveObject(root, requestBody, budget)?.content;
  const media = isJsonObject(content) ? (content['application/json'] ?? Object.values(content)[0]) : undefined;
  const schema = isJsonObject(media) ? media.schema : undefined;
  const inlined = schema === undefined ? undefined : inline(root, schema, budget, 0);
  if (!isJsonObject(inlined)) return undefined;
  return isJsonObject(inlined.properties) ? inlined : { properties: { body: inlined } };
}

/** Where a reference leads, through others. */
function resolveObject(root: JsonObject, value: Json | undefined, budget: Budget): JsonObject | undefined {
  let at = value;
  for (let hop = 0; hop < maxDepth && isJsonObject(at); hop++) {
    if (typeof at.$ref !== 'string') return at;
    if (--budget.left <= 0) return undefined;
    at = lookUp(root, at.$ref);
  }
  return undefined;
}

function lookUp(root: JsonObject, reference: string): Json | undefined {
  if (!reference.startsWith('#/') || reference.length > 500) return undefined;
  let at: Json | undefined = root;
  for (const segment of reference.slice(2).split('/')) {
    const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    at = isJsonObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }
  return at;
}

/** What lies too deep, or refers to itself, may be anything. */
function inline(root: JsonObject, value: Json, budget: Budget, depth: number): Json {
  if (--budget.left <= 0 || depth > maxDepth) return {};
  if (Array.isArray(value)) return value.map((item) => inline(root, item, budget, depth + 1));
  if (!isJsonObject(value)) return value;
  if (typeof value.$ref === 'string') {
    const target = resolveObject(root, value, budget);
    return target === undefined ? {} : inline(root, target, budget, depth + 1);
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inline(root, item, budget, depth + 1)]));
}

function asList(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
