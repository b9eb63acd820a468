/** The parts of a definition that a verdict may rest on, and definitions with some of them left out. */
import type { LabelledTool } from '../../schema/labelled-tool.ts';
import { isJsonObject } from '../../schema/tool-definition.ts';

/** The name is always there. A title counts with the description: both are prose for a reader. */
export const definitionParts = ['description', 'schema', 'annotations', 'handler'] as const;
export type DefinitionPart = (typeof definitionParts)[number];

/** A list of `{ name, required, type }` as the JSON Schema that it stands for; anything else as it is. */
function readSchema(schema: unknown): unknown {
  if (!Array.isArray(schema)) return schema;
  const parameters = schema.filter((one: unknown) => isJsonObject(one));
  const named = parameters.flatMap(({ name, required, ...property }) =>
    typeof name === 'string' ? [{ name, isRequired: required === true, property }] : [],
  );
  return {
    type: 'object',
    // fromEntries makes own properties even of names such as __proto__
    properties: Object.fromEntries(named.map(({ name, property }) => [name, property])),
    required: named.filter(({ isRequired }) => isRequired).map(({ name }) => name),
  };
}

/** The row as a server would have listed the tool, with only the parts asked for and none of the labels. */
export function toDefinition(
  { tool, title, description, inputSchema, annotations }: LabelledTool,
  parts: ReadonlySet<DefinitionPart> = new Set(definitionParts),
): Record<string, unknown> {
  const given = {
    ...(parts.has('description') ? { title, description } : {}),
    ...(parts.has('schema') ? { inputSchema: readSchema(inputSchema) } : {}),
    ...(parts.has('annotations') ? { annotations } : {}),
  };
  return {
    name: tool,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined)),
  };
}

export interface Ablation {
  /** `name only`, `+ schema`, `all but the schema`. */
  title: string;
  parts: ReadonlySet<DefinitionPart>;
}

/** First one part after the other is added, in the order above; then each alone is taken away. `present` are the parts that any row has. */
export function listAblations(present: readonly DefinitionPart[]): Ablation[] {
  const growing = present.map((part, index) => ({ title: `+ ${part}`, parts: new Set(present.slice(0, index + 1)) }));
  const lacking = present.map((part) => ({
    title: `all but ${part}`,
    parts: new Set(present.filter((other) => other !== part)),
  }));
  // Without the last part it is the step before the last; with one part alone, the name.
  return [{ title: 'name only', parts: new Set() }, ...growing, ...lacking.slice(0, -1)];
}

export function findParts(rows: readonly LabelledTool[]): DefinitionPart[] {
  const has: Record<DefinitionPart, (row: LabelledTool) => boolean> = {
    description: ({ title, description }) => Boolean(title || description),
    schema: ({ inputSchema }) => inputSchema !== undefined,
    annotations: ({ annotations }) => annotations !== undefined,
    handler: ({ handler }) => (handler?.length ?? 0) > 0,
  };
  return definitionParts.filter((part) => rows.some(has[part]));
}
