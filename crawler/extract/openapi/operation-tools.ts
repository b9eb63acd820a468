/** Tools that a server makes of the operations of an OpenAPI document when it starts (OpenAPI 3.1, section 4.8.10). */
import { isJsonObject, type Json, type JsonObject } from '../../../schema/tool-definition.ts';
import type { ExtractedTool } from '../language.ts';
import type { OpenApiDocument } from './document.ts';
import { readArguments } from './schema.ts';

const methods: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options']);
const maxTools = 3000;
const maxName = 64;
const toolName = /^[A-Za-z0-9_.:/-]{1,128}$/;

/** Whether the scripts of a server take operations by their ids. */
export function makesToolsOfOperations(texts: Iterable<string>): boolean {
  return [...texts].some((text) => /\.operationId\b/.test(text));
}

/** `prefix`: what the server puts before each id; undefined where its source does not say. */
export function readOperationTools(document: OpenApiDocument, prefix: string | undefined): ExtractedTool[] {
  const { root, path } = document;
  const places = findPlaces(document.text);
  const tools = new Map<string, ExtractedTool>();
  for (const [address, item] of Object.entries(isJsonObject(root.paths) ? root.paths : {})) {
    for (const [method, operation] of Object.entries(isJsonObject(item) ? item : {})) {
      if (!methods.has(method) || !isJsonObject(operation) || typeof operation.operationId !== 'string') continue;
      const place = places.get(operation.operationId);
      const name = `${prefix ?? ''}${operation.operationId}`.slice(0, maxName);
      if (place === undefined || !toolName.test(name) || tools.has(name)) continue;
      const shared: Json | undefined = isJsonObject(item) ? item.parameters : undefined;
      tools.set(name, {
        definition: define(
          name,
          operation,
          readArguments(root, shared, operation),
          `${method.toUpperCase()} ${address}`,
        ),
        file: path,
        line: place.line,
        conditions: [],
        conformance: [
          { id: 'computed-name', pointer: '/name', message: madeOf(prefix) },
          {
            id: 'computed-description',
            pointer: '/description',
            message: 'The server may add to what the document says.',
          },
        ],
        handler: [{ kind: 'http', verb: method.toUpperCase(), quote: place.quote, file: path, line: place.line }],
      });
      if (tools.size >= maxTools) return [...tools.values()];
    }
  }
  return [...tools.values()];
}

function madeOf(prefix: string | undefined): string {
  const how = prefix === undefined ? 'by its id' : 'by what the source puts before its id';
  return `The tool is made of an operation of an OpenAPI document when the server starts and is named here ${how}.`;
}

function define(name: string, operation: JsonObject, inputSchema: JsonObject, address: string): JsonObject {
  const { summary, description } = operation;
  const words = [summary, description].find((text) => typeof text === 'string' && text.trim() !== '');
  return { name, description: words ?? address.slice(0, 300), inputSchema };
}

/** The lines where ids are written, and how; the first of several that are alike. */
function findPlaces(text: string): Map<string, { line: number; quote: string }> {
  const places = new Map<string, { line: number; quote: string }>();
  let line = 1;
  let from = 0;
  for (const match of text.matchAll(/"operationId"\s*:\s*"([\w.:/ -]{1,200})"/g)) {
    for (let at = text.indexOf('\n', from); at >= 0 && at < match.index; at = text.indexOf('\n', at + 1)) {
      line++;
      from = at + 1;
    }
    if (match[1] !== undefined && !places.has(match[1])) places.set(match[1], { line, quote: match[0] });
  }
  return places;
}

const group = /([\w$]{1,40})\s*=\s*["']([\w-]{1,40})["'](?=[\s\S]{0,300}?\[\1\]\s*:\s*\{\s*methods\s*:)/;

/** The name of the group that the common converter puts its operations into: `{ [api]: { methods: [] } }`, then `api-id`. */
export function findGroupPrefix(texts: Iterable<string>): string | undefined {
  for (const text of texts) {
    const at = text.search(/\]\s*:\s*\{\s*methods\s*:/);
    const found = at < 0 ? undefined : group.exec(text.slice(Math.max(0, at - 600), at + 40))?.[2];
    if (found !== undefined) return `${found}-`;
  }
  return undefined;
}
