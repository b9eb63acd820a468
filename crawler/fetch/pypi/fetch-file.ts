/** A published file, fetched once into the cache and checked against what the index says of it. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FailureKind } from '../../../schema/snapshot.ts';
import { download } from '../../sources/http/download.ts';
import { dropOldest, touch } from '../drop-oldest.ts';
import type { ReleaseFile } from './choose-release.ts';
import type { FetchContext, FetchFailure } from './look-up.ts';
import type { PackageIndex } from './settings.ts';

export interface FetchLimits {
  maxBytes: number;
  deadlineMs: number;
}

const defaultLimits: FetchLimits = { maxBytes: 100_000_000, deadlineMs: 120_000 };

/** Rejects only where the signal aborts, or the cache cannot be written. */
export async function fetchFile(
  project: string,
  file: ReleaseFile,
  index: PackageIndex,
  context: FetchContext,
  limits: FetchLimits = defaultLimits,
): Promise<{ ok: true; path: string } | FetchFailure> {
  const { sha256 } = file;
  if (sha256 === undefined)
    return fail('install-failed', 'The package index gives no SHA-256 for its file, so it is not taken.');
  const folder = path.join(context.cacheFolder, 'pypi', 'files');
  // Named by its content: nothing of a stranger's file name becomes a path.
  const place = path.join(folder, sha256);
  if (await touch(place)) return { ok: true, path: place };
  if (context.offline) return fail('unreachable', `Offline, and ${project} was not fetched before.`);
  await mkdir(folder, { recursive: true });
  const draft = `${place}.${process.pid}-${draftNumber++}`;
  try {
    const brought = file.url.startsWith('file:')
      ? await copyLocal(file.url, index, draft, limits)
      : await bring(file.url, index, draft, context, limits);
    if (!brought.ok) return brought;
    if (brought.sha256 !== sha256)
      return fail('install-failed', 'The file does not match the checksum of the package index.');
    await rename(draft, place);
    await dropOldest(folder, { bytes: keptBytes });
    return { ok: true, path: place };
  } finally {
    await rm(draft, { force: true });
  }
}

/** Of all files that are kept. */
const keptBytes = 2_000_000_000;

let draftNumber = 0;

type Brought = { ok: true; sha256: string } | FetchFailure;

async function bring(
  url: string,
  { base, options }: PackageIndex,
  draft: string,
  { signal }: FetchContext,
  limits: FetchLimits,
): Promise<Brought> {
  const isOwn = !base.startsWith('file:') && new URL(url).origin === new URL(base).origin;
  const answer = await download({
    url,
    file: draft,
    // What an index links to elsewhere is the index's word, and not the person's.
    allowPrivate: isOwn,
    ...(isOwn && options.headers !== undefined ? { headers: options.headers } : {}),
    authorities: options.authorities,
    signal,
    ...limits,
  });
  if (answer.outcome === 'found') return { ok: true, sha256: answer.sha256 };
  if (answer.outcome === 'too-large') return fail('too-large', `The package is too large to be read. ${answer.reason}`);
  return fail('unreachable', `The file of the package could not be fetched. ${answer.reason}`);
}

/** Only a folder's own index may name files of this machine. */
async function copyLocal(
  url: string,
  { base }: PackageIndex,
  draft: string,
  { maxBytes }: FetchLimits,
): Promise<Brought> {
  if (!base.startsWith('file:'))
    return fail('unreachable', 'The package index names a file of this machine, which is not read.');
  const { size } = await stat(fileURLToPath(url)).catch(() => ({ size: undefined }));
  if (size === undefined) return fail('unreachable', 'The file of the package is not where the package index says.');
  if (size > maxBytes) return fail('too-large', 'The package is too large to be read.');
  await copyFile(fileURLToPath(url), draft);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(draft)) hash.update(chunk);
  return { ok: true, sha256: hash.digest('hex') };
}

function fail(failure: FailureKind, reason: string): FetchFailure {
  return { ok: false, failure, reason };
}
