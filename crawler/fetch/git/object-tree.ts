/** The files of one commit, read straight from git's objects: no work tree is written, so no link, filter or hook can act. */
import {
  decodeSource,
  isPlainPath,
  leftOutSentence,
  type SourceTree,
  sourceLimits,
  withinLimits,
} from '../../extract/source-tree.ts';
import { explainFailure, fail, type GitFailure } from './git-failure.ts';
import { type GitRequest, runGit } from './run-git.ts';

export interface ObjectStore {
  gitFolder: string;
  alternates: readonly string[];
  signal: AbortSignal;
}

interface Entry {
  path: string;
  hash: string;
}

const listLimits = { timeoutMs: 60_000, maxOutputBytes: 48_000_000 };

function request(store: ObjectStore, args: readonly string[], extra: Partial<GitRequest> = {}): GitRequest {
  return {
    gitFolder: store.gitFolder,
    alternates: store.alternates,
    signal: store.signal,
    args,
    ...listLimits,
    ...extra,
  };
}

/** The commit a name or an abbreviated hash stands for, through tags; undefined where there is none. */
export async function findCommit(store: ObjectStore, name: string): Promise<string | undefined | GitFailure> {
  const result = await runGit(
    request(store, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]),
  );
  if (result.stopped !== undefined) return explainFailure(result);
  const hash = result.stdout.toString('latin1').trim();
  return result.code === 0 && /^[0-9a-f]{40,64}$/.test(hash) ? hash : undefined;
}

export async function openObjectTree(
  store: ObjectStore,
  commit: string,
): Promise<{ ok: true; tree: SourceTree } | GitFailure> {
  const listed = await runGit(request(store, ['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', commit]));
  if (listed.stopped !== undefined || listed.code !== 0) return explainFailure(listed);
  const { entries, leftOut } = sortEntries(listed.stdout.toString('utf8'));
  if (entries.length > sourceLimits.entries) {
    return fail('too-large', `the repository has ${entries.length} files, more than are read`);
  }
  const sized = await readSizes(store, entries);
  if ('ok' in sized) return sized;
  if (sized.large > 0) leftOut.push(leftOutSentence('large', sized.large));
  const hashes = new Map(entries.map(({ path, hash }) => [path, hash]));
  const read = (paths: readonly string[]) => readTexts(store, sized.files, hashes, paths);
  return { ok: true, tree: { files: sized.files, leftOut, read } };
}

/** Regular files alone; links (mode 120000) and submodules (160000) are counted and left. */
function sortEntries(listing: string): { entries: Entry[]; leftOut: string[] } {
  const entries: Entry[] = [];
  const counts = { links: 0, submodules: 0, names: 0 };
  for (const record of listing.split('\0')) {
    const parts = /^(\d{6}) (\w+) ([0-9a-f]{40,64})\t([\s\S]*)$/.exec(record);
    if (!parts) continue;
    const [, mode = '', , hash = '', path = ''] = parts;
    if (mode === '120000') counts.links++;
    else if (mode === '160000') counts.submodules++;
    else if (!isPlainPath(path)) counts.names++;
    else entries.push({ path, hash });
  }
  const kinds = ['links', 'submodules', 'names'] as const;
  const leftOut = kinds.filter((kind) => counts[kind] > 0).map((kind) => leftOutSentence(kind, counts[kind]));
  return { entries, leftOut };
}

/** Sizes without contents: what a partial fetch left behind is too large by definition, and is not fetched after all. */
async function readSizes(
  store: ObjectStore,
  entries: readonly Entry[],
): Promise<{ files: Map<string, number>; large: number } | GitFailure> {
  const input = entries.map(({ hash }) => `${hash}\n`).join('');
  const result = await runGit(
    request(store, ['cat-file', '--batch-check=%(objecttype) %(objectsize)', '--buffer'], { input }),
  );
  if (result.stopped !== undefined || result.code !== 0) return explainFailure(result);
  const lines = result.stdout.toString('latin1').split('\n');
  const files = new Map<string, number>();
  let large = 0;
  for (const [index, { path }] of entries.entries()) {
    const size = /^blob (\d+)$/.exec(lines[index] ?? '')?.[1];
    if (size === undefined || Number(size) > sourceLimits.fileBytes) large++;
    else files.set(path, Number(size));
  }
  return { files, large };
}

async function readTexts(
  store: ObjectStore,
  files: ReadonlyMap<string, number>,
  hashes: ReadonlyMap<string, string>,
  paths: readonly string[],
): Promise<Map<string, string>> {
  const wanted = withinLimits(paths, files);
  if (wanted.length === 0) return new Map();
  const input = wanted.map((path) => `${hashes.get(path)}\n`).join('');
  const maxOutputBytes = sourceLimits.totalBytes + wanted.length * 200;
  const result = await runGit(request(store, ['cat-file', '--batch', '--buffer'], { input, maxOutputBytes }));
  return splitBatch(result.stdout, wanted);
}

/** `<hash> <type> <size>\n<bytes>\n` for each object, in the order asked (git-cat-file(1)). */
function splitBatch(output: Buffer, paths: readonly string[]): Map<string, string> {
  const texts = new Map<string, string>();
  let offset = 0;
  for (const path of paths) {
    const end = output.indexOf(0x0a, offset);
    if (end === -1) break;
    const size = /^[0-9a-f]+ blob (\d+)$/.exec(output.toString('latin1', offset, end))?.[1];
    offset = end + 1;
    if (size === undefined) continue;
    const text = decodeSource(output.subarray(offset, offset + Number(size)));
    if (text !== undefined) texts.set(path, text);
    offset += Number(size) + 1;
  }
  return texts;
}
