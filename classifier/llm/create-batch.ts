/** Makes a batch once and not twice: where it is not known whether it was made, it is looked for before anything else. */
import type { BatchCreateParams } from '@anthropic-ai/sdk/resources/messages/batches';
import { z } from 'zod';
import type { AskContext } from './ask.ts';
import { BatchId, type BatchRecord } from './batch-records.ts';
import type { ModelClient } from './client.ts';

export type Created =
  | { kind: 'created'; id: string }
  | { kind: 'failed'; status: number | undefined; reason: string }
  /** It may exist; a later run looks for it. */
  | { kind: 'unknown'; reason: string };

const Named = z.looseObject({ id: BatchId });

export async function createBatch(
  record: BatchRecord,
  requests: BatchCreateParams.Request[],
  { client, emit }: AskContext,
): Promise<Created> {
  const reply = await client.createBatch({ requests });
  const named = reply.kind === 'answer' ? Named.safeParse(reply.body) : undefined;
  if (named?.success) {
    emit({ type: 'batch-created', id: named.data.id, requests: requests.length });
    return { kind: 'created', id: named.data.id };
  }
  if (reply.kind === 'error' && reply.status !== undefined && (reply.status < 500 || reply.status === 529)) {
    return { kind: 'failed', status: reply.status, reason: reply.reason };
  }
  const found = reply.kind === 'aborted' ? undefined : await findBatch(record, client);
  if (found?.id !== undefined) return { kind: 'created', id: found.id };
  if (found?.isSure) return { kind: 'failed', status: undefined, reason: 'The batch was not made.' };
  return {
    kind: 'unknown',
    reason: reply.kind === 'error' ? reply.reason : 'The API did not say whether it made the batch.',
  };
}

const Listed = z.looseObject({
  data: z.array(
    z.looseObject({
      id: BatchId,
      created_at: z.string(),
      request_counts: z.record(z.string(), z.number()),
    }),
  ),
});

// Our clock and the API's may differ by that much.
const clockSkewMs = 5 * 60_000;

/** The batch of a record that has no id: of the right age and size. Undefined where the API could not be asked. */
export async function findBatch(
  { createdAt, requests }: BatchRecord,
  client: ModelClient,
  taken: ReadonlySet<string> = new Set(),
): Promise<{ id: string | undefined; isSure: boolean } | undefined> {
  const reply = await client.listBatches();
  const listed = reply.kind === 'answer' ? Listed.safeParse(reply.body) : undefined;
  if (!listed?.success) return undefined;
  const earliest = Date.parse(createdAt) - clockSkewMs;
  const latest = Date.parse(createdAt) + 2 * clockSkewMs;
  const fitting = listed.data.data.filter(({ id, created_at: at, request_counts: counts }) => {
    const made = Date.parse(at);
    const size = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return !taken.has(id) && made >= earliest && made <= latest && size === requests.length;
  });
  // Several of the same size: its results would tell, and a wrong one is told by its custom ids. The newest is tried.
  return { id: fitting[0]?.id, isSure: true };
}
