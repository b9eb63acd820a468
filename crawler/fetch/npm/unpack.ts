/** One tarball unpacked with bounds: its files alone, below one folder, read-only, with no mode but executable or not. */
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { ArchiveFault } from '../archive/archive-fault.ts';
import { decompressFile } from '../archive/decompress.ts';
import { readTar, type TarFile } from '../archive/tar.ts';
import { errorCode } from './failure.ts';
import type { StoredFile } from './store.ts';

/** Bytes that may still be unpacked, by all who share it. */
export interface Budget {
  left: number;
}

// A block of the disk: a million empty files are not nothing.
export const leastBytes = 512;
const maxEntries = 200_000;
const maxDepth = 64;

// Names that this disk cannot have, or that stand in each other's way: such a file is left out, as npm leaves it out.
const oddNames: ReadonlySet<string> = new Set([
  'EEXIST',
  'EILSEQ',
  'EINVAL',
  'EISDIR',
  'ENAMETOOLONG',
  'ENOTDIR',
  'ERR_FS_EISDIR',
  'ERR_INVALID_ARG_VALUE',
]);

/**
 * `folder` is empty. @returns what is in it then. @throws ArchiveFault where the archive is damaged or larger than `budget`, and what
 * the disk says; the folder's content then means nothing
 */
export async function unpackTarball(tarball: string, folder: string, budget: Budget): Promise<StoredFile[]> {
  const written = new Map<string, number>();
  const writer = new FileWriter();
  const source = decompressFile(tarball, (await isGzip(tarball)) ? 'gzip' : 'none', budget.left);
  const entries = readTar(source, {
    wants: () => false,
    maxEntries,
    open: (file) => {
      budget.left -= Math.max(leastBytes, file.size);
      if (budget.left < 0) throw new ArchiveFault('too-large', 'It is larger than what is fetched of one server.');
      const name = placeInside(file.name);
      if (name === undefined || !writer.begin(path.join(folder, name), file)) return undefined;
      written.set(name, file.size);
      return (part) => writer.write(part);
    },
  });
  try {
    for await (const _ of entries) writer.end();
  } finally {
    writer.end();
  }
  if (written.size === 0) throw new ArchiveFault('broken', 'It holds no files.');
  return [...written];
}

/** One file at a time. */
class FileWriter {
  readonly #made = new Set<string>();
  #file: number | undefined;

  /** False where there can be no file of that name. */
  begin(file: string, { isExecutable }: TarFile): boolean {
    const mode = isExecutable ? 0o555 : 0o444;
    try {
      this.#makeFolder(path.dirname(file));
      this.#file = openNew(file, mode);
      return true;
    } catch (error) {
      if (oddNames.has(errorCode(error))) return false;
      throw error;
    }
  }

  write(part: Buffer): void {
    if (this.#file === undefined) return;
    for (let at = 0; at < part.length; ) at += writeSync(this.#file, part, at);
  }

  end(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #makeFolder(folder: string): void {
    if (this.#made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
  }
}

/** The second of two files of one name takes the place of the first. */
function openNew(file: string, mode: number): number {
  try {
    return openSync(file, 'wx', mode);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    rmSync(file);
    return openSync(file, 'wx', mode);
  }
}

/** Without the first folder, whatever it is called, as npm does it. Undefined where that leads out, or to nothing. */
function placeInside(name: string): string | undefined {
  const parts = name.split('/').slice(1);
  const plain = parts.filter((part) => part !== '' && part !== '.');
  const leadsOut = plain.some((part) => part === '..' || (path.sep === '\\' && part.includes('\\')));
  return plain.length === 0 || plain.length > maxDepth || leadsOut ? undefined : plain.join('/');
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.readUInt16BE() === 0x1f8b;
  } finally {
    await handle.close();
  }
}
