/** `plimsoll classify [FILE]`: JSON lines of tool definitions in, JSON lines of verdicts out, in the same order. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { classifySnapshot, classifyTool } from '../../classifier/index.ts';
import { ClassifyInput } from '../../schema/classify-input.ts';
import { Snapshot } from '../../schema/snapshot.ts';
import { isJsonObject } from '../../schema/tool-definition.ts';
import type { Verdict } from '../../schema/verdict.ts';
import { exitCodes } from '../exit-codes.ts';
import { resolvePath } from '../standpoint.ts';
import { UsageError } from '../usage-error.ts';

/** A line that cannot be read gives `{ line, error }` in its place, and the command ends with 3. */
export async function classifyCommand(file: string | undefined): Promise<number> {
  const input = file === undefined ? process.stdin : createReadStream(await readableFile(file));
  let number = 0;
  let bad = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const answer = answerLine(line);
    if ('error' in answer) bad += 1;
    const records = 'error' in answer ? [{ line: number, error: answer.error }] : answer.verdicts;
    for (const record of records) await write(`${JSON.stringify(record)}\n`);
  }
  return bad > 0 ? exitCodes.inconclusive : exitCodes.done;
}

function answerLine(line: string): { verdicts: Verdict[] } | { error: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { error: `not JSON: ${error instanceof Error ? error.message : 'unreadable'}` };
  }
  if (isJsonObject(value) && Array.isArray(value.tools) && isJsonObject(value.server)) return answerSnapshot(value);
  const input = ClassifyInput.safeParse(value);
  if (!input.success) return { error: `not a tool definition: ${input.error.issues[0]?.message ?? 'wrong shape'}` };
  const name = input.data.name ?? input.data.tool;
  if (name === undefined) return { error: 'not a tool definition: it has no name' };
  return { verdicts: [classifyInput(input.data, name)] };
}

function answerSnapshot(value: unknown): { verdicts: Verdict[] } | { error: string } {
  const snapshot = Snapshot.safeParse(value);
  if (!snapshot.success) return { error: 'not a snapshot: it does not match schema/published/snapshot.schema.json' };
  return { verdicts: classifySnapshot(snapshot.data) };
}

function classifyInput(input: ClassifyInput, name: string): Verdict {
  const { id, server, tool: _tool, ...rest } = input;
  const definition = Object.fromEntries(Object.entries({ ...rest, name }).filter(([, value]) => value !== null));
  const verdict = classifyTool({
    id: id ?? name,
    definition,
    ...(server === undefined ? {} : { server: { id: server, name: server } }),
  });
  return server === undefined ? verdict : { ...verdict, server };
}

async function readableFile(file: string): Promise<string> {
  const path = resolvePath(file);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile() && !found?.isFIFO())
    throw new UsageError(`there is no file ${file}; give a file of JSON lines, or pipe them in`);
  return path;
}

function write(text: string): Promise<void> | undefined {
  if (process.stdout.write(text)) return undefined;
  return new Promise((resolve) => process.stdout.once('drain', resolve));
}
