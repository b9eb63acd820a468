/** Runs the system's `git` as a reader of strangers' repositories: nothing of the machine's or the repository's settings acts. */
import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { folderSize } from './folder-size.ts';
import { commandLine, gitEnvironment } from './git-environment.ts';

export interface GitRequest {
  /** The bare repository of our own that git works in; undefined where it needs none. */
  gitFolder: string | undefined;
  args: readonly string[];
  /** `name=value`, beside those that every run has. */
  settings?: readonly string[];
  input?: string;
  /** Transports git may use, as `GIT_ALLOW_PROTOCOL` takes them (git(1)); none by default. */
  protocols?: readonly string[];
  /** Folders of objects to read besides our own. */
  alternates?: readonly string[];
  /** Redirects followed on the first request: only for hosts known to use them for renames. */
  followRedirects?: boolean;
  timeoutMs: number;
  maxOutputBytes: number;
  /** Ends git once its folder holds more than this, bytes. */
  maxFolderBytes?: number;
  signal: AbortSignal;
}

export interface GitResult {
  code: number | null;
  stdout: Buffer;
  stderr: string;
  /** Why we ended it, or `no-git` where there was nothing to start. */
  stopped: 'timeout' | 'output' | 'size' | 'no-git' | undefined;
}

const stderrLimit = 16_000;

/** Never rejects but on abort; a failure of git is its exit code. */
export async function runGit(request: GitRequest): Promise<GitResult> {
  request.signal.throwIfAborted();
  const child = spawn('git', commandLine(request), {
    env: gitEnvironment(request),
    cwd: request.gitFolder ?? '/',
    stdio: ['pipe', 'pipe', 'pipe'],
    // A group of its own, so that git's own children (`git-remote-https`, `index-pack`) end with it.
    detached: true,
  });
  let stopped: GitResult['stopped'];
  const stop = (reason: GitResult['stopped']) => {
    stopped ??= reason;
    killGroup(child.pid);
  };
  const onAbort = () => stop(undefined);
  request.signal.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(() => stop('timeout'), request.timeoutMs);
  const watch = watchSize(request, () => stop('size'));
  child.stdin.on('error', () => {}); // git may end before it has read everything
  child.stdin.end(request.input ?? '');
  const output = readOutput(child.stdout, request.maxOutputBytes, () => stop('output'));
  const errors = readOutput(child.stderr, stderrLimit, () => {});
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', () => {
      stopped ??= 'no-git';
      resolve(null);
    });
    child.on('close', resolve);
  });
  clearTimeout(timer);
  clearInterval(watch);
  request.signal.removeEventListener('abort', onAbort);
  request.signal.throwIfAborted();
  return { code, stdout: output(), stderr: errors().toString('utf8'), stopped };
}

/** Collects up to `limit` bytes; what comes after is told of and dropped. */
function readOutput(stream: Readable, limit: number, onMore: () => void): () => Buffer {
  const chunks: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > limit) onMore();
    else chunks.push(chunk);
  });
  return () => Buffer.concat(chunks);
}

function killGroup(leader: number | undefined): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function watchSize(request: GitRequest, onTooLarge: () => void): NodeJS.Timeout | undefined {
  const { gitFolder, maxFolderBytes } = request;
  if (gitFolder === undefined || maxFolderBytes === undefined) return undefined;
  return setInterval(() => {
    folderSize(gitFolder).then(
      (size) => size > maxFolderBytes && onTooLarge(),
      () => {}, // files come and go while git works
    );
  }, 250);
}
