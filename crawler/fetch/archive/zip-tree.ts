/** A zip file as source that can be read: nothing of it is unpacked, and links in it are left out. */
import { type FileHandle, open } from 'node:fs/promises';
import {
  decodeSource,
  isPlainPath,
  leftOutSentence,
  type SourceTree,
  sourceLimits,
  withinLimits,
} from '../../extract/source-tree.ts';
import { type ArchiveFailure, ArchiveFault, describeFault } from './archive-fault.ts';
import { listZip, readZipEntry, type ZipEntry } from './zip.ts';

/** Of a tree that is not needed any more the file has to be closed. */
export type OpenArchive = { ok: true; tree: SourceTree; close(): Promise<void> } | ArchiveFailure;

export async function openZipTree(path: string): Promise<OpenArchive> {
  const file = await open(path);
  try {
    const entries = await listZip(file);
    return { ok: true, tree: makeTree(file, entries), close: () => file.close() };
  } catch (error) {
    await file.close();
    return describeFault(error);
  }
}

function makeTree(file: FileHandle, entries: readonly ZipEntry[]): SourceTree {
  const places = new Map<string, ZipEntry>();
  const counts = { links: 0, names: 0, large: 0 };
  for (const entry of entries) {
    if (entry.kind === 'folder') continue;
    if (entry.kind === 'link') counts.links++;
    else if (!isPlainPath(entry.name)) counts.names++;
    else if (entry.size > sourceLimits.fileBytes) counts.large++;
    else places.set(entry.name, entry);
  }
  const files = new Map([...places].map(([name, { size }]) => [name, size]));
  const kinds = ['links', 'names', 'large'] as const;
  const leftOut = kinds.filter((kind) => counts[kind] > 0).map((kind) => leftOutSentence(kind, counts[kind]));
  return { files, leftOut, read: (paths) => readTexts(file, places, withinLimits(paths, files)) };
}

async function readTexts(file: FileHandle, places: ReadonlyMap<string, ZipEntry>, paths: readonly string[]) {
  const texts = new Map<string, string>();
  for (const path of paths) {
    const entry = places.get(path);
    const content = entry === undefined ? undefined : await readOrPass(file, entry);
    const text = content === undefined ? undefined : decodeSource(content);
    if (text !== undefined) texts.set(path, text);
  }
  return texts;
}

/** A file that is not what the table of contents says is absent, and hides nothing but itself. */
async function readOrPass(file: FileHandle, entry: ZipEntry): Promise<Buffer | undefined> {
  try {
    return await readZipEntry(file, entry);
  } catch (error) {
    if (error instanceof ArchiveFault) return undefined;
    throw error;
  }
}
