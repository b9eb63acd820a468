/**
 * A tool as a server lists it, kept verbatim (MCP 2026-07-28, `tools/list`). Reading is lenient: a field of the wrong type is
 * the server's fault and is recorded as a conformance finding, and never costs the tool its place in the list.
 */
import { z } from 'zod';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };
export const Json: z.ZodType<Json> = z.json();

/** What a well-formed definition holds. Unknown fields are kept. */
export const ToolDefinition = z.looseObject({
  name: z.string(),
  title: z.string().optional(),
  description: z.string().optional(),
  inputSchema: z.unknown().optional(),
  outputSchema: z.unknown().optional(),
  annotations: z.unknown().optional(),
});
export type ToolDefinition = z.infer<typeof ToolDefinition>;

/** The four behaviour hints of the specification. Absent, false and true are three different statements. */
export const hints = ['readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint'] as const;
export const Hint = z.enum(hints);
export type Hint = z.infer<typeof Hint>;

/** The fields that the rest of the project reads, each taken only where it has the type it should have. */
export interface ReadableTool {
  name: string;
  title: string | undefined;
  description: string | undefined;
  inputSchema: JsonObject | undefined;
  annotations: JsonObject | undefined;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Reads a definition as it came, whatever its shape. A tool without a usable name is called `(unnamed)`. */
export function readTool(definition: unknown): ReadableTool {
  const tool = isJsonObject(definition) ? definition : {};
  return {
    name: text(tool.name) || '(unnamed)',
    title: text(tool.title),
    description: text(tool.description),
    inputSchema: isJsonObject(tool.inputSchema) ? tool.inputSchema : undefined,
    annotations: isJsonObject(tool.annotations) ? tool.annotations : undefined,
  };
}
