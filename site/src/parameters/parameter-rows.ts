/** The parameters table of a tool page: every declared parameter, and the fields of an object one level down. */
import { isJsonObject, type Json, type JsonObject } from '../../../schema/tool-definition.ts';
import { shown, shownLine } from '../words/shown.ts';
import { alternativesOf } from './resolve-schema.ts';
import { describeBounds } from './schema-bounds.ts';
import { typeName } from './type-name.ts';

export interface ParameterRow {
  name: string;
  /** The parameter this one is a field of. */
  parent: string | undefined;
  type: string;
  required: boolean;
  /** As JSON, one line. */
  default: string | undefined;
  values: string[];
  /** How many allowed values there are beyond those listed. */
  moreValues: number;
  bounds: string[];
  description: string;
}

export interface ParameterTable {
  rows: ParameterRow[];
  /** Parameters declared beyond those listed. */
  more: number;
  /** Whether arguments that are not declared are taken as well. */
  takesOthers: boolean;
}

const maxRows = 400;
const maxValues = 60;

export function parameterTable(inputSchema: JsonObject | undefined): ParameterTable {
  if (!inputSchema) return { rows: [], more: 0, takesOthers: false };
  const rows: ParameterRow[] = [];
  let more = 0;
  for (const branch of alternativesOf(inputSchema, inputSchema)) {
    for (const row of objectRows(branch, inputSchema, undefined)) {
      if (rows.some((known) => known.name === row.name && known.parent === row.parent)) continue;
      if (rows.length < maxRows) rows.push(row);
      else more++;
    }
  }
  return { rows, more, takesOthers: inputSchema.additionalProperties === true };
}

function objectRows(node: JsonObject, root: JsonObject, parent: string | undefined): ParameterRow[] {
  const properties = isJsonObject(node.properties) ? node.properties : {};
  const required = new Set(Array.isArray(node.required) ? node.required : []);
  return Object.keys(properties).flatMap((name) => {
    const value = properties[name];
    const property = isJsonObject(value) ? value : {};
    const row = parameterRow(name, parent, property, root, required.has(name));
    return parent === undefined ? [row, ...fieldRows(name, property, root)] : [row];
  });
}

/** Fields of an object, or of the objects in a list. */
function fieldRows(name: string, property: JsonObject, root: JsonObject): ParameterRow[] {
  return alternativesOf(property, root).flatMap((alternative) => {
    if (isJsonObject(alternative.properties)) return objectRows(alternative, root, name);
    if (!isJsonObject(alternative.items)) return [];
    return alternativesOf(alternative.items, root).flatMap((item) => objectRows(item, root, `${name}[]`));
  });
}

function parameterRow(
  name: string,
  parent: string | undefined,
  property: JsonObject,
  root: JsonObject,
  required: boolean,
): ParameterRow {
  const alternatives = alternativesOf(property, root);
  const values = alternatives.flatMap(allowedValues);
  const described = [property, ...alternatives]
    .map((node) => node.description)
    .find((text) => typeof text === 'string');
  const fallback = [property, ...alternatives].find((node) => Object.hasOwn(node, 'default'));
  return {
    name: shown(name),
    parent: parent === undefined ? undefined : shown(parent),
    type: typeName(alternatives, root),
    required,
    default: fallback === undefined ? undefined : shownLine(JSON.stringify(fallback.default) ?? '', 200),
    values: values.slice(0, maxValues).map((value) => shownLine(showValue(value), 120)),
    moreValues: Math.max(0, values.length - maxValues),
    bounds: [...new Set(alternatives.flatMap(describeBounds))].map((bound) => shownLine(bound, 160)),
    description: typeof described === 'string' ? shown(described) : '',
  };
}

function allowedValues(node: JsonObject): Json[] {
  const own = Array.isArray(node.enum) ? node.enum : Object.hasOwn(node, 'const') ? [node.const ?? null] : [];
  const items = isJsonObject(node.items) && Array.isArray(node.items.enum) ? node.items.enum : [];
  return [...own, ...items];
}

function showValue(value: Json): string {
  return typeof value === 'string' && value.trim() !== '' ? value : (JSON.stringify(value) ?? '');
}
