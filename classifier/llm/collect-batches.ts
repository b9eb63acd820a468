/** Takes up the batches that an earlier run left behind. */
import type { AskContext } from './ask.ts';
import { awaitBatch } from './await-batch.ts';
import { type BatchRecord, forgetBatch, readBatches, saveBatch } from './batch-records.ts';
import { findBatch } from './create-batch.ts';
import { promptHash } from './make-request.ts';
import type { AskOutcome } from './outcome.ts';

type OnCollected = (key: string, outcome: AskOutcome) => Promise<void>;

/** Batches of other models and of earlier prompts are left alone: their answers would not be used. */
export async function collectBatches(
  context: AskContext,
  cacheFolder: string,
  onCollected: OnCollected,
): Promise<void> {
  const onNote = (message: string) => context.emit({ type: 'note', message });
  const records = await readBatches(cacheFolder, onNote);
  const ours = records.filter(({ model, promptHash: hash }) => model === context.settings.model && hash === promptHash);
  if (ours.length < records.length)
    onNote(`${records.length - ours.length} batches of another model or prompt are left alone.`);
  const taken = new Set(records.flatMap(({ id }) => (id === null ? [] : [id])));
  for (const record of ours) {
    const named = await nameBatch(record, context, cacheFolder, taken);
    if (named === 'never-made') continue;
    if (named === 'unknown') await reportAll(record, { kind: 'pending', batch: '(not named yet)' }, onCollected);
    else await collect(named, context, cacheFolder, onCollected);
  }
}

async function reportAll({ requests }: BatchRecord, outcome: AskOutcome, onCollected: OnCollected): Promise<void> {
  for (const key of requests.flatMap(({ keys }) => keys)) await onCollected(key, outcome);
}

/** A run may have been killed between asking for a batch and hearing its name. */
async function nameBatch(
  record: BatchRecord,
  { client }: AskContext,
  cacheFolder: string,
  taken: Set<string>,
): Promise<(BatchRecord & { id: string }) | 'never-made' | 'unknown'> {
  if (record.id !== null) return { ...record, id: record.id };
  const found = await findBatch(record, client, taken);
  if (found === undefined) return 'unknown';
  if (found.id === undefined) {
    await forgetBatch(cacheFolder, record);
    return 'never-made';
  }
  taken.add(found.id);
  const named = { ...record, id: found.id };
  await saveBatch(cacheFolder, named);
  return named;
}

async function collect(
  record: BatchRecord & { id: string },
  context: AskContext,
  cacheFolder: string,
  onCollected: OnCollected,
): Promise<void> {
  context.emit({ type: 'batch-resumed', id: record.id, requests: record.requests.length });
  // Paid for by the run that made it: counted here, and never refused.
  const holds = record.requests.map(({ most }) => context.budget.reserveAnyway(most));
  const ended = await awaitBatch(record, holds, context);
  if (ended.kind === 'pending') {
    for (const hold of holds) hold.close(undefined);
    return reportAll(record, { kind: 'pending', batch: record.id }, onCollected);
  }
  for (const [index, { keys }] of record.requests.entries()) {
    for (const [place, key] of keys.entries())
      await onCollected(key, ended.outcomes[index]?.[place] ?? { kind: 'missing' });
  }
  await forgetBatch(cacheFolder, record);
}
