/**
 * A package and what it needs to run, installed once into the cache from wheels alone: nothing of any package is run, since only
 * building one would. A requirement at an address of its own is refused, since pip would fetch it from wherever that leads and build it
 * whatever its options say; and pip may start no other program at all.
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { addressSegment } from '../../../schema/page-address.ts';
import { TextTail } from '../../introspect/text-tail.ts';
import { normalizePypiName } from '../../pypi-name.ts';
import { dropOldest, touch } from '../drop-oldest.ts';
import { folderSize } from '../git/folder-size.ts';
import type { Python } from './find-python.ts';
import { describePipFailure } from './install-failure.ts';
import type { FetchContext, FetchFailure } from './look-up.ts';
import { pipEnvironment } from './pip-environment.ts';

export interface InstallLimits {
  deadlineMs: number;
  /** Of everything that is unpacked. */
  maxBytes: number;
}

const defaultLimits: InstallLimits = { deadlineMs: 180_000, maxBytes: 600_000_000 };
const checkEveryMs = 2_000;
const keptInstallations = 100;

/**
 * Runs pip with a hook that cannot be taken off again (PEP 578). On musl the loader is asked for its version, which is the one program
 * that choosing a wheel needs.
 */
const runPip = `
import os, runpy, sys
def refuse(event, args):
    if event in ("os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty", "pty.spawn", "os.startfile"):
        raise OSError("plimsoll: nothing is built")
    if event == "subprocess.Popen" and not os.path.basename(str(args[0])).startswith("ld-musl-"):
        raise OSError("plimsoll: nothing is built")
sys.addaudithook(refuse)
from pip._vendor.packaging.requirements import Requirement
read = Requirement.__init__
def read_named(self, *args, **options):
    read(self, *args, **options)
    if self.url is not None:
        raise SystemExit("plimsoll: an address of its own")
Requirement.__init__ = read_named
sys.argv[0] = "pip"
runpy.run_module("pip", run_name="__main__", alter_sys=True)
`;

/** `folder` is what the interpreter is to take packages from. Rejects only where the signal aborts or the cache cannot be written. */
export async function installWheels(
  project: string,
  version: string,
  python: Python,
  context: FetchContext,
  limits: InstallLimits = defaultLimits,
): Promise<{ ok: true; folder: string } | FetchFailure> {
  const name = normalizePypiName(project);
  const home = path.join(context.cacheFolder, 'pypi', 'installed');
  const folder = path.join(home, `${addressSegment(name)}-${addressSegment(version)}-${python.tag}`);
  if (await touch(folder)) return { ok: true, folder };
  if (context.offline) {
    return { ok: false, failure: 'unreachable', reason: `Offline, and ${project} was not installed before.` };
  }
  await mkdir(home, { recursive: true });
  // Also what a killed run left behind.
  await dropOldest(home, { entries: keptInstallations });
  const draft = await mkdtemp(path.join(home, 'incoming-'));
  try {
    const target = path.join(draft, 'packages');
    const ended = await run(
      python,
      makeArguments(target, `${name}==${version}`, context),
      draft,
      context.signal,
      limits,
    );
    if (ended.code !== 0) return describePipFailure(ended, name);
    await rename(target, folder).catch(async (error: unknown) => {
      // Another process was faster, which is as good.
      if (!(await touch(folder))) throw error;
    });
    return { ok: true, folder };
  } finally {
    await rm(draft, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
  }
}

function makeArguments(target: string, requirement: string, { cacheFolder }: FetchContext): string[] {
  const choices = ['--only-binary', ':all:', '--no-build-isolation', '--target', target];
  const manners = ['--quiet', '--progress-bar', 'off', '--no-warn-script-location', '--no-warn-conflicts'];
  const network = ['--retries', '1', '--timeout', '15', '--cache-dir', path.join(cacheFolder, 'pypi', 'pip')];
  return ['-I', '-c', runPip, 'install', ...choices, ...manners, ...network, '--', requirement];
}

export interface PipEnd {
  code: number | 'deadline' | 'too-large' | 'not-started';
  /** The end of what it said. */
  text: string;
}

async function run(
  python: Python,
  args: readonly string[],
  folder: string,
  signal: AbortSignal,
  { deadlineMs, maxBytes }: InstallLimits,
): Promise<PipEnd> {
  signal.throwIfAborted();
  const tail = new TextTail();
  const env = { ...pipEnvironment(), TMPDIR: folder };
  const pip = spawn(python.launcher, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  pip.stderr.on('data', (chunk: Buffer) => tail.push(chunk));
  const { promise, resolve } = Promise.withResolvers<PipEnd['code']>();
  let stopped: PipEnd['code'] | undefined;
  const stop = (why: PipEnd['code']) => {
    stopped ??= why;
    pip.kill('SIGKILL');
  };
  pip.on('error', () => resolve('not-started'));
  pip.on('close', (code) => resolve(stopped ?? code ?? 'not-started'));
  const onAbort = () => stop('deadline');
  const timer = setTimeout(onAbort, deadlineMs);
  const watch = setInterval(() => {
    folderSize(folder).then(
      (bytes) => bytes > maxBytes && stop('too-large'),
      () => {},
    );
  }, checkEveryMs);
  signal.addEventListener('abort', onAbort, { once: true });
  const code = await promise;
  clearTimeout(timer);
  clearInterval(watch);
  signal.removeEventListener('abort', onAbort);
  signal.throwIfAborted();
  const isTooLarge = code === 0 && (await folderSize(folder)) > maxBytes;
  return { code: isTooLarge ? 'too-large' : code, text: tail.text() };
}
