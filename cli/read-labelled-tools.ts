/** Reads a file of labelled tools; what cannot be read is kept by its line. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { LabelledTool } from '../schema/labelled-tool.ts';
import { resolvePath } from './standpoint.ts';
import { UsageError } from './usage-error.ts';

export interface UnreadLine {
  /** Counted from 1. */
  line: number;
  error: string;
}

export interface LabelledTools {
  rows: LabelledTool[];
  unread: UnreadLine[];
}

/** @throws UsageError where there is no such file */
export async function readLabelledTools(typed: string): Promise<LabelledTools> {
  const file = resolvePath(typed);
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile() && !found?.isFIFO())
    throw new UsageError(`there is no file ${typed}; give a file of JSON lines, one labelled tool each`);
  const rows: LabelledTool[] = [];
  const unread: UnreadLine[] = [];
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() === '') continue;
    const row = readLine(text);
    if ('error' in row) unread.push({ line, error: row.error });
    else rows.push(row.tool);
  }
  return { rows, unread };
}

function readLine(text: string): { tool: LabelledTool } | { error: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { error: `not JSON: ${error instanceof Error ? error.message : 'unreadable'}` };
  }
  const result = LabelledTool.safeParse(value);
  if (result.success) return { tool: result.data };
  const [issue] = result.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  return { error: `not a labelled tool: ${where}${issue?.message ?? 'wrong shape'}` };
}
