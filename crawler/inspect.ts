/** One look at one server, whatever kind of target it is. */
import type { FailureKind, Launch, Snapshot } from '../schema/snapshot.ts';
import { lookUpNpmVersion } from './fetch/npm/look-up.ts';
import { lookUpRelease } from './fetch/pypi/look-up.ts';
import { inspectGit, lookUpGitRevision } from './git-source.ts';
import { inspectCommand } from './inspect-command.ts';
import { inspectEndpoint } from './inspect-endpoint.ts';
import { inspectNpm } from './inspect-npm.ts';
import { inspectOci, lookUpImageRevision } from './inspect-oci.ts';
import { inspectPypi } from './inspect-pypi.ts';
import { inspectSavedList } from './inspect-saved-list.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import type { Target } from './target.ts';

export interface InspectContext {
  /** Holds what was fetched; made where it is missing. */
  cacheFolder: string;
  /** `install` is the line that would install one. */
  sandbox: { found: true; sandbox: Sandbox } | { found: false; reason: string; install: string };
  offline: boolean;
  signal: AbortSignal;
  onProgress?: (step: string) => void;
  /** False: launch profiles are not used. */
  profiles?: boolean;
  /** How the server gave its list the last time; tried first. */
  lastLaunch?: Launch | undefined;
  /** Sent to an endpoint, and to nothing that it leads to. */
  headers?: Readonly<Record<string, string>>;
  /** No person typed the target: an endpoint at a private address is not reached. */
  publicOnly?: boolean;
  /** A command gets this machine's network; nothing else ever does. */
  allowNetwork?: boolean;
}

/** A server's fault is a snapshot with `coverage.state: 'failed'`. Rejects only when the signal aborts, or for a fault of ours. */
export function inspect(target: Target, context: InspectContext): Promise<Snapshot> {
  context.signal.throwIfAborted();
  switch (target.kind) {
    case 'npm':
      return inspectNpm(target, context);
    case 'pypi':
      return inspectPypi(target, context);
    case 'oci':
      return inspectOci(target, context);
    case 'git':
      return inspectGit(target, context);
    case 'tools':
      return inspectSavedList(target);
    case 'command':
      return inspectCommand(target, context);
    case 'http':
      return inspectEndpoint(target, context);
  }
}

export type RevisionLookUp = { ok: true; revision: string } | { ok: false; failure: FailureKind; reason: string };

/** What `Snapshot.revision` would be now, for one cheap request. Targets that have no revision fail with `bad-input`. */
export async function lookUpRevision(target: Target, context: InspectContext): Promise<RevisionLookUp> {
  context.signal.throwIfAborted();
  if (target.kind === 'git') return lookUpGitRevision(target, context);
  if (target.kind === 'oci') return lookUpImageRevision(target, context);
  if (target.kind === 'pypi') {
    const found = await lookUpRelease(target.name, target.version, context);
    return found.ok ? { ok: true, revision: found.release.version } : found;
  }
  if (target.kind !== 'npm') {
    return { ok: false, failure: 'bad-input', reason: 'Only packages and repositories have a revision.' };
  }
  const found = await lookUpNpmVersion(target.name, target.version, context);
  return found.ok ? { ok: true, revision: found.version } : found;
}
