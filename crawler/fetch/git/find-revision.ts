/** Which commit a later look would read, without reading it. */
import { isPlainRef, parseGitAddress } from './git-address.ts';
import { explainFailure, fail, type GitFailure, missingRef } from './git-failure.ts';
import { guardAddress, unmeantFolder } from './guard-address.ts';
import { findLocalRepository, resolveLocalRef } from './local-repository.ts';
import { runGit } from './run-git.ts';

export interface RevisionRequest {
  location: string;
  ref: string | undefined;
  offline: boolean;
  signal: AbortSignal;
  /** No person typed the location: neither a private address nor a folder of this machine is meant. */
  publicOnly?: boolean | undefined;
}

/** One request, or a glance at the local references. A folder without git has no revision. */
export async function findRevision(request: RevisionRequest): Promise<{ ok: true; commit: string } | GitFailure> {
  const address = parseGitAddress(request.location);
  if ('error' in address) return fail('bad-input', address.error);
  const { ref } = request;
  if (ref !== undefined && !isPlainRef(ref)) return fail('bad-input', 'that is no name of a branch, tag or commit');
  if (address.kind === 'path') {
    return request.publicOnly ? fail('bad-input', unmeantFolder) : findLocalRevision(address.path, ref);
  }
  if (ref !== undefined && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(ref)) return { ok: true, commit: ref };
  if (request.offline) return fail('unreachable', 'not looked up: this is an offline run');
  const guarded = await guardAddress(request.publicOnly === true, address.url);
  if (!guarded.ok) return guarded;
  const patterns =
    ref === undefined ? ['HEAD'] : [`refs/heads/${ref}`, `refs/tags/${ref}`, `refs/tags/${ref}^{}`, ref, `${ref}^{}`];
  const result = await runGit({
    gitFolder: undefined,
    settings: guarded.settings,
    args: ['ls-remote', '--end-of-options', address.url, ...patterns],
    protocols: ['https', 'http'],
    followRedirects: address.followRedirects,
    timeoutMs: 30_000,
    maxOutputBytes: 1_000_000,
    signal: request.signal,
  });
  if (result.stopped !== undefined || result.code !== 0) return explainFailure(result);
  const commit = pickRevision(result.stdout.toString('latin1'), ref);
  if (commit !== undefined) return { ok: true, commit };
  return ref === undefined
    ? fail('not-found', 'there is no repository with a commit at that address')
    : missingRef(ref);
}

function pickRevision(listing: string, ref: string | undefined): string | undefined {
  const found = new Map<string, string>();
  for (const line of listing.split('\n')) {
    const [hash = '', name = ''] = line.split('\t');
    if (/^[0-9a-f]{40,64}$/.test(hash)) found.set(name, hash);
  }
  // An annotated tag stands for the commit behind it, listed with `^{}`.
  const order =
    ref === undefined ? ['HEAD'] : [`refs/heads/${ref}`, `refs/tags/${ref}^{}`, `refs/tags/${ref}`, `${ref}^{}`, ref];
  return order.map((name) => found.get(name)).find((hash) => hash !== undefined);
}

async function findLocalRevision(
  path: string,
  ref: string | undefined,
): Promise<{ ok: true; commit: string } | GitFailure> {
  const place = await findLocalRepository(path);
  if ('ok' in place) return place;
  if (place.kind === 'folder') return fail('bad-input', 'a folder without git has no commit');
  const hash = await resolveLocalRef(place.repository, ref);
  return hash === undefined ? missingRef(ref) : { ok: true, commit: hash };
}
