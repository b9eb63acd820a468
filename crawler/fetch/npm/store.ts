/**
 * Unpacked packages, each kept once however many servers need it. An entry's name is made from the checksum that its tarball was
 * held against; it holds `package/`, and `files.json`, which names every file with its size. An entry appears by one
 * rename, and one whose files are not those of its list counts as missing, so that nothing half written is ever taken for whole.
 */
import { createHash, randomUUID } from 'node:crypto';
import { lstatSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** Of one package, relative to its folder, with `/` between folders. */
export type StoredFile = readonly [path: string, bytes: number];

export interface StoredPackage {
  /** Holds the package's own files, which nobody may write to: others are links to them. */
  folder: string;
  files: readonly StoredFile[];
}

/** Drafts of the store, and of installations, start with this. */
export const incoming = 'incoming-';

export const listName = 'files.json';

/** The number goes up when an entry's form changes; what an older one left is then not read. */
export function findStore(cacheFolder: string): string {
  return path.join(cacheFolder, 'npm-store-1');
}

/**
 * A claim that names several checksums makes an entry of its own, as only one of them was held against the tarball. Without any
 * there is nothing to share by.
 */
export function findEntry(store: string, integrity: string | undefined): string {
  const key = createHash('sha256')
    .update(integrity ?? randomUUID())
    .digest('hex');
  return path.join(store, key.slice(0, 2), key.slice(2));
}

/** Undefined where the entry is missing or not whole. */
export function readEntry(entry: string): StoredPackage | undefined {
  const list = path.join(entry, listName);
  const files = readList(list);
  if (files === undefined) return undefined;
  const folder = path.join(entry, 'package');
  if (!files.every(([file, bytes]) => isFileOf(path.join(folder, file), bytes))) return undefined;
  return { folder, files };
}

/** As `readEntry`, and keeps the entry from being swept while it is about to be used. */
export function takeEntry(entry: string): StoredPackage | undefined {
  const found = readEntry(entry);
  if (found !== undefined) touch(path.join(entry, listName));
  return found;
}

/**
 * `unpack` fills a folder that exists and is empty, in `drafts`, which is on the store's disk, and says what is in it. Another process
 * may do the same at once: whose entry stays makes no difference.
 */
export async function makeEntry(
  entry: string,
  drafts: string,
  unpack: (folder: string) => Promise<StoredFile[]>,
): Promise<StoredPackage> {
  await mkdir(path.dirname(entry), { recursive: true });
  const draft = await mkdtemp(path.join(drafts, incoming));
  try {
    const folder = path.join(draft, 'package');
    await mkdir(folder);
    const files = await unpack(folder);
    writeFileSync(path.join(draft, listName), JSON.stringify(files));
    const found = await moveIntoPlace(draft, entry);
    return found ?? { folder: path.join(entry, 'package'), files };
  } finally {
    await rm(draft, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
  }
}

/** What was there already, where that is whole. */
async function moveIntoPlace(draft: string, entry: string): Promise<StoredPackage | undefined> {
  try {
    await rename(draft, entry);
    return undefined;
  } catch (error) {
    const found = takeEntry(entry);
    if (found !== undefined) return found;
    await removeEntry(entry);
    await rename(draft, entry).catch(() => {
      throw error;
    });
    return undefined;
  }
}

/** Out of sight first: half removed it must not look whole. */
export async function removeEntry(entry: string): Promise<void> {
  const aside = path.join(path.dirname(entry), '..', `${incoming}${randomUUID()}`);
  await rename(entry, aside).catch(() => {});
  await rm(aside, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // The store of another user can be read all the same.
  }
}

function readList(file: string): readonly StoredFile[] | undefined {
  try {
    const list: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(list) && list.length > 0 && list.every(isStoredFile) ? list : undefined;
  } catch {
    return undefined;
  }
}

function isStoredFile(value: unknown): value is StoredFile {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [file, bytes] = value;
  return typeof file === 'string' && typeof bytes === 'number' && !file.split('/').includes('..');
}

function isFileOf(file: string, bytes: number): boolean {
  const status = lstatSync(file, { throwIfNoEntry: false });
  return status?.isFile() === true && status.size === bytes;
}
