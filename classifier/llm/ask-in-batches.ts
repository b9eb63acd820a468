/** Asks through the Message Batches API: half the price, within a day, and gone on with by a later run. */
import { type AskContext, countFailure, mostCost, notAsked, type OnOutcomes, stop, stopForCost } from './ask.ts';
import { awaitBatch } from './await-batch.ts';
import { type BatchRecord, forgetBatch, saveBatch } from './batch-records.ts';
import type { Hold } from './budget.ts';
import { createBatch } from './create-batch.ts';
import type { Group } from './group.ts';
import { makeRequest, promptHash } from './make-request.ts';
import type { AskOutcome } from './outcome.ts';

// The API takes 100,000 requests or 256 MB; smaller batches end sooner and lose less.
const mostRequests = 2_000;
const mostCharacters = 50_000_000;
const aroundRequest = 20_000;

interface Chunk {
  groups: Group[];
  holds: Hold[];
}

/** As many of the groups, from the first, as one batch and the budget hold. */
function takeChunk(groups: readonly Group[], context: AskContext): Chunk {
  const chunk: Chunk = { groups: [], holds: [] };
  let characters = 0;
  for (const group of groups.slice(0, mostRequests)) {
    characters += aroundRequest + group.questions.reduce((sum, { shown }) => sum + shown.text.length, 0);
    if (characters > mostCharacters && chunk.groups.length > 0) break;
    const hold = context.budget.reserve(mostCost(group, context, true));
    if (typeof hold !== 'object') break;
    chunk.groups.push(group);
    chunk.holds.push(hold);
  }
  return chunk;
}

export async function askInBatches(
  groups: readonly Group[],
  context: AskContext,
  cacheFolder: string,
  onOutcomes: OnOutcomes,
): Promise<void> {
  let left = groups;
  while (left.length > 0) {
    if (context.signal.aborted) stop(context, 'aborted', 'It was stopped from outside.');
    const chunk: Chunk = context.tally.stopped === undefined ? takeChunk(left, context) : { groups: [], holds: [] };
    if (chunk.groups.length === 0) {
      stopForCost(context);
      const because = context.tally.stopped?.because ?? 'cost-limit';
      for (const group of left) await onOutcomes(group, notAsked(group, because));
      return;
    }
    left = left.slice(chunk.groups.length);
    await askChunk(chunk, context, cacheFolder, onOutcomes);
  }
}

async function askChunk({ groups, holds }: Chunk, context: AskContext, cacheFolder: string, onOutcomes: OnOutcomes) {
  const nonce = context.makeWord();
  const draft: BatchRecord = {
    version: 1,
    nonce,
    id: null,
    model: context.settings.model,
    promptHash,
    createdAt: new Date().toISOString(),
    requests: groups.map((group) => ({
      keys: group.questions.map(({ key }) => key),
      most: mostCost(group, context, true),
    })),
  };
  await saveBatch(cacheFolder, draft);
  const requests = groups.map((group, index) => ({
    custom_id: `${nonce}-${index}`,
    params: makeRequest(group, context.settings, context.makeWord),
  }));
  context.tally.requests += requests.length;
  const created = await createBatch(draft, requests, context);
  const settleAll = async (outcome: AskOutcome, cost: number | undefined) => {
    for (const hold of holds) hold.close(cost);
    for (const group of groups)
      await onOutcomes(
        group,
        group.questions.map(() => outcome),
      );
  };
  if (created.kind === 'failed') {
    await forgetBatch(cacheFolder, draft);
    countFailure(created.status, created.reason, context);
    return settleAll({ kind: 'failed', status: created.status, reason: created.reason }, 0);
  }
  if (created.kind === 'unknown') {
    stop(context, context.signal.aborted ? 'aborted' : 'failing', created.reason);
    return settleAll({ kind: 'pending', batch: '(not named yet)' }, undefined);
  }
  const record = { ...draft, id: created.id };
  await saveBatch(cacheFolder, record);
  const ended = await awaitBatch(record, holds, context);
  if (ended.kind === 'pending') return settleAll({ kind: 'pending', batch: created.id }, undefined);
  for (const [index, group] of groups.entries()) await onOutcomes(group, ended.outcomes[index] ?? []);
  await forgetBatch(cacheFolder, record);
}
