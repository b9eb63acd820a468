/** Puts the classifier to labelled tools. */
import { classifyTool } from '../index.ts';
import type { Judged, LabelledRow } from './labelled-row.ts';

/** The row as a server would have listed the tool. Fields that are null were not there. */
export function toDefinition({
  tool,
  title,
  description,
  inputSchema,
  annotations,
}: LabelledRow): Record<string, unknown> {
  const given = { title, description, inputSchema, annotations };
  return {
    name: tool,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined)),
  };
}

export function judgeRow(row: LabelledRow): Judged {
  const { category, risk, confidence } = classifyTool({
    id: row.tool,
    definition: toDefinition(row),
    server: { id: row.server, name: row.server },
  });
  return { row, answer: { category, risk, confidence } };
}
