/** Reads labelled tools for training, and keeps out what must not be learnt from. */
import { readFileSync } from 'node:fs';
import { LabelledTool } from '../../schema/labelled-tool.ts';
import { isJsonObject } from '../../schema/tool-definition.ts';
import { toDefinition } from '../evaluation/definition-parts.ts';
import { identifyDefinition } from '../identify-definition.ts';
import { familyOf } from './family.ts';

/** How sure the labeller was: high, medium, low. */
type Trust = 'h' | 'm' | 'l';

export interface TrainingRow {
  label: LabelledTool;
  trust: Trust;
  server: string;
  definition: Record<string, unknown>;
}

const literals: readonly unknown[] = ['True', 'False', 'None', 'Optional'];

/**
 * A list of `{ name, required, type }` was read from prose, and words of the prose stand among the names: an optional “parameter”
 * that is the tool's name, a literal, or a word of the description's opening is taken for one of those.
 */
function dropProse(
  schema: LabelledTool['inputSchema'],
  tool: string,
  description: string,
): LabelledTool['inputSchema'] {
  if (!Array.isArray(schema)) return schema;
  const prose = new Set<unknown>(description.slice(0, 300).split(/[^\p{L}\p{N}_]+/u));
  return schema.filter((item: unknown) => {
    if (!isJsonObject(item)) return false;
    return item.required === true || !(item.name === tool || prose.has(item.name) || literals.includes(item.name));
  });
}

function readRow(line: string): TrainingRow {
  const raw: unknown = JSON.parse(line);
  const label = LabelledTool.parse(raw);
  const trust = isJsonObject(raw) ? raw.confidence : undefined;
  const inputSchema = dropProse(label.inputSchema, label.tool, label.description ?? '');
  return {
    label,
    trust: trust === 'm' || trust === 'l' ? trust : 'h',
    server: label.server ?? label.family,
    definition: toDefinition({ ...label, inputSchema }),
  };
}

export function readRows(file: string): TrainingRow[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(readRow);
}

/** The same tool under another server's name, whatever its schema's spelling. */
function describeTool({ label }: TrainingRow): string {
  return identifyDefinition({ name: label.tool, description: label.description ?? '' });
}

/** The rows of servers and families that `held` has none of, without the tools that stand there too. */
export function leaveOut(rows: readonly TrainingRow[], held: readonly TrainingRow[], keepOut: RegExp): TrainingRow[] {
  const families = new Set(held.flatMap(({ server, label }) => [familyOf(server), familyOf(label.family)]));
  const tools = new Set(held.map(describeTool));
  return rows.filter(
    (row) => !families.has(familyOf(row.server)) && !keepOut.test(row.server) && !tools.has(describeTool(row)),
  );
}
