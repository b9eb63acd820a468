/** Layers and configurations in the cache, known by their content: what images have in common is fetched once. */
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { dropOldest, touch } from '../drop-oldest.ts';
import { isDigest } from './image-reference.ts';
import type { FetchFailure, Registry } from './registry.ts';
import type { Descriptor } from './schema.ts';

export interface BlobLimits {
  /** Of one blob. */
  maxBytes: number;
  deadlineMs: number;
  /** Of all that are kept; the ones that were not used for longest go first. */
  keptBytes: number;
}

const defaultLimits: BlobLimits = { maxBytes: 500_000_000, deadlineMs: 180_000, keptBytes: 4_000_000_000 };

let draftNumber = 0;

/** The blob's file, its digest checked. Rejects only where the signal aborts or the cache cannot be written. */
export async function fetchBlob(
  { digest, size }: Descriptor,
  registry: Registry,
  cacheFolder: string,
  limits: BlobLimits = defaultLimits,
): Promise<{ ok: true; path: string } | FetchFailure> {
  if (!isDigest(digest))
    return fail('install-failed', 'A part of the image has a checksum of a kind that is not read.');
  if (size > limits.maxBytes)
    return fail('too-large', 'The image has a part that is larger than what is fetched of one server.');
  const folder = path.join(cacheFolder, 'oci', 'blobs');
  const place = path.join(folder, digest.slice('sha256:'.length));
  if (await touch(place)) return { ok: true, path: place };
  await mkdir(folder, { recursive: true });
  const draft = `${place}.${process.pid}-${draftNumber++}`;
  try {
    const answer = await registry.download(`blobs/${digest}`, draft, { ...limits, maxBytes: Math.max(size, 1) });
    if (answer.outcome === 'too-large')
      return fail('install-failed', 'A part of the image is larger than its manifest says.');
    if (answer.outcome !== 'found')
      return fail('unreachable', `A part of the image could not be fetched. ${answer.reason}`);
    if (`sha256:${answer.sha256}` !== digest)
      return fail('install-failed', 'A part of the image does not match its checksum.');
    await rename(draft, place);
    await dropOldest(folder, { bytes: limits.keptBytes });
    return { ok: true, path: place };
  } finally {
    await rm(draft, { force: true });
  }
}

function fail(failure: FetchFailure['failure'], reason: string): FetchFailure {
  return { ok: false, failure, reason };
}
