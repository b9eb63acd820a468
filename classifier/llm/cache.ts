/** Keeps answers in files, by what was asked: definition, model and prompt. A file that is broken is as good as none, and said so. */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { Answer } from './answer.ts';

export interface AnswerCache {
  read(key: string): Promise<Answer | undefined>;
  /** A cache that cannot be written to costs money later and nothing now: it is noted. */
  write(key: string, answer: Answer): Promise<void>;
}

const CachedAnswer = z.object({
  version: z.literal(1),
  model: z.string(),
  promptHash: z.string(),
  key: z.string(),
  answer: Answer,
});

const largestFile = 1_000_000;

export function isMissingFile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Through a file beside it, so that a run that is killed leaves the old one or the new one. @throws as `node:fs` does */
export async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const beside = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(beside, text);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

export function openCache(
  folder: string,
  asked: { model: string; promptHash: string },
  onNote: (note: string) => void,
): AnswerCache {
  const fileOf = (key: string) => path.join(folder, 'answers', key.slice(0, 2), `${key}.json`);
  return {
    async read(key) {
      const file = fileOf(key);
      try {
        if ((await stat(file)).size > largestFile) throw new Error('it is too large');
        const cached = CachedAnswer.parse(JSON.parse(await readFile(file, 'utf8')));
        const isOurs = cached.key === key && cached.model === asked.model && cached.promptHash === asked.promptHash;
        if (!isOurs) throw new Error('it is about something else');
        return cached.answer;
      } catch (error) {
        if (!isMissingFile(error)) onNote(`The cached answer ${key}.json cannot be used and is asked for again.`);
        return undefined;
      }
    },
    async write(key, answer) {
      try {
        await writeWhole(fileOf(key), `${JSON.stringify({ version: 1, ...asked, key, answer })}\n`);
      } catch (error) {
        onNote(`An answer could not be cached: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
  };
}
