/**
 * Answers kept with what the source called their version (ETag, Last-Modified), so that an unchanged one costs one small request.
 * A small folder: large answers are not kept, and the oldest go first. Whatever is wrong with it, the source is asked afresh.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const KeptAnswer = z.strictObject({
  url: z.string(),
  /** Where the redirects led. */
  finalUrl: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  body: z.string(),
});
export type KeptAnswer = z.infer<typeof KeptAnswer>;

const largestBody = 2_000_000;
const mostAnswers = 200;

export async function readKept(folder: string, url: string): Promise<KeptAnswer | undefined> {
  try {
    const kept = KeptAnswer.parse(JSON.parse(await readFile(fileFor(folder, url), 'utf8')));
    return kept.url === url ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps nothing where the disk does not take it. */
export async function keepAnswer(folder: string, answer: KeptAnswer): Promise<void> {
  if (answer.body.length > largestBody || (answer.etag === undefined && answer.lastModified === undefined)) return;
  const file = fileFor(folder, answer.url);
  const draft = `${file}.${randomUUID()}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(draft, JSON.stringify(answer), { mode: 0o600 });
    await rename(draft, file);
    await dropOldest(folder);
  } catch {
    await rm(draft, { force: true }).catch(() => {});
  }
}

async function dropOldest(folder: string): Promise<void> {
  const names = await readdir(folder);
  if (names.length <= mostAnswers) return;
  const files = names.map((name) => path.join(folder, name));
  const dated = await Promise.all(files.map(async (file) => ({ file, at: (await stat(file)).mtimeMs })));
  const oldest = dated.sort((one, other) => one.at - other.at).slice(0, names.length - mostAnswers);
  for (const { file } of oldest) await rm(file, { force: true });
}

function fileFor(folder: string, url: string): string {
  return path.join(folder, `${createHash('sha256').update(url).digest('hex')}.json`);
}
