/** Waits for a batch to end, and reads what came of it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type AskContext, countMessage } from './ask.ts';
import type { BatchRecord } from './batch-records.ts';
import type { Hold } from './budget.ts';
import type { AskOutcome } from './outcome.ts';
import { readMessage } from './read-message.ts';
import { type BatchResult, readResults } from './read-results.ts';

export type Ended =
  /** Per request of the record, per question. */
  { kind: 'ended'; outcomes: AskOutcome[][] } | { kind: 'pending' };

const Status = z.looseObject({
  processing_status: z.string(),
  request_counts: z.record(z.string(), z.number()).optional(),
});

type Polled = 'ended' | 'gone' | 'pending';

async function pollUntilEnded(id: string, { client, patience, signal, emit }: AskContext): Promise<Polled> {
  const begun = Date.now();
  while (Date.now() - begun < patience.longestBatchMs) {
    const reply = await client.getBatch(id);
    if (reply.kind === 'aborted') return 'pending';
    if (reply.kind === 'error') return reply.status === 404 ? 'gone' : 'pending';
    const status = Status.safeParse(reply.body);
    if (status.success && status.data.processing_status === 'ended') return 'ended';
    const counts = status.success ? (status.data.request_counts ?? {}) : {};
    const of = Object.values(counts).reduce((sum, count) => sum + count, 0);
    emit({ type: 'batch-progress', id, done: of - (counts.processing ?? of), of });
    try {
      await sleep(patience.pollMs, undefined, { signal });
    } catch {
      return 'pending';
    }
  }
  return 'pending';
}

/** A stream that breaks off is read again from its start; undefined where that does not help. */
async function fetchResults(
  id: string,
  { client, patience, emit }: AskContext,
): Promise<Map<string, BatchResult> | undefined> {
  for (let tries = 1; tries <= patience.mostTries; tries++) {
    const reply = await client.getResults(id);
    if (reply.kind !== 'answer') return undefined;
    try {
      if (reply.body.body === null) return new Map();
      const { results, unreadable } = await readResults(reply.body.body);
      if (unreadable > 0) emit({ type: 'note', message: `${unreadable} results of ${id} cannot be read.` });
      return results;
    } catch {
      emit({ type: 'retry', status: undefined, waitMs: 0 });
    }
  }
  return undefined;
}

function settle(
  result: BatchResult | undefined,
  count: number,
  hold: Hold | undefined,
  context: AskContext,
): AskOutcome[] {
  if (result?.kind === 'message') {
    if (hold) countMessage(result.message, hold, context, true);
    return readMessage(result.message, count);
  }
  // What errored, expired or was cancelled is not charged.
  hold?.close(result === undefined ? undefined : 0);
  const outcome: AskOutcome = result?.outcome ?? { kind: 'missing' };
  return Array.from({ length: count }, () => outcome);
}

/** `holds`, one per request of the record, are closed with what each has cost, unless the batch is still pending. */
export async function awaitBatch(
  record: BatchRecord & { id: string },
  holds: readonly (Hold | undefined)[],
  context: AskContext,
): Promise<Ended> {
  const polled = await pollUntilEnded(record.id, context);
  if (polled === 'pending') return { kind: 'pending' };
  const results = polled === 'gone' ? new Map<string, BatchResult>() : await fetchResults(record.id, context);
  if (results === undefined) return { kind: 'pending' };
  const outcomes = record.requests.map(({ keys }, index) =>
    settle(results.get(`${record.nonce}-${index}`), keys.length, holds[index], context),
  );
  return { kind: 'ended', outcomes };
}
