/** A batch's results, JSON lines in any order → what came of each of its requests. */
import { z } from 'zod';
import type { AskOutcome } from './outcome.ts';
import { toReason } from './read-message.ts';

export type BatchResult = { kind: 'message'; message: unknown } | { kind: 'other'; outcome: AskOutcome };

const longestLine = 4_000_000;

const Line = z.looseObject({
  custom_id: z.string(),
  result: z.discriminatedUnion('type', [
    z.looseObject({ type: z.literal('succeeded'), message: z.unknown() }),
    z.looseObject({ type: z.literal('errored'), error: z.unknown() }),
    z.looseObject({ type: z.literal('canceled') }),
    z.looseObject({ type: z.literal('expired') }),
  ]),
});

const ErrorBody = z.looseObject({
  error: z.looseObject({ type: z.string().optional(), message: z.string().optional() }),
});

function sayError(error: unknown): string {
  const parsed = ErrorBody.safeParse(error);
  const { type, message } = parsed.success ? parsed.data.error : {};
  return toReason(`${type ?? 'an error'}${message === undefined ? '' : `: ${message}`}`);
}

function readLine(line: string): { customId: string; result: BatchResult } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  const parsed = Line.safeParse(value);
  if (!parsed.success) return undefined;
  const { custom_id: customId, result } = parsed.data;
  if (result.type === 'succeeded') return { customId, result: { kind: 'message', message: result.message } };
  const outcome: AskOutcome =
    result.type === 'errored'
      ? { kind: 'failed', status: undefined, reason: sayError(result.error) }
      : { kind: result.type === 'expired' ? 'expired' : 'cancelled' };
  return { customId, result: { kind: 'other', outcome } };
}

/** By custom id; lines that cannot be read are counted. @throws where the stream breaks off */
export async function readResults(
  body: AsyncIterable<Uint8Array>,
): Promise<{ results: Map<string, BatchResult>; unreadable: number }> {
  const results = new Map<string, BatchResult>();
  let unreadable = 0;
  const take = (line: string) => {
    if (line.trim() === '') return;
    const read = readLine(line);
    if (read === undefined) unreadable += 1;
    else if (!results.has(read.customId)) results.set(read.customId, read.result);
  };
  const decoder = new TextDecoder();
  let rest = '';
  let isSkipping = false;
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!isSkipping) take(line);
      isSkipping = false;
    }
    if (rest.length > longestLine) {
      if (!isSkipping) unreadable += 1;
      isSkipping = true;
      rest = '';
    }
  }
  if (!isSkipping) take(rest);
  return { results, unreadable };
}
