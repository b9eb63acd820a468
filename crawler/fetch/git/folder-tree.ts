/** A folder without git, read as it lies. No link is followed, so nothing outside the folder is reached. */
import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  decodeSource,
  isPlainPath,
  leftOutSentence,
  type SourceTree,
  sourceLimits,
  withinLimits,
} from '../../extract/source-tree.ts';
import { fail, type GitFailure } from './git-failure.ts';

// Other people's code and what tools leave behind: large, and no part of the server.
const skippedFolders = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  '.venv',
  'venv',
  '__pycache__',
  '.tox',
  '.mypy_cache',
]);
const maxDepth = 40;

export async function openFolderTree(
  root: string,
  signal: AbortSignal,
): Promise<{ ok: true; tree: SourceTree } | GitFailure> {
  const files = new Map<string, number>();
  const counts = { links: 0, names: 0, large: 0, folders: 0 };
  const queue = [{ path: '', depth: 0 }];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    signal.throwIfAborted();
    const entries = await readdir(join(root, next.path), { withFileTypes: true }).catch(() => undefined);
    if (entries === undefined) counts.folders++;
    for (const entry of entries ?? []) {
      const path = next.path === '' ? entry.name : `${next.path}/${entry.name}`;
      if (entry.isSymbolicLink()) counts.links++;
      else if (!isPlainPath(path)) counts.names++;
      else if (entry.isDirectory()) {
        if (!skippedFolders.has(entry.name) && next.depth < maxDepth) queue.push({ path, depth: next.depth + 1 });
      } else if (entry.isFile()) {
        const size = (await lstat(join(root, path)).catch(() => undefined))?.size ?? Number.POSITIVE_INFINITY;
        if (size > sourceLimits.fileBytes) counts.large++;
        else files.set(path, size);
      }
    }
    if (files.size > sourceLimits.entries) return fail('too-large', 'the folder has more files than are read');
  }
  const kinds = ['links', 'names', 'large', 'folders'] as const;
  const leftOut = kinds.filter((kind) => counts[kind] > 0).map((kind) => leftOutSentence(kind, counts[kind]));
  return { ok: true, tree: { files, leftOut, read: (paths) => readTexts(root, files, paths) } };
}

async function readTexts(root: string, files: ReadonlyMap<string, number>, paths: readonly string[]) {
  const texts = new Map<string, string>();
  for (const path of withinLimits(paths, files)) {
    const text = await readText(join(root, path));
    if (text !== undefined) texts.set(path, text);
  }
  return texts;
}

/** A file that has become a link, a pipe or a giant since it was listed is not read. */
async function readText(path: string): Promise<string | undefined> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
    () => undefined,
  );
  if (file === undefined) return undefined;
  try {
    const status = await file.stat();
    if (!status.isFile() || status.size > sourceLimits.fileBytes) return undefined;
    return decodeSource(await file.readFile());
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}
