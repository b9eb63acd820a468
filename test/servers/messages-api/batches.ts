/** The Message Batches API: created, looked at until it has ended, its results read as JSON lines in any order. */
import { BatchParams } from './check-request.ts';
import { makeMessage } from './make-message.ts';
import { readAsk } from './read-ask.ts';
import type { Reply } from './replies.ts';
import type { Script } from './script.ts';

interface Batch {
  id: string;
  createdAt: string;
  looks: number;
  requests: BatchParams['requests'];
  lines: string[];
}

export interface Batches {
  create(body: unknown): { status: number; body: unknown };
  look(id: string): unknown;
  list(): unknown;
  /** Undefined where there is no such batch or it has not ended. */
  results(id: string): string | undefined;
}

function toResult(reply: Reply, message: () => unknown): unknown {
  if (reply.kind === 'message') return { type: 'succeeded', message: message() };
  if (reply.kind === 'expired' || reply.kind === 'canceled') return { type: reply.kind };
  const type = reply.kind === 'status' ? (reply.type ?? 'api_error') : 'api_error';
  return { type: 'errored', error: { type: 'error', error: { type, message: 'It went wrong.' } } };
}

export function openBatches(script: Script, cached: Set<string>, countAsk: () => number): Batches {
  const batches = new Map<string, Batch>();
  const looksToEnd = script.looksToEnd ?? 1;

  function describe(batch: Batch): unknown {
    const hasEnded = batch.looks >= looksToEnd;
    const size = batch.requests.length;
    return {
      id: batch.id,
      type: 'message_batch',
      processing_status: hasEnded ? 'ended' : 'in_progress',
      request_counts: {
        processing: hasEnded ? 0 : size,
        succeeded: hasEnded ? size : 0,
        errored: 0,
        canceled: 0,
        expired: 0,
      },
      created_at: batch.createdAt,
      ended_at: hasEnded ? batch.createdAt : null,
      expires_at: batch.createdAt,
      archived_at: null,
      cancel_initiated_at: null,
      // Somewhere else on purpose: nobody should carry a key there.
      results_url: hasEnded ? `http://elsewhere.invalid/${batch.id}` : null,
    };
  }

  return {
    create(body) {
      const parsed = BatchParams.safeParse(body);
      if (!parsed.success)
        return {
          status: 400,
          body: { type: 'error', error: { type: 'invalid_request_error', message: parsed.error.message } },
        };
      const batch: Batch = {
        id: `msgbatch_${batches.size + 1}`,
        createdAt: new Date().toISOString(),
        looks: 0,
        requests: parsed.data.requests,
        lines: [],
      };
      batch.lines = batch.requests.map(({ custom_id: customId, params }) => {
        const ask = readAsk(params, countAsk());
        const reply = script.answer(ask);
        const result = toResult(reply, () => (reply.kind === 'message' ? makeMessage(reply, ask, cached) : undefined));
        return JSON.stringify({ custom_id: customId, result });
      });
      batches.set(batch.id, batch);
      return { status: 200, body: describe(batch) };
    },
    look(id) {
      const batch = batches.get(id);
      if (batch === undefined) return undefined;
      batch.looks += 1;
      return describe(batch);
    },
    list: () => ({
      data: [...batches.values()].reverse().map(describe),
      has_more: false,
      first_id: null,
      last_id: null,
    }),
    results(id) {
      const batch = batches.get(id);
      if (batch === undefined || batch.looks < looksToEnd) return undefined;
      const lines = script.spoilResults?.(batch.lines) ?? batch.lines.toReversed();
      return lines.map((line) => `${line}\n`).join('');
    },
  };
}
