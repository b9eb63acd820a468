/** Starts what a provider has put together and watches it: time, memory, processes, output; and waits until all of it is gone. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { Duplex, Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { reportDescriptor } from './companion.ts';
import { hostEnvironment } from './host-programs.ts';
import { coverInherited } from './inherited.ts';
import { startedDescriptor, threadsPerProcess } from './last-steps.ts';
import { countOutput } from './output.ts';
import { sumUsage } from './processes.ts';
import { type Report, readReport, type Watched } from './report.ts';
import type { SandboxExit, SandboxedProcess, SandboxLimits } from './sandbox.ts';
import { watchSharedMemory } from './shared-memory.ts';
import { type ProcessTree, watchDescendants, watchNamespace } from './tree.ts';

/** A pipe that the sandbox's builder reads to its end. */
export interface Descriptor {
  fd: number;
  content: string | Buffer;
}

export interface LaunchPlan {
  file: string;
  args: readonly string[];
  /** Numbered without a gap from 4 on, or from 5 where it is watched: 3 is the last shell's. */
  descriptors: readonly Descriptor[];
  /** Whether a companion reports on descriptor 4. */
  watched?: boolean;
  limits: SandboxLimits;
  /** Whether what is launched lives in a pid namespace of its own. */
  namespace: boolean;
}

const pollMs = 100;
/** How long a program is held back for its companion at most: about what Node.js takes to start, on a machine with nothing else to do. */
const companionMs = 30;
/** How long to wait for the words of a builder that has died, or of a companion. */
const drainMs = 1_000;
/** How long a companion may take to tell the rest once its program is over: on a busy machine it may not even have begun. */
const closeMs = 5_000;
const gonePollMs = 5;

export function superviseLaunch(plan: LaunchPlan): SandboxedProcess {
  const extra = [...(plan.watched ? [reportDescriptor] : []), ...plan.descriptors].map(() => 'pipe' as const);
  let child: ChildProcess;
  try {
    const stdio = coverInherited(['pipe', 'pipe', 'pipe', 'pipe', ...extra]);
    child = spawn(plan.file, plan.args, { stdio, env: hostEnvironment, cwd: '/', detached: true });
  } catch (error) {
    return failLaunch(String(error));
  }
  return supervise(child, plan);
}

/** A process that never was. */
export function failLaunch(message: string): SandboxedProcess {
  const exit = Promise.resolve<SandboxExit>({ reason: 'launch-failed', code: null, signal: null, message });
  const stdin = new Writable({ write: (_chunk, _encoding, done) => done() });
  return { stdin, stdout: Readable.from([]), stderr: Readable.from([]), exit, kill: () => exit };
}

function supervise(child: ChildProcess, plan: LaunchPlan): SandboxedProcess {
  child.on('error', () => {});
  const { stdin, stdout, stderr } = child;
  if (child.pid === undefined || stdin === null || stdout === null || stderr === null) return failSpawn(child, plan);
  const tree = plan.namespace ? watchNamespace(child.pid) : watchDescendants(child.pid);
  let ended: SandboxExit['reason'] | undefined;
  const end = (reason: SandboxExit['reason']) => {
    ended ??= reason;
    // Its companion then still tells the rest.
    if (report !== undefined && hasStarted() && tree.killProgram()) closeSoon();
    else tree.killAll();
  };
  const out = countOutput(plan.limits.outputBytes, () => end('output-limit'));
  const err = countOutput(plan.limits.outputBytes, () => end('output-limit'));
  // A program may close its end at any time; that is its own business and shows in how it exits.
  for (const stream of [stdin, stdout, stderr]) stream.on('error', () => {});
  stdout.pipe(out.stream);
  stderr.pipe(err.stream);
  feedDescriptors(child, plan.descriptors);
  const stream = plan.watched ? child.stdio[reportDescriptor] : undefined;
  const report = stream instanceof Duplex ? readReport(stream) : undefined;
  const closeSoon = () => void delay(closeMs, undefined, { ref: false }).then(tree.killAll);
  void report?.programOver.then(closeSoon);
  const hasStarted = letStart(child, tree, report);
  const stop = watchLimits(tree, plan.limits, end);
  const exit = waitForEnd(child, tree).then(async (status): Promise<SandboxExit> => {
    stop();
    const reached = hasStarted() ? await awaitReport(report) : report && { reached: [] };
    if (ended !== undefined) return { reason: ended, ...status, ...reached };
    if (hasStarted()) return { ...describeExit(status), ...reached };
    await Promise.race([finished(stderr).catch(() => {}), delay(drainMs, undefined, { ref: false })]);
    return { reason: 'launch-failed', ...status, message: err.readHead() || 'it ended before the program began' };
  });
  const kill = () => {
    end('killed');
    return exit;
  };
  const process = { stdin, stdout: out.stream, stderr: err.stream, exit, kill };
  return report === undefined ? process : { ...process, reached: report.soFar };
}

function failSpawn(child: ChildProcess, plan: LaunchPlan): SandboxedProcess {
  const failed = failLaunch('');
  const exit = once(child, 'error').then(
    ([error]): SandboxExit => ({
      reason: 'launch-failed',
      code: null,
      signal: null,
      message: `${plan.file}: ${String(error)}`,
    }),
  );
  return { ...failed, exit, kill: () => exit };
}

function feedDescriptors(child: ChildProcess, descriptors: readonly Descriptor[]): void {
  for (const { fd, content } of descriptors) {
    const pipe = child.stdio[fd];
    pipe?.on('error', () => {});
    if (pipe instanceof Writable) pipe.end(content);
  }
}

/**
 * The last shell reports and waits. The stranger's program begins only once the first process of its namespace is known and its
 * companion is at its place.
 */
function letStart(child: ChildProcess, tree: ProcessTree, report: Report | undefined): () => boolean {
  let started = false;
  const pipe = child.stdio[startedDescriptor];
  pipe?.on('error', () => {});
  pipe?.once('data', async () => {
    started = tree.list(0).length > 0;
    if (report !== undefined) await Promise.race([report.ready, delay(companionMs, undefined, { ref: false })]);
    if (pipe instanceof Writable) pipe.end(started ? '\n' : '');
  });
  return () => started;
}

async function awaitReport(report: Report | undefined): Promise<Partial<Watched>> {
  if (report === undefined) return {};
  const late = delay(drainMs, { reached: report.soFar(), reachedGap: 'the watch told nothing more' }, { ref: false });
  return Promise.race([report.whole, late]);
}

function watchLimits(
  tree: ProcessTree,
  limits: SandboxLimits,
  end: (reason: SandboxExit['reason']) => void,
): () => void {
  const shared = watchSharedMemory(limits);
  const wall = setTimeout(() => end('timeout'), limits.wallMs);
  const poll = setInterval(() => {
    const pids = tree.list(limits.processes);
    const usage = sumUsage(pids);
    if (usage.memoryBytes > limits.memoryBytes || shared.isExceeded()) end('memory-limit');
    const threads = limits.processes * threadsPerProcess;
    if (usage.processes > limits.processes || usage.threads > threads) end('process-limit');
  }, pollMs);
  return () => {
    clearTimeout(wall);
    clearInterval(poll);
    shared.stop();
  };
}

/** Resolves when the builder has exited and nothing it started runs any more; what is left behind is killed. */
async function waitForEnd(child: ChildProcess, tree: ProcessTree): Promise<Pick<SandboxExit, 'code' | 'signal'>> {
  const status = await new Promise<Pick<SandboxExit, 'code' | 'signal'>>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  while (!tree.isGone()) {
    tree.killAll();
    await delay(gonePollMs);
  }
  return status;
}

/** A shell and bubblewrap both tell of a signal as 128 and its number (POSIX, 2.8.2 Exit Status for Commands). */
function describeExit({ code, signal }: Pick<SandboxExit, 'code' | 'signal'>): SandboxExit {
  const name = Object.entries(constants.signals).find(([, number]) => code === 128 + number)?.[0];
  const told = signal ?? name ?? null;
  return told === null ? { reason: 'exited', code, signal } : { reason: 'signalled', code: null, signal: told };
}
