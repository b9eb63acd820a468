/** Where a definition departs from the protocol's `Tool` (MCP 2026-07-28). A finding never costs a tool its place in the list. */
import type { ConformanceFinding } from '../../schema/snapshot.ts';
import { hints, isJsonObject, type Json, type JsonObject } from '../../schema/tool-definition.ts';

/** Characters of JSON. The largest of 1,376 published definitions has 41 kB. */
const largeDefinition = 100_000;
const namePattern = /^[A-Za-z0-9_.-]+$/;

/** `size` is the length of the definition's JSON text. */
export function checkConformance(definition: Json, size: number): ConformanceFinding[] {
  if (!isJsonObject(definition))
    return [finding('not-an-object', '', 'The list holds something that is not an object.')];
  return [
    ...checkName(definition),
    ...checkDescription(definition),
    ...checkInputSchema(definition),
    ...checkAnnotations(definition),
    ...(size > largeDefinition
      ? [finding('large-definition', '', `The definition has ${size.toLocaleString('en')} characters.`)]
      : []),
  ];
}

function checkName({ name }: JsonObject): ConformanceFinding[] {
  if (name === undefined) return [finding('name-missing', '', 'The tool has no name.')];
  if (typeof name !== 'string') return [finding('name-not-text', '/name', 'The name is not text.')];
  if (name === '') return [finding('name-empty', '/name', 'The name is empty.')];
  const found: ConformanceFinding[] = [];
  if (name.length > 128) {
    found.push(finding('name-too-long', '/name', 'The name is longer than the 128 characters the protocol allows.'));
  }
  if (!namePattern.test(name)) {
    found.push(
      finding('name-characters', '/name', 'The name holds other characters than letters, digits, _, . and -.'),
    );
  }
  return found;
}

function checkDescription({ description, title }: JsonObject): ConformanceFinding[] {
  const found: ConformanceFinding[] = [];
  if (description === undefined || description === '') {
    found.push(finding('description-missing', '', 'The tool has no description.'));
  } else if (typeof description !== 'string') {
    found.push(finding('description-not-text', '/description', 'The description is not text.'));
  }
  if (title !== undefined && typeof title !== 'string') {
    found.push(finding('title-not-text', '/title', 'The title is not text.'));
  }
  return found;
}

function checkInputSchema({ inputSchema }: JsonObject): ConformanceFinding[] {
  if (inputSchema === undefined) return [finding('input-schema-missing', '', 'The tool has no input schema.')];
  if (!isJsonObject(inputSchema)) {
    return [finding('input-schema-not-an-object', '/inputSchema', 'The input schema is not an object.')];
  }
  if (inputSchema.type === 'object') return [];
  return [finding('input-schema-type', '/inputSchema', 'The input schema does not say that its type is "object".')];
}

function checkAnnotations({ annotations }: JsonObject): ConformanceFinding[] {
  if (annotations === undefined) return [];
  if (!isJsonObject(annotations)) {
    return [finding('annotations-not-an-object', '/annotations', 'The annotations are not an object.')];
  }
  return hints
    .filter((hint) => Object.hasOwn(annotations, hint) && typeof annotations[hint] !== 'boolean')
    .map((hint) => finding('annotation-not-boolean', `/annotations/${hint}`, `${hint} is neither true nor false.`));
}

function finding(id: string, pointer: string, message: string): ConformanceFinding {
  return { id, pointer, message };
}
