import type { JsonObject } from '../../schema/tool-definition.ts';

/**
 * Whether all four hints stand at the specification's defaults (MCP 2025-03-26, ToolAnnotations): some libraries fill them in for every
 * tool, so that nobody has stated anything.
 */
export function isLibraryDefault(annotations: JsonObject): boolean {
  return (
    annotations.readOnlyHint === false &&
    annotations.destructiveHint === true &&
    annotations.idempotentHint === false &&
    annotations.openWorldHint === true
  );
}
