/** What the name of an image stands for: the digest behind it, and the manifest for this machine. */

import { choosePlatform } from './choose-platform.ts';
import { type ImageReference, isDigest, nameVersion } from './image-reference.ts';
import { type FetchFailure, Registry, type RegistryOptions, type TextAnswer } from './registry.ts';
import { ImageIndex, ImageManifest } from './schema.ts';

export interface FoundManifest {
  ok: true;
  manifest: ImageManifest;
  /** Of what the name stands for: an index where there is one. */
  digest: string;
  registry: Registry;
}

const accept = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

/** Rejects only where the signal aborts. */
export async function lookUpManifest(
  reference: ImageReference,
  options: RegistryOptions,
): Promise<FoundManifest | FetchFailure> {
  const registry = new Registry(reference, options);
  const top = await readChecked(registry, nameVersion(reference));
  if (!top.ok) return top;
  const index = parse(top.body, ImageIndex);
  if (index === undefined) return makeFound(top.body, top.digest, registry);
  const chosen = choosePlatform(index.manifests);
  if (chosen === undefined) return fail('not-found', 'There is no image for Linux under that name.');
  if (!isDigest(chosen.digest))
    return fail('install-failed', 'A part of the image has a checksum of a kind that is not read.');
  const inner = await readChecked(registry, chosen.digest);
  return inner.ok ? makeFound(inner.body, top.digest, registry) : inner;
}

/** The same digest for one small request. */
export async function lookUpDigest(
  reference: ImageReference,
  options: RegistryOptions,
): Promise<{ ok: true; digest: string } | FetchFailure> {
  if (isDigest(reference.version)) return { ok: true, digest: reference.version };
  const registry = new Registry(reference, options);
  const asked = await registry.askDigest(`manifests/${nameVersion(reference)}`, accept);
  if (!asked.ok) return asked;
  if (asked.digest !== undefined && isDigest(asked.digest)) return { ok: true, digest: asked.digest };
  return readChecked(registry, nameVersion(reference));
}

async function readChecked(registry: Registry, version: string): Promise<TextAnswer | FetchFailure> {
  const answer = await registry.readText(`manifests/${version}`, accept);
  if (answer.ok && isDigest(version) && answer.digest !== version) {
    return fail('install-failed', 'The manifest of the image does not match its checksum.');
  }
  return answer;
}

function makeFound(body: string, digest: string, registry: Registry): FoundManifest | FetchFailure {
  const manifest = parse(body, ImageManifest);
  if (manifest === undefined) return fail('install-failed', 'The registry does not give the manifest of an image.');
  return { ok: true, manifest, digest, registry };
}

function parse<Value>(
  body: string,
  schema: { safeParse(value: unknown): { data?: Value | undefined } },
): Value | undefined {
  try {
    return schema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

function fail(failure: FetchFailure['failure'], reason: string): FetchFailure {
  return { ok: false, failure, reason };
}
