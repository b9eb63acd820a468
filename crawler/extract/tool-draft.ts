/** A tool as a reader found it, before its definition is put together; the same for every language. */

import { toPointer } from '../../schema/json-pointer.ts';
import type { ConformanceFinding } from '../../schema/snapshot.ts';
import type { Json, JsonObject } from '../../schema/tool-definition.ts';
import { hole, type Known, type KnownText, toObject } from './known-value.ts';

export interface ToolDraft {
  name: KnownText | undefined;
  title?: KnownText | undefined;
  /** `computed` where something is given that could not be read. */
  description?: KnownText | 'computed' | undefined;
  /** Undefined where it could not be read at all. */
  input: InputDraft | undefined;
  annotations?: Known | undefined;
}

export interface InputDraft {
  schema: JsonObject;
  /** False where the source makes parts of it when the server starts. */
  exact: boolean;
  /** Types that stand open in it, because they are not in the source. */
  unread: readonly string[];
}

export interface Parameter {
  name: string;
  schema: JsonObject;
  description?: string | undefined;
  required: boolean;
  default?: Json | undefined;
}

export const noParameters: InputDraft = { schema: { type: 'object', properties: {} }, exact: true, unread: [] };

export function objectSchema(parameters: readonly Parameter[]): JsonObject {
  const required = parameters.filter((parameter) => parameter.required).map((parameter) => parameter.name);
  return {
    type: 'object',
    properties: toObject(parameters.map((parameter) => [parameter.name, parameterSchema(parameter)])),
    ...(required.length > 0 ? { required } : {}),
  };
}

function parameterSchema({ schema, description, default: value }: Parameter): JsonObject {
  return {
    ...schema,
    ...(description === undefined || description.trim() === '' ? {} : { description }),
    ...(value === undefined ? {} : { default: value }),
  };
}

/** Undefined where the name cannot be read. */
export function finishTool(
  draft: ToolDraft,
): { definition: JsonObject; conformance: ConformanceFinding[] } | undefined {
  const conformance: ConformanceFinding[] = [];
  const name = readName(draft.name, conformance);
  if (name === undefined) return undefined;
  const description = readDescription(draft.description, conformance);
  const annotations = readAnnotations(draft.annotations, conformance);
  const definition: JsonObject = {
    name,
    ...(draft.title === undefined ? {} : { title: draft.title.text }),
    ...(description === undefined ? {} : { description }),
    inputSchema: draft.input?.schema ?? { type: 'object' },
    ...(annotations === undefined ? {} : { annotations }),
  };
  conformance.push(...checkInput(draft.input));
  return { definition, conformance };
}

/** A name whose beginning alone is unknown is a prefix that is empty by default, more often than not. */
function readName(name: KnownText | undefined, conformance: ConformanceFinding[]): string | undefined {
  if (name === undefined) return undefined;
  const bare = name.text.startsWith(hole) ? name.text.slice(hole.length) : name.text;
  if (bare.includes(hole) || bare.trim() === '' || bare.length > 200) return undefined;
  if (bare !== name.text) {
    const message = 'The name begins with a prefix that is set when the server starts; it is left out here.';
    conformance.push({ id: 'unknown-prefix', pointer: '/name', message });
  } else if (!name.exact) {
    const message = 'The name can be set otherwise when the server starts; this is the default in the source.';
    conformance.push({ id: 'computed-name', pointer: '/name', message });
  }
  return bare;
}

function readDescription(description: ToolDraft['description'], conformance: ConformanceFinding[]): string | undefined {
  if (description === undefined || (description !== 'computed' && description.exact)) {
    return description?.text.trim() === '' ? undefined : description?.text;
  }
  const message =
    description === 'computed'
      ? 'The description is computed when the server starts and could not be read.'
      : `The description is computed when the server starts; what the source does not say is marked ${hole}.`;
  conformance.push({ id: 'computed-description', pointer: '/description', message });
  return description === 'computed' ? undefined : description.text;
}

function readAnnotations(found: Known | undefined, conformance: ConformanceFinding[]): JsonObject | undefined {
  if (found === undefined) return undefined;
  if (!found.exact) {
    const message = 'Annotations are computed when the server starts; what could not be read is left out.';
    conformance.push({ id: 'computed-annotations', pointer: '/annotations', message });
  }
  const { value } = found;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.keys(value).length === 0 ? undefined : value;
}

function checkInput(input: InputDraft | undefined): ConformanceFinding[] {
  const pointer = '/inputSchema';
  if (input === undefined) {
    const message = 'The input schema is computed when the server starts and could not be read.';
    return [{ id: 'unread-schema', pointer, message }];
  }
  const open = [...new Set(input.unread)].slice(0, 5).join(', ');
  const computed = `Parts of the input schema are computed when the server starts; they are missing here or marked ${hole}.`;
  const unread = `These types could not be read from the source; the schema allows anything in their place: ${open}.`;
  return [
    ...(input.exact ? [] : [{ id: 'computed-schema', pointer, message: computed }]),
    ...(open === '' ? [] : [{ id: 'unread-type', pointer: pointer + toPointer(['properties']), message: unread }]),
  ];
}
