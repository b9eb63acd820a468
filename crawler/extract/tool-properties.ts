/** The parameters of a tool as its handler's words are held against them. */
import type { Json } from '../../schema/tool-definition.ts';

export interface ToolProperty {
  name: string;
  /** What it may be; undefined where that is open. */
  values: readonly string[] | undefined;
}

/** By the name without case and marks: `dryRun`, `dry_run` and `DryRun` are one. */
export type ToolProperties = ReadonlyMap<string, ToolProperty>;

const maxProperties = 200;

export function readToolProperties(inputSchema: Json | undefined): ToolProperties {
  const found = new Map<string, ToolProperty>();
  const { properties } = asObject(inputSchema);
  for (const [name, schema] of Object.entries(asObject(properties)).slice(0, maxProperties))
    found.set(plainWord(name), { name, values: readValues(schema) });
  return found;
}

export function plainWord(word: string): string {
  return word.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function readValues(schema: Json): string[] | undefined {
  const { enum: values, const: only } = asObject(schema);
  if (typeof only === 'string') return [only];
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : undefined;
}

function asObject(value: Json | undefined): { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
