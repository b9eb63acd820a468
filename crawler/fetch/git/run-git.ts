/** Runs the system's `git` as a reader of strangers' repositories: nothing of the machine's or the repository's settings acts. */
import { spawn } from 'node:child_process';
import { folderSize } from './folder-size.ts';

export interface GitRequest {
  /** The bare repository of our own that git works in; undefined where it needs none. */
  gitFolder: string | undefined;
  args: readonly string[];
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

/** Settings given on the command line outrank every file. Each switches off a way for a repository to act. */
const hardening: readonly string[] = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.symlinks=false',
  'core.attributesFile=/dev/null',
  'core.askPass=',
  'core.bigFileThreshold=2m',
  'credential.helper=',
  'protocol.ext.allow=never',
  'submodule.recurse=false',
  'fetch.recurseSubmodules=false',
  'fetch.unpackLimit=1',
  'gc.auto=0',
  'maintenance.auto=false',
  'http.lowSpeedLimit=100',
  'http.lowSpeedTime=30',
];

// A proxy or a private certificate authority is how some machines reach anything at all.
const passedOn = [
  'PATH',
  'HTTPS_PROXY',
  'https_proxy',
  'HTTP_PROXY',
  'http_proxy',
  'NO_PROXY',
  'no_proxy',
  'ALL_PROXY',
];
const passedOnFiles = ['SSL_CERT_FILE', 'SSL_CERT_DIR', 'GIT_SSL_CAINFO', 'SystemRoot'];

/** The whole environment git gets: no HOME, no helper, no prompt, no pager, and no settings but ours. */
export function gitEnvironment(request: Pick<GitRequest, 'protocols' | 'alternates'>): Record<string, string> {
  const env: Record<string, string> = {
    LC_ALL: 'C',
    HOME: '/nonexistent',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GIT_SSH_COMMAND: 'false',
    GIT_PAGER: '',
    GIT_EDITOR: 'false',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_LFS_SKIP_SMUDGE: '1',
    GIT_OPTIONAL_LOCKS: '0',
    // An empty list allows nothing, whatever any `protocol.*` setting says.
    GIT_ALLOW_PROTOCOL: (request.protocols ?? []).join(':'),
  };
  if (request.alternates?.length) env.GIT_ALTERNATE_OBJECT_DIRECTORIES = request.alternates.map(quotePath).join(':');
  for (const name of [...passedOn, ...passedOnFiles]) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  return env;
}

/** C-style quotes keep a `:` in a path from splitting it in two (git(1), GIT_ALTERNATE_OBJECT_DIRECTORIES). */
function quotePath(path: string): string {
  return `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}

function commandLine(request: GitRequest): string[] {
  const settings = [...hardening, `http.followRedirects=${request.followRedirects ? 'initial' : 'false'}`];
  const folder = request.gitFolder === undefined ? [] : [`--git-dir=${request.gitFolder}`];
  return ['--no-pager', ...settings.flatMap((setting) => ['-c', setting]), ...folder, ...request.args];
}

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
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  const onAbort = () => stop(undefined);
  request.signal.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(() => stop('timeout'), request.timeoutMs);
  const watch = watchSize(request, () => stop('size'));

  const stdout: Buffer[] = [];
  let stdoutBytes = 0;
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdoutBytes += chunk.length;
    if (stdoutBytes > request.maxOutputBytes) stop('output');
    else stdout.push(chunk);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    if (stderr.length < stderrLimit) stderr += chunk.toString('utf8');
  });
  child.stdin.on('error', () => {}); // git may end before it has read everything
  child.stdin.end(request.input ?? '');

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
  return { code, stdout: Buffer.concat(stdout), stderr: stderr.slice(0, stderrLimit), stopped };
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
