/** Opens a repository for reading: fetched into a folder of ours, or read where it lies. Nothing of it is run. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceTree } from '../../extract/source-tree.ts';
import { openFolderTree } from './folder-tree.ts';
import { type GitAddress, isPlainRef, parseGitAddress } from './git-address.ts';
import { explainDiskError, explainFailure, fail, type GitFailure, missingRef } from './git-failure.ts';
import { guardAddress, unmeantFolder } from './guard-address.ts';
import {
  findLocalRepository,
  hashKind,
  type LocalRepository,
  readOrigin,
  resolveLocalRef,
} from './local-repository.ts';
import { findCommit, openObjectTree } from './object-tree.ts';
import { makeOwnRepository, writeOwnSettings } from './own-repository.ts';
import { runGit } from './run-git.ts';

export interface RepositoryRequest {
  location: string;
  ref: string | undefined;
  /** Temporary folders are made in here and removed by `close`. */
  cacheFolder: string;
  offline: boolean;
  signal: AbortSignal;
  /** No person typed the location: neither a private address nor a folder of this machine is meant. */
  publicOnly?: boolean | undefined;
}

export interface OpenRepository {
  ok: true;
  tree: SourceTree;
  /** Undefined for a plain folder. */
  commit: string | undefined;
  /** The URL it was fetched from, or that a local repository says it came from. */
  origin: string | undefined;
  close(): Promise<void>;
}

export const fetchLimits = {
  timeoutMs: 180_000,
  folderBytes: 300_000_000,
  blobBytes: 1_000_000,
  outputBytes: 1_000_000,
} as const;

/** A work tree is read at its commit; what is not committed is not seen. Rejects only on abort or a bug. */
export async function openRepository(request: RepositoryRequest): Promise<OpenRepository | GitFailure> {
  const address = checkRequest(request);
  if ('ok' in address) return address;
  let folder: string | undefined;
  const close = async () => {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  };
  try {
    await mkdir(request.cacheFolder, { recursive: true });
    folder = await mkdtemp(join(request.cacheFolder, 'git-'));
    const opened = await (address.kind === 'url'
      ? openRemote(address, request, folder)
      : openLocal(address.path, request, folder));
    if (!opened.ok) await close();
    return opened.ok ? { ...opened, close } : opened;
  } catch (error) {
    await close().catch(() => {}); // the first error is the one to tell
    const known = explainDiskError(error);
    if (known) return known;
    throw error;
  }
}

function checkRequest({ location, ref, publicOnly }: RepositoryRequest): GitAddress | GitFailure {
  const address = parseGitAddress(location);
  if ('error' in address) return fail('bad-input', address.error);
  if (publicOnly && address.kind === 'path') return fail('bad-input', unmeantFolder);
  if (ref !== undefined && !isPlainRef(ref)) return fail('bad-input', 'that is no name of a branch, tag or commit');
  return address;
}

type Opened = Omit<OpenRepository, 'close'> | GitFailure;

async function openRemote(
  address: GitAddress & { kind: 'url' },
  request: RepositoryRequest,
  folder: string,
): Promise<Opened> {
  if (request.offline) return fail('unreachable', 'not fetched: this is an offline run');
  const guarded = await guardAddress(request.publicOnly === true, address.url);
  if (!guarded.ok) return guarded;
  const fetched = 'refs/plimsoll/fetched';
  // git refuses a hash of the other kind, so the kind is only in doubt without one.
  const hash = request.ref !== undefined && /^[0-9a-f]{64}$/.test(request.ref) ? 'sha256' : 'sha1';
  await makeOwnRepository(folder, hash);
  const result = await runGit({
    gitFolder: folder,
    settings: guarded.settings,
    args: [
      'fetch',
      '--depth=1',
      '--no-tags',
      '--no-write-fetch-head',
      '--no-recurse-submodules',
      `--filter=blob:limit=${fetchLimits.blobBytes}`,
      '--end-of-options',
      address.url,
      `+${request.ref ?? 'HEAD'}:${fetched}`,
    ],
    protocols: ['https', 'http'],
    followRedirects: address.followRedirects,
    timeoutMs: fetchLimits.timeoutMs,
    maxOutputBytes: fetchLimits.outputBytes,
    maxFolderBytes: fetchLimits.folderBytes,
    signal: request.signal,
  });
  if (result.stopped !== undefined || result.code !== 0) return explainFailure(result);
  await writeOwnSettings(folder, hash);
  return openCommit({ folder, alternates: [], name: fetched, origin: address.url }, request.signal);
}

async function openLocal(path: string, request: RepositoryRequest, folder: string): Promise<Opened> {
  const place = await findLocalRepository(path);
  if ('ok' in place) return place;
  if (place.kind === 'folder') {
    if (request.ref !== undefined) return fail('bad-input', 'a folder without git has no branch, tag or commit');
    const opened = await openFolderTree(path, request.signal);
    return opened.ok ? { ok: true, tree: opened.tree, commit: undefined, origin: undefined } : opened;
  }
  const local = await readThrough(place.repository, request.ref, folder);
  if ('ok' in local) return local;
  return openCommit({ ...local, folder, origin: await readOrigin(place.repository) }, request.signal, request.ref);
}

/** Makes our own repository see the objects of a local one, and finds what the reference names there. */
async function readThrough(
  repository: LocalRepository,
  ref: string | undefined,
  folder: string,
): Promise<{ name: string; alternates: string[] } | GitFailure> {
  const name = (await resolveLocalRef(repository, ref)) ?? abbreviatedHash(ref);
  if (name === undefined) return missingRef(ref);
  await makeOwnRepository(folder, hashKind(name));
  return { name, alternates: [join(repository.commonFolder, 'objects')] };
}

async function openCommit(
  found: { folder: string; alternates: string[]; name: string; origin: string | undefined },
  signal: AbortSignal,
  ref?: string,
): Promise<Opened> {
  const store = { gitFolder: found.folder, alternates: found.alternates, signal };
  const commit = await findCommit(store, found.name);
  if (commit === undefined) return missingRef(ref);
  if (typeof commit !== 'string') return commit;
  const opened = await openObjectTree(store, commit);
  return opened.ok ? { ok: true, tree: opened.tree, commit, origin: found.origin } : opened;
}

function abbreviatedHash(ref: string | undefined): string | undefined {
  return ref !== undefined && /^[0-9a-f]{7,64}$/.test(ref) ? ref : undefined;
}
