/** The type of a parameter in a few words: `string`, `list of string`, `string or integer`, `object`. */
import { isJsonObject, type JsonObject } from '../../../schema/tool-definition.ts';
import { joinWords } from '../words/counting.ts';
import { shownLine } from '../words/shown.ts';
import { alternativesOf } from './resolve-schema.ts';

export function typeName(alternatives: readonly JsonObject[], root: JsonObject): string {
  const names = [...new Set(alternatives.flatMap((node) => typesOf(node, root)))];
  // `null` beside a type says that the argument may be left empty, which the Required column says already.
  const telling = names.length > 1 ? names.filter((name) => name !== 'null') : names;
  return telling.length === 0 ? 'any' : joinWords(telling.slice(0, 6), 'or');
}

function typesOf(node: JsonObject, root: JsonObject): string[] {
  const declared = Array.isArray(node.type) ? node.type : node.type === undefined ? [impliedType(node)] : [node.type];
  return declared
    .filter((type) => typeof type === 'string')
    .map((type) => (type === 'array' ? listName(node, root) : shownLine(type, 40)));
}

function impliedType(node: JsonObject): string | undefined {
  if (isJsonObject(node.properties)) return 'object';
  if (node.items !== undefined) return 'array';
  const values = Array.isArray(node.enum) ? node.enum : Object.hasOwn(node, 'const') ? [node.const] : [];
  return values.length > 0 && values.every((value) => typeof value === 'string') ? 'string' : undefined;
}

function listName(node: JsonObject, root: JsonObject): string {
  if (!isJsonObject(node.items)) return 'list';
  const items = alternativesOf(node.items, root).flatMap((item) =>
    typeof item.type === 'string' ? [shownLine(item.type, 40)] : [],
  );
  const names = [...new Set(items)].filter((name) => name !== 'null');
  return names.length === 0 ? 'list' : `list of ${joinWords(names.slice(0, 4), 'or')}`;
}
