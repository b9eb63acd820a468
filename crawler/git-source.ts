/** A server that is read from its repository and never run. */
import { posix } from 'node:path';
import type { FailureKind, Server, Snapshot } from '../schema/snapshot.ts';
import { describeNotes } from './describe-notes.ts';
import type { Extraction } from './extract/extract.ts';
import { type ProjectMetadata, readProjectMetadata } from './extract/project-metadata.ts';
import { readTreeApart } from './extract/read-apart.ts';
import { makeFailedSnapshot, noLaunch } from './failed-snapshot.ts';
import { findRevision } from './fetch/git/find-revision.ts';
import {
  identifyFolder,
  identifyRepository,
  parseGitAddress,
  type RepositoryIdentity,
} from './fetch/git/git-address.ts';
import { type OpenRepository, openRepository } from './fetch/git/open-repository.ts';
import { formatTarget, type Target } from './target.ts';

export type GitTarget = Extract<Target, { kind: 'git' }>;

/** What this part needs of the crawler's context. */
export interface GitContext {
  cacheFolder: string;
  offline: boolean;
  signal: AbortSignal;
  onProgress?: (step: string) => void;
  publicOnly?: boolean;
}

// Names that say no more than that there is a server.
const emptyNames = /^(fast)?(mcp|server|app|main|demo|example|test)?[-_ ]?(mcp|server|app)?$/i;

/** Never fails for a repository's sake: what is wrong with one is a snapshot that says so. Rejects on abort or a bug. */
export async function inspectGit(target: GitTarget, context: GitContext): Promise<Snapshot> {
  const subfolder = normalFolder(target.subfolder);
  context.onProgress?.('fetching');
  const repository = await openRepository({ ...context, location: target.location, ref: target.ref });
  if (!repository.ok) {
    const server = describeServer(identify(target, undefined, subfolder));
    return makeFailedSnapshot(target, { server, failure: repository.failure, reason: repository.reason });
  }
  try {
    context.onProgress?.('reading');
    const read = await readTreeApart(repository.tree, { subfolder }, context.signal);
    const metadata = await readProjectMetadata(repository.tree, subfolder);
    const declared = read.ok ? read.extraction.server.name : undefined;
    const server = describeServer(identify(target, repository.origin, subfolder), metadata, declared);
    const revision = repository.commit === undefined ? {} : { revision: repository.commit };
    if (!read.ok) return makeFailedSnapshot(target, { server, ...revision, ...read });
    return makeSnapshot(target, server, repository, read.extraction, subfolder);
  } finally {
    await repository.close();
  }
}

/** The commit a look would read now: one request. */
export async function lookUpGitRevision(
  target: GitTarget,
  context: GitContext,
): Promise<{ ok: true; revision: string } | { ok: false; failure: FailureKind; reason: string }> {
  const found = await findRevision({ ...context, location: target.location, ref: target.ref });
  return found.ok ? { ok: true, revision: found.commit } : found;
}

function normalFolder(subfolder: string | undefined): string | undefined {
  const normal = subfolder === undefined ? '' : posix.normalize(subfolder).replace(/^\.?\/+|\/+$/g, '');
  return normal === '' || normal === '.' ? undefined : normal;
}

/** By where it was fetched from, or where a clone says it came from; else by its folder. */
function identify(target: GitTarget, origin: string | undefined, subfolder: string | undefined): RepositoryIdentity {
  const address = parseGitAddress(target.location);
  const isPath = 'kind' in address && address.kind === 'path';
  const known = identifyRepository(isPath ? (origin ?? '') : target.location, subfolder);
  return known ?? identifyFolder(isPath ? address.path : target.location, subfolder);
}

function describeServer(identity: RepositoryIdentity, metadata?: ProjectMetadata, declared?: string): Server {
  const candidates = [declared, metadata?.title, metadata?.packageName];
  const name =
    candidates.find((candidate) => candidate !== undefined && !emptyNames.test(candidate.trim())) ?? identity.name;
  const { description, version, homepage } = metadata ?? {};
  return {
    id: identity.id,
    name: name.trim().slice(0, 100),
    ...(version ? { version } : {}),
    ...(description ? { description } : {}),
    ...(identity.webPage ? { repository: identity.webPage } : {}),
    ...(homepage ? { homepage } : {}),
  };
}

function makeSnapshot(
  target: GitTarget,
  server: Server,
  repository: OpenRepository,
  extraction: Extraction,
  subfolder: string | undefined,
): Snapshot {
  const source = repository.commit === undefined ? 'folder read as it lies, without git' : 'git source';
  const revision = repository.commit === undefined ? {} : { revision: repository.commit };
  if (extraction.tools.length === 0)
    return { ...explainEmpty(target, server, repository, extraction, subfolder), ...revision };
  const { instructions } = extraction.server;
  return {
    server,
    target: formatTarget(target),
    ...revision,
    launch: noLaunch,
    coverage: {
      state: 'source-only',
      reason: describeNotes(source, [...extraction.notes, ...repository.tree.leftOut]),
    },
    ...(instructions === undefined ? {} : { instructions }),
    egress: [],
    tools: extraction.tools,
  };
}

function explainEmpty(
  target: GitTarget,
  server: Server,
  { tree }: OpenRepository,
  { notes }: Extraction,
  subfolder: string | undefined,
): Snapshot {
  if (subfolder !== undefined && ![...tree.files.keys()].some((path) => path.startsWith(`${subfolder}/`))) {
    return makeFailedSnapshot(target, {
      server,
      failure: 'not-found',
      reason: `the repository has no folder ${subfolder}`,
    });
  }
  const reason = describeNotes('no tool was found in the source', [...notes, ...tree.leftOut]);
  return makeFailedSnapshot(target, { server, failure: 'no-tools-found', reason });
}
