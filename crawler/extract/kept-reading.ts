/**
 * What was read of a package, kept for the next look at that very version: its files never change, and reading a large bundle takes
 * seconds. It counts only for the readers that made it; those of another day may see more.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { SnapshotTool } from '../../schema/snapshot.ts';
import type { Extraction } from './extract.ts';

const KeptReading = z.strictObject({
  readers: z.string(),
  tools: z.array(SnapshotTool),
  notes: z.array(z.string()),
});

const largest = 8_000_000;

/** Undefined where nothing is kept, or what is kept cannot be used. */
export async function findKeptReading(file: string): Promise<Extraction | undefined> {
  try {
    const { readers, tools, notes } = KeptReading.parse(JSON.parse(await readFile(file, 'utf8')));
    return readers === (await identifyReaders()) ? { tools, notes, server: {} } : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps nothing where the disk does not take it. */
export async function keepReading(file: string, { tools, notes }: Extraction): Promise<void> {
  const reading: z.infer<typeof KeptReading> = { readers: await identifyReaders(), tools, notes };
  const text = JSON.stringify(reading);
  if (text.length > largest) return;
  const draft = `${file}.${randomUUID()}`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(draft, text, { mode: 0o600 });
    await rename(draft, file);
  } catch {
    await rm(draft, { force: true }).catch(() => {});
  }
}

let readers: Promise<string> | undefined;

/** The hash of the readers' own code, so that no change to them is ever forgotten. */
function identifyReaders(): Promise<string> {
  readers ??= hashFolder(import.meta.dirname);
  return readers;
}

async function hashFolder(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /(?<!\.test|\.d)\.[jt]s$/.test(entry.name));
  for (const file of files.map((entry) => path.join(entry.parentPath, entry.name)).toSorted())
    hash.update(path.relative(folder, file)).update(await readFile(file));
  return hash.digest('hex');
}
