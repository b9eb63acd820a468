/** What went wrong with a repository, in the words a person gets. */
import { showHidden } from '../../../schema/hidden-characters.ts';
import type { FailureKind } from '../../../schema/snapshot.ts';
import type { GitResult } from './run-git.ts';

export interface GitFailure {
  ok: false;
  failure: FailureKind;
  reason: string;
}

export function fail(failure: FailureKind, reason: string): GitFailure {
  return { ok: false, failure, reason };
}

export function installLine(): string {
  if (process.platform === 'darwin') return 'xcode-select --install';
  if (process.platform === 'win32') return 'winget install Git.Git';
  return 'sudo apt-get install git (or your system’s package manager)';
}

const told: readonly [RegExp, FailureKind, string][] = [
  [
    /couldn't find remote ref|not our ref|remote branch .* not found/i,
    'not-found',
    'the repository has no such branch, tag or commit',
  ],
  [
    /could not read (Username|Password)|Authentication failed|\b(401|403)\b/i,
    'not-found',
    'no such repository, or a private one',
  ],
  [/is this a git repository/i, 'not-found', 'there is no git repository at that address'],
  [/not found|does not exist|\b404\b/i, 'not-found', 'no such repository'],
  [/redirect/i, 'unreachable', 'the server redirects elsewhere, which is not followed'],
  [
    /unable to access|resolve host|connect|timed? ?out|SSL|TLS|early EOF|hung up|network/i,
    'unreachable',
    'the server could not be reached',
  ],
  [/transport '.*' not allowed|not supported/i, 'bad-input', 'that kind of address is not read'],
];

/** Tells a failed run of git by what it printed; the server's own words are shown, bounded, and never obeyed. */
export function explainFailure(result: GitResult): GitFailure {
  if (result.stopped === 'no-git') return fail('no-git', `git was not found; install it with: ${installLine()}`);
  if (result.stopped === 'timeout') return fail('timeout', 'git took too long');
  if (result.stopped === 'size') return fail('too-large', 'the repository is larger than what is fetched');
  if (result.stopped === 'output') return fail('too-large', 'the repository has more files than what is read');
  const said = lastWords(result.stderr);
  const known = told.find(([pattern]) => pattern.test(said));
  if (known) return fail(known[1], `${known[2]} (git: ${said})`);
  return fail('unreachable', `git could not read the repository (git: ${said || `exit ${result.code}`})`);
}

/** git's last `fatal:` line, without what the server sent as `remote:`. */
function lastWords(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('remote:'));
  const line = lines.findLast((candidate) => /^(fatal|error):/.test(candidate)) ?? lines.at(-1) ?? '';
  return showHidden(line.replace(/^(fatal|error):\s*/, '')).slice(0, 200);
}

export function missingRef(ref: string | undefined): GitFailure {
  return ref === undefined
    ? fail('bad-input', 'the repository has no commit')
    : fail('not-found', `the repository has no branch, tag or commit “${ref}”`);
}

/** A folder of ours that cannot be made or written is the machine's fault, said in one line. */
export function explainDiskError(error: unknown): GitFailure | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (
    typeof code !== 'string' ||
    !/^(EACCES|EPERM|EROFS|ENOSPC|EDQUOT|ENOTDIR|EEXIST|EMFILE|ELOOP|ENAMETOOLONG)$/.test(code)
  )
    return undefined;
  const message = error instanceof Error ? error.message : code;
  return fail('internal', `the working folder cannot be used: ${showHidden(message).slice(0, 200)}`);
}
