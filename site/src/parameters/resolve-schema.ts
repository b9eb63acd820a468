/** Reads one JSON Schema node of a stranger's tool: follows local references and alternatives, a bounded number of steps. */
import { resolvePointer } from '../../../schema/json-pointer.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../schema/tool-definition.ts';

const maxHops = 8;
const maxAlternatives = 12;

/** The node itself, or what its `$ref` leads to inside the same schema; what stands beside the reference wins over it. */
export function followReference(node: JsonObject, root: JsonObject): JsonObject {
  let current = node;
  for (let hop = 0; hop < maxHops && typeof current.$ref === 'string' && current.$ref.startsWith('#'); hop++) {
    const target = resolvePointer(root, decodeFragment(current.$ref.slice(1)));
    if (!isJsonObject(target)) break;
    const { $ref: _, ...beside } = current;
    current = { ...target, ...beside };
  }
  return current;
}

/** The alternatives of `anyOf`, `oneOf` and a lone `allOf`, references followed; the node alone where it has none. */
export function alternativesOf(node: JsonObject, root: JsonObject, depth = 0): JsonObject[] {
  const followed = followReference(node, root);
  const list = [followed.anyOf, followed.oneOf].find((candidate) => Array.isArray(candidate) && candidate.length > 0);
  if (Array.isArray(list) && depth < 3) {
    return list
      .slice(0, maxAlternatives)
      .filter(isJsonObject)
      .flatMap((alternative) => alternativesOf(alternative, root, depth + 1))
      .slice(0, maxAlternatives);
  }
  return [Array.isArray(followed.allOf) ? mergeParts(followed, followed.allOf, root) : followed];
}

/** `allOf` as one node: the properties and required names of every part, and of the node itself, together. */
function mergeParts(node: JsonObject, allOf: Json[], root: JsonObject): JsonObject {
  const { allOf: _, ...beside } = node;
  const parts = allOf.slice(0, maxAlternatives).filter(isJsonObject);
  const nodes = [...parts.map((part) => followReference(part, root)), beside];
  const properties = nodes.flatMap((part) => (isJsonObject(part.properties) ? Object.entries(part.properties) : []));
  const required = nodes.flatMap((part) => (Array.isArray(part.required) ? part.required : []));
  return {
    // Entries and not Object.assign, which would take a property called `__proto__` for an order to change the prototype.
    ...Object.fromEntries(nodes.flatMap((part) => Object.entries(part))),
    ...(properties.length > 0 ? { properties: Object.fromEntries(properties) } : {}),
    ...(required.length > 0 ? { required } : {}),
  };
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
