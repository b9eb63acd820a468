/** Remembers in files which batches are under way, so that a run that was killed goes on waiting and does not pay twice. */
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { isMissingFile, writeWhole } from './cache.ts';

/** What a batch's id looks like; it becomes part of an address. */
export const BatchId = z.string().regex(/^[A-Za-z0-9_-]{1,200}$/);

export const BatchRecord = z.object({
  version: z.literal(1),
  /** Begins the `custom_id` of each of its requests. */
  nonce: z.string().regex(/^[a-z0-9]{1,40}$/),
  /** Null from before the batch is asked for until the API has named it. */
  id: BatchId.nullable(),
  model: z.string(),
  promptHash: z.string(),
  /** ISO 8601. */
  createdAt: z.iso.datetime(),
  /** In the order of their custom ids, `<nonce>-0` first. `keys` name the questions, `most` is what it can cost in US dollars. */
  requests: z.array(z.object({ keys: z.array(z.string()), most: z.number().nonnegative() })),
});
export type BatchRecord = z.infer<typeof BatchRecord>;

function folderOf(cacheFolder: string): string {
  return path.join(cacheFolder, 'batches');
}

function fileOf(cacheFolder: string, { nonce }: Pick<BatchRecord, 'nonce'>): string {
  return path.join(folderOf(cacheFolder), `${nonce}.json`);
}

/** False where it cannot be written: without a record a batch must not be made. */
export async function saveBatch(cacheFolder: string, record: BatchRecord): Promise<boolean> {
  try {
    await writeWhole(fileOf(cacheFolder, record), `${JSON.stringify(record)}\n`);
    return true;
  } catch {
    return false;
  }
}

export async function forgetBatch(cacheFolder: string, record: BatchRecord): Promise<void> {
  // A record that stays is read again by the next run, and found to be about what is in the cache.
  await rm(fileOf(cacheFolder, record), { force: true }).catch(() => {});
}

/** The oldest first. A record that cannot be read is left where it is and noted. */
export async function readBatches(cacheFolder: string, onNote: (note: string) => void): Promise<BatchRecord[]> {
  const names = await readdir(folderOf(cacheFolder)).catch((error: unknown) => {
    if (!isMissingFile(error))
      onNote('The batch records cannot be read; a batch of an earlier run may be paid for twice.');
    return [];
  });
  const records: BatchRecord[] = [];
  for (const name of names.filter((one) => one.endsWith('.json')).sort()) {
    try {
      records.push(BatchRecord.parse(JSON.parse(await readFile(path.join(folderOf(cacheFolder), name), 'utf8'))));
    } catch {
      onNote(`The batch record ${name} cannot be read; if it stood for a batch, that batch is paid for and lost.`);
    }
  }
  return records.sort((a, b) => a.createdAt.localeCompare(b.createdAt));
}
