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

function draftRecord(groups: readonly Group[], context: AskContext): BatchRecord {
  return {
    version: 1,
    nonce: context.makeWord(),
    id: null,
    model: context.settings.model,
    promptHash,
    createdAt: new Date().toISOString(),
    requests: groups.map((group) => ({
      keys: group.questions.map(({ key }) => key),
      most: mostCost(group, context, true),
    })),
  };
}

/** One outcome for all of a chunk, each request having cost the same. */
async function settleAll(chunk: Chunk, outcome: AskOutcome, cost: number | undefined, onOutcomes: OnOutcomes) {
  for (const hold of chunk.holds) hold.close(cost);
  for (const group of chunk.groups) {
    const outcomes = group.questions.map(() => outcome);
    await onOutcomes(group, outcomes);
  }
}

async function askChunk(chunk: Chunk, context: AskContext, cacheFolder: string, onOutcomes: OnOutcomes): Promise<void> {
  const { groups, holds } = chunk;
  const draft = draftRecord(groups, context);
  if (!(await saveBatch(cacheFolder, draft))) {
    stop(context, 'failing', 'The record of a batch cannot be written into the cache folder, so none is asked for.');
    return settleAll(chunk, { kind: 'not-asked', because: 'failing' }, 0, onOutcomes);
  }
  const requests = groups.map((group, index) => ({
    custom_id: `${draft.nonce}-${index}`,
    params: makeRequest(group, context.settings, context.makeWord),
  }));
  context.tally.requests += requests.length;
  const created = await createBatch(draft, requests, context);
  if (created.kind === 'failed') {
    await forgetBatch(cacheFolder, draft);
    countFailure(created.status, created.reason, context);
    const { status, reason } = created;
    return settleAll(chunk, { kind: 'failed', status, reason }, 0, onOutcomes);
  }
  if (created.kind === 'unknown') {
    stop(context, context.signal.aborted ? 'aborted' : 'failing', created.reason);
    return settleAll(chunk, { kind: 'pending', batch: '(not named yet)' }, undefined, onOutcomes);
  }
  const record = { ...draft, id: created.id };
  await saveBatch(cacheFolder, record);
  const ended = await awaitBatch(record, holds, context);
  if (ended.kind === 'pending') {
    return settleAll(chunk, { kind: 'pending', batch: created.id }, undefined, onOutcomes);
  }
  // Answers are in the cache before the record goes.
  for (const [index, group] of groups.entries()) await onOutcomes(group, ended.outcomes[index] ?? []);
  await forgetBatch(cacheFolder, record);
}
