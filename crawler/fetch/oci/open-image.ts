/** An image as source that can be read: its manifest and layers fetched and checked, its own program's files taken out of them. */
import { readFile } from 'node:fs/promises';
import type { SourceTree } from '../../extract/source-tree.ts';
import { describeFault } from '../archive/archive-fault.ts';
import type { CollectedFiles } from '../archive/collected-files.ts';
import type { Compression } from '../archive/decompress.ts';
import { findCommandPackages, findStartPlaces, isOfFirstReading, type StartPlaces } from './application.ts';
import { fetchBlob } from './blob-store.ts';
import { collectFiles, type LayerFile } from './image-layers.ts';
import type { FoundManifest } from './look-up.ts';
import type { FetchFailure } from './registry.ts';
import { type ImageConfig as Config, type Descriptor, ImageConfig } from './schema.ts';

export interface ImageContext {
  cacheFolder: string;
  signal: AbortSignal;
}

export interface OpenImage {
  ok: true;
  tree: SourceTree;
  /** Where in the tree the program may lie, the likelier one first. */
  folders: string[];
  labels: ReadonlyMap<string, string>;
}

/** Of all layers, as they are fetched. */
const maxFetchedBytes = 1_500_000_000;

export async function openImage(
  { manifest, registry }: FoundManifest,
  { cacheFolder, signal }: ImageContext,
): Promise<OpenImage | FetchFailure> {
  const bytes = manifest.layers.reduce((sum, { size }) => sum + size, 0);
  if (bytes > maxFetchedBytes) return fail('too-large', 'The image is larger than what is fetched of one server.');
  const config = await readConfig(manifest.config, (blob) => fetchBlob(blob, registry, cacheFolder));
  if ('ok' in config) return config;
  const layers: LayerFile[] = [];
  for (const layer of manifest.layers) {
    const compression = readCompression(layer.mediaType);
    if (compression === undefined) return fail('install-failed', 'A layer of the image is of a kind that is not read.');
    const fetched = await fetchBlob(layer, registry, cacheFolder);
    if (!fetched.ok) return fetched;
    layers.push({ path: fetched.path, compression });
  }
  try {
    return await readApplication(layers, config, signal);
  } catch (error) {
    return describeFault(error);
  }
}

async function readApplication(layers: readonly LayerFile[], config: Config, signal: AbortSignal): Promise<OpenImage> {
  const places = findStartPlaces(config);
  const first = await collectFiles(layers, (path) => isOfFirstReading(path, places), signal);
  const packages = findCommandPackages(readFacts(first), places);
  const inPackage = (path: string) => packages.some((folder) => isOwnFile(path, folder));
  const wants = (path: string) => isOfFirstReading(path, places) || inPackage(path);
  const files = packages.length === 0 ? first : await collectFiles(layers, wants, signal);
  const own = (path: string) => (isOfApplication(path, places) || inPackage(path) ? path : undefined);
  const labels = new Map(
    Object.entries(config.Labels).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );
  return { ok: true, tree: files.makeTree(own), folders: [...packages, ...places.folders], labels };
}

/** A package without the packages that it brings along. */
function isOwnFile(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`) && !path.slice(folder.length).includes('/node_modules/');
}

function isOfApplication(path: string, { folders, files }: StartPlaces): boolean {
  return files.includes(path) || folders.some((folder) => path.startsWith(`${folder}/`));
}

function readFacts(files: CollectedFiles): Map<string, string> {
  const facts = files.paths().filter((path) => /\/(entry_points\.txt|package\.json)$/.test(path));
  return new Map(facts.map((path) => [path, files.get(path)?.toString('utf8') ?? '']));
}

async function readConfig(
  descriptor: Descriptor,
  fetch: (blob: Descriptor) => ReturnType<typeof fetchBlob>,
): Promise<Config | FetchFailure> {
  if (descriptor.size > 4_000_000) return fail('too-large', 'The configuration of the image is too large to be read.');
  const fetched = await fetch(descriptor);
  if (!fetched.ok) return fetched;
  try {
    return ImageConfig.parse(JSON.parse(await readFile(fetched.path, 'utf8'))).config;
  } catch {
    return fail('install-failed', 'The configuration of the image cannot be read.');
  }
}

/** Layers that lie outside of registries are never fetched: image-spec wants that of whoever has no right to hand them on. */
function readCompression(mediaType: string): Compression | undefined {
  if (/nondistributable|foreign/.test(mediaType)) return undefined;
  const kind =
    /^application\/vnd\.(?:oci\.image\.layer\.v1\.tar|docker\.image\.rootfs\.diff\.tar)(?:[.+](gzip|zstd))?$/.exec(
      mediaType,
    );
  if (kind === null) return undefined;
  return kind[1] === 'gzip' || kind[1] === 'zstd' ? kind[1] : 'none';
}

function fail(failure: FetchFailure['failure'], reason: string): FetchFailure {
  return { ok: false, failure, reason };
}
