/**
 * What is known from one source, kept in a small file of the state folder: the servers, and where the next reading goes on. A file that
 * cannot be read counts as none; the next reading then begins anew.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { SourcePosition } from './define-source.ts';
import { FoundServer } from './found-server.ts';

export const KnownServers = z.strictObject({
  version: z.literal(1),
  source: z.string(),
  argument: z.string().optional(),
  position: SourcePosition,
  /** ISO 8601: when the walk that `position` belongs to began. */
  walkBegan: z.string(),
  servers: z.array(z.strictObject({ server: FoundServer, toldAt: z.string() })),
});
export type KnownServers = z.infer<typeof KnownServers>;

export function knownServersFile(stateFolder: string, source: string, argument: string | undefined): string {
  const digest = createHash('sha256')
    .update(argument ?? '')
    .digest('hex')
    .slice(0, 12);
  return path.join(stateFolder, 'sources', argument === undefined ? `${source}.json` : `${source}-${digest}.json`);
}

export async function readKnownServers(file: string): Promise<KnownServers | undefined> {
  try {
    return KnownServers.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Whole or not at all. Rejects where the disk does not take it. */
export async function writeKnownServers(file: string, known: KnownServers): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(draft, JSON.stringify(known), { mode: 0o600 });
  await rename(draft, file);
}
