/**
 * Finds a repository on this machine and reads its references as the plain files they are. git itself is not started in it: its
 * settings could name programs to run (git(1), SECURITY).
 */
import { lstat, open, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fail, type GitFailure } from './git-failure.ts';
import type { HashKind } from './own-repository.ts';

export interface LocalRepository {
  /** Holds HEAD. */
  gitFolder: string;
  /** Holds objects, packed references and settings; another one than `gitFolder` in a linked work tree. */
  commonFolder: string;
}

/** `folder`: a plain folder without git. */
export type LocalPlace = { kind: 'repository'; repository: LocalRepository } | { kind: 'folder' } | GitFailure;

export async function findLocalRepository(path: string): Promise<LocalPlace> {
  const place = await stat(path).catch(() => undefined);
  if (place === undefined) return fail('not-found', 'there is no such folder');
  if (!place.isDirectory()) return fail('bad-input', 'a git source on this machine is a folder');
  const dotGit = join(path, '.git');
  const inside = await lstat(dotGit).catch(() => undefined);
  if (inside?.isSymbolicLink()) return fail('bad-input', 'its .git is a link, which is not followed');
  if (inside?.isDirectory()) return repositoryAt(dotGit);
  if (inside?.isFile()) return linkedWorkTree(path, dotGit);
  const bare = (await isFolder(join(path, 'objects'))) && (await isFolder(join(path, 'refs')));
  return bare && (await readSmallFile(join(path, 'HEAD'))) !== undefined ? repositoryAt(path) : { kind: 'folder' };
}

async function repositoryAt(gitFolder: string): Promise<LocalPlace> {
  const common = (await readSmallFile(join(gitFolder, 'commondir')))?.trim();
  if (common !== undefined) return fail('bad-input', 'its .git names another folder; give the main repository instead');
  return { kind: 'repository', repository: { gitFolder, commonFolder: gitFolder } };
}

/** A `.git` file may name any folder of the machine, so it counts only where that folder names this work tree in turn. */
async function linkedWorkTree(path: string, dotGit: string): Promise<LocalPlace> {
  const named = /^gitdir: (.+)$/m.exec((await readSmallFile(dotGit)) ?? '')?.[1];
  const refuse = fail('bad-input', 'its .git names a folder elsewhere that does not belong to it');
  if (named === undefined) return refuse;
  const gitFolder = resolve(path, named);
  const back = (await readSmallFile(join(gitFolder, 'gitdir')))?.trim();
  const common = (await readSmallFile(join(gitFolder, 'commondir')))?.trim();
  if (back === undefined || common === undefined) return refuse;
  if ((await realPathOf(resolve(gitFolder, back))) !== (await realPathOf(dotGit))) return refuse;
  return { kind: 'repository', repository: { gitFolder, commonFolder: resolve(gitFolder, common) } };
}

const hashPattern = /^([0-9a-f]{40}|[0-9a-f]{64})$/;

/** The hash a name stands for, which may be a tag's; undefined where there is none. `HEAD` where no name is given. */
export async function resolveLocalRef(
  repository: LocalRepository,
  ref: string | undefined,
): Promise<string | undefined> {
  if (ref !== undefined && hashPattern.test(ref)) return ref;
  const names = ref === undefined ? ['HEAD'] : [`refs/heads/${ref}`, `refs/tags/${ref}`, `refs/remotes/origin/${ref}`];
  if (ref?.startsWith('refs/')) names.unshift(ref);
  const packed = parsePackedRefs((await readSmallFile(join(repository.commonFolder, 'packed-refs'), 32_000_000)) ?? '');
  for (const name of names) {
    const hash = await followRef(repository, packed, name);
    if (hash !== undefined) return hash;
  }
  return undefined;
}

async function followRef(repository: LocalRepository, packed: ReadonlyMap<string, string>, first: string) {
  let name = first;
  for (let step = 0; step < 5; step++) {
    const folder = name === 'HEAD' ? repository.gitFolder : repository.commonFolder;
    const content = (await readSmallFile(join(folder, name)))?.trim() ?? packed.get(name);
    if (content === undefined) return undefined;
    if (hashPattern.test(content)) return content;
    const next = /^ref: (refs\/[\w./+#@-]+)$/.exec(content)?.[1];
    if (next === undefined || next.split('/').includes('..')) return undefined;
    name = next;
  }
  return undefined;
}

function parsePackedRefs(text: string): Map<string, string> {
  const refs = new Map<string, string>();
  let last = '';
  for (const line of text.split('\n')) {
    const parts = /^([0-9a-f]{40,64}) (refs\/\S+)$/.exec(line);
    if (parts?.[1] && parts[2]) refs.set(parts[2], parts[1]);
    // `^` and a hash: the commit behind the annotated tag of the line before (gitrepository-layout(5)).
    const peeled = /^\^([0-9a-f]{40,64})$/.exec(line)?.[1];
    if (peeled !== undefined && last !== '') refs.set(last, peeled);
    last = parts?.[2] ?? '';
  }
  return refs;
}

/** Where the repository came from, as its own settings say: data, never used to reach anything. */
export async function readOrigin(repository: LocalRepository): Promise<string | undefined> {
  const config = (await readSmallFile(join(repository.commonFolder, 'config'))) ?? '';
  const section = /^\s*\[remote "origin"\]\s*$([^[]*)/m.exec(config)?.[1] ?? '';
  return /^\s*url\s*=\s*(\S+)\s*$/m.exec(section)?.[1];
}

export function hashKind(hash: string): HashKind {
  return hash.length === 64 ? 'sha256' : 'sha1';
}

/** Text of a regular file of at most `limit` bytes; links, devices and pipes are not read. */
async function readSmallFile(path: string, limit = 64_000): Promise<string | undefined> {
  const status = await lstat(path).catch(() => undefined);
  if (!status?.isFile() || status.size > limit) return undefined;
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

async function realPathOf(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
