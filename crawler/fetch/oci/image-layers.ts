/**
 * Reads the layers of an image from the lowest to the topmost (OCI image-spec, layer filesystem changesets): what a layer adds, and what
 * its whiteouts take away from those below. Nothing is written to disk and no link is followed, so no name leads anywhere.
 */
import { sourceLimits } from '../../extract/source-tree.ts';
import { CollectedFiles } from '../archive/collected-files.ts';
import { type Compression, decompressFile } from '../archive/decompress.ts';
import { readTar } from '../archive/tar.ts';

export interface LayerFile {
  path: string;
  compression: Compression;
}

/** Of all layers, unpacked. */
const maxImageBytes = 6_000_000_000;
const maxDepth = 40;
const removal = '.wh.';
const opaque = '.wh..wh..opq';

/** The files that `wants` asks for by their paths inside, without a slash in front. @throws ArchiveFault */
export async function collectFiles(
  layers: readonly LayerFile[],
  wants: (path: string) => boolean,
  signal: AbortSignal,
  maxBytes = maxImageBytes,
): Promise<CollectedFiles> {
  const files = new CollectedFiles();
  const budget = { bytes: maxBytes };
  for (const { path, compression } of layers) {
    const unpacked = spend(decompressFile(path, compression, budget.bytes), budget, signal);
    await addLayer(files, unpacked, wants);
  }
  return files;
}

async function* spend(
  source: AsyncIterable<Uint8Array>,
  budget: { bytes: number },
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    signal.throwIfAborted();
    budget.bytes -= chunk.length;
    yield chunk;
  }
}

async function addLayer(
  files: CollectedFiles,
  unpacked: AsyncIterable<Uint8Array>,
  wants: (path: string) => boolean,
): Promise<void> {
  const below = new Below(files);
  const isWanted = (path: string) => path.split('/').length <= maxDepth && wants(path);
  const entries = readTar(unpacked, {
    wants: (name, size) => isWanted(plain(name)) && files.wants(plain(name), size),
    maxEntries: sourceLimits.entries,
  });
  for await (const { name, kind, content } of entries) {
    const path = plain(name);
    const removed = readWhiteout(path);
    // Whiteouts are for what lies below alone, wherever they stand in their own layer.
    if (removed !== undefined) below.remove(removed.path, removed.inside);
    else if (kind !== 'folder') below.remove(path, false);
    if (kind === 'file' && content !== undefined && removed === undefined) files.add(path, content);
    if ((kind === 'link' || kind === 'hard-link') && isWanted(path)) files.noteLeftOut('links');
  }
}

/** What the layers below one have put there. */
class Below {
  readonly #files: CollectedFiles;
  readonly #paths: Set<string>;
  readonly #folders = new Set<string>();

  constructor(files: CollectedFiles) {
    this.#files = files;
    this.#paths = new Set(files.paths());
    for (const path of this.#paths) {
      for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
        if (this.#folders.size === this.#folders.add(path.slice(0, at)).size) break;
      }
    }
  }

  /** `inside`: all that a folder holds, and not what bears its name. */
  remove(path: string, inside: boolean): void {
    if (!inside && this.#paths.delete(path)) this.#files.remove(path);
    if (path !== '' && !this.#folders.has(path)) return;
    const prefix = path === '' ? '' : `${path}/`;
    for (const each of this.#paths) {
      if (!each.startsWith(prefix)) continue;
      this.#paths.delete(each);
      this.#files.remove(each);
    }
    this.#folders.delete(path);
  }
}

/** `inside`: all that a folder holds, and not the folder itself. */
function readWhiteout(path: string): { path: string; inside: boolean } | undefined {
  const slash = path.lastIndexOf('/');
  const [folder, name] = [path.slice(0, slash + 1), path.slice(slash + 1)];
  if (name === opaque) return { path: folder.slice(0, -1), inside: true };
  return name.startsWith(removal) ? { path: folder + name.slice(removal.length), inside: false } : undefined;
}

/** `./app/x` and `/app/x` are one path. */
function plain(name: string): string {
  return name.replace(/^(\.?\/)+/, '').replace(/\/+$/, '');
}
