/** The scripts of a published npm package, fetched and never run: compiled, bundled or minified, without those of its dependencies. */
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isExcluded } from '../excluded-paths.ts';
import { documentLimits, isDocumentPath } from '../openapi/document.ts';
import { decodeSource, isPlainPath, leftOutSentence } from '../source-tree.ts';
import { typescript } from './index.ts';

/** Bytes of one file (a server bundled with its libraries has one of several megabytes), of all, and entries of folders. */
const limits = { fileBytes: 5_000_000, totalBytes: 10_000_000, entries: 20_000, depth: 12 } as const;
// What a package calls its built code, which is left out of repositories; documents are not published as scripts.
const built = /^(dist|build|lib|out|esm|cjs|docs?)$/i;

export interface PackageScripts {
  texts: ReadonlyMap<string, string>;
  /** Files that may be OpenAPI documents. */
  documents: ReadonlyMap<string, string>;
  notes: string[];
}

/** Links are not followed; an unreadable folder has no scripts. */
export async function readPackageScripts(folder: string): Promise<PackageScripts> {
  const notes: string[] = [];
  const files = (await listFiles(folder)).filter(({ path }) => !isExcluded(withoutBuilt(path)));
  const sized = files.filter(({ path }) => typescript.reads(path));
  const large = sized.filter(({ size }) => size > limits.fileBytes).length;
  if (large > 0) notes.push(leftOutSentence('large', large).replace('1 MB', '5 MB'));
  const texts = new Map<string, string>();
  let total = 0;
  // Small files first: where a package holds its tools and a bundle of libraries, the libraries go.
  for (const { path, size } of sized.toSorted((a, b) => a.size - b.size)) {
    if (size > limits.fileBytes || total + size > limits.totalBytes) continue;
    total += size;
    const text = await readFile(join(folder, path)).then(decodeSource, () => undefined);
    if (text !== undefined) texts.set(path, text);
  }
  return {
    texts: new Map([...texts].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    documents: await readDocuments(folder, files),
    notes,
  };
}

async function readDocuments(
  folder: string,
  files: readonly { path: string; size: number }[],
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const possible = files.filter(({ path, size }) => isDocumentPath(path) && size <= documentLimits.bytes);
  for (const { path } of possible.slice(0, documentLimits.count)) {
    const text = await readFile(join(folder, path)).then(decodeSource, () => undefined);
    if (text !== undefined) texts.set(path, text);
  }
  return texts;
}

function withoutBuilt(path: string): string {
  return path
    .split('/')
    .filter((segment) => !built.test(segment))
    .join('/');
}

async function listFiles(folder: string): Promise<{ path: string; size: number }[]> {
  const files: { path: string; size: number }[] = [];
  const open = [''];
  let entries = 0;
  for (let at = open.pop(); at !== undefined && entries < limits.entries; at = open.pop()) {
    for (const entry of await readdir(join(folder, at), { withFileTypes: true }).catch(() => [])) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      if (++entries > limits.entries || !isPlainPath(path)) continue;
      if (entry.isDirectory() && entry.name !== 'node_modules' && path.split('/').length < limits.depth)
        open.push(path);
      if (!entry.isFile()) continue;
      const size = await lstat(join(folder, path)).then(
        (status) => status.size,
        () => undefined,
      );
      if (size !== undefined) files.push({ path, size });
    }
  }
  return files;
}
