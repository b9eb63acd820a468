/** The OpenAPI document that a server makes its tools of, where it has one and no other. */
import { isJsonObject, type JsonObject } from '../../../schema/tool-definition.ts';

export interface OpenApiDocument {
  path: string;
  text: string;
  root: JsonObject;
}

/** Bytes of a document, and documents that are looked at. */
export const documentLimits = { bytes: 4_000_000, count: 6 } as const;

const named = /(^|[/._-])(openapi|open-api|swagger|oas|api|spec)([._-][^/]*)?\.json$/i;

/** Whether a file may be one, by its name. */
export function isDocumentPath(path: string): boolean {
  return named.test(path);
}

/** Undefined where there is none, or where there are several: which of them counts is not known then. */
export function readDocument(texts: ReadonlyMap<string, string>): OpenApiDocument | undefined {
  const found: OpenApiDocument[] = [];
  for (const [path, text] of texts) {
    // Packages hold copies: beside their source, and where it is built.
    if (found.some((one) => one.text === text)) continue;
    const root = parse(text);
    if (root !== undefined) found.push({ path, text, root });
  }
  return found.length === 1 ? found[0] : undefined;
}

function parse(text: string): JsonObject | undefined {
  if (!text.includes('"paths"')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const isDocument = isJsonObject(value) && (typeof value.openapi === 'string' || typeof value.swagger === 'string');
    return isDocument && isJsonObject(value.paths) ? value : undefined;
  } catch {
    return undefined;
  }
}
