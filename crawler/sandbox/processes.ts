/** What proc(5) says of a sandbox's processes, seen from outside. Reads are synchronous: a busy thread pool must not delay the watch. */
import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessId {
  pid: number;
  /** Clock ticks since boot; with the pid it names one process for good, since pids are used again. */
  startTime: string;
}

export interface Usage {
  processes: number;
  threads: number;
  /** Anonymous, shared and swapped-out pages; those of files can be dropped at any time and are shared between processes. */
  memoryBytes: number;
}

export function readId(pid: number): ProcessId | undefined {
  const fields = readStat(pid);
  const startTime = fields?.[19];
  return fields === undefined || startTime === undefined ? undefined : { pid, startTime };
}

/** False also for a zombie: it has let go of everything, and only its parent's look is missing. */
export function isAlive({ pid, startTime }: ProcessId): boolean {
  const fields = readStat(pid);
  return fields?.[19] === startTime && fields[0] !== 'Z' && fields[0] !== 'X';
}

/** The first process of the namespace that `parent` made: its child that is number 1 there (`NSpid`, pid_namespaces(7)). */
export function findInit(parent: number): ProcessId | undefined {
  const init = readChildren(parent).find((pid) => /^NSpid:.*\t\d+\t1$/m.test(readText(`/proc/${pid}/status`)));
  return init === undefined ? undefined : readId(init);
}

const lookedThrough = 16;

/** The first process of the namespace below that of `outer`, where one of the first processes there has made one. */
export function findInnerInit(outer: number): ProcessId | undefined {
  const depth = readNamespaceIds(outer).length;
  const isFirst = (ids: readonly string[]) => ids.length === depth + 1 && ids.at(-1) === '1';
  const init = depth > 0 ? listTree(outer, lookedThrough).find((pid) => isFirst(readNamespaceIds(pid))) : undefined;
  return init === undefined ? undefined : readId(init);
}

/** A process's number in each of the namespaces that it can be seen in, the innermost last. */
function readNamespaceIds(pid: number): string[] {
  return /^NSpid:\t(.*)$/m.exec(readText(`/proc/${pid}/status`))?.[1]?.split('\t') ?? [];
}

/** A process and all below it, at most `bound` and one of them. */
export function listTree(root: number, bound: number): number[] {
  const found = [root];
  // The list grows as it is walked.
  for (const pid of found) {
    if (found.length > bound) break;
    found.push(...readChildren(pid));
  }
  return found.slice(0, bound + 1);
}

export function sumUsage(pids: readonly number[]): Usage {
  const sum: Usage = { processes: pids.length, threads: 0, memoryBytes: 0 };
  for (const pid of pids) {
    const status = readText(`/proc/${pid}/status`);
    sum.threads += readNumber(status, 'Threads');
    const kilobytes = ['RssAnon', 'RssShmem', 'VmSwap'].map((name) => readNumber(status, name));
    sum.memoryBytes += 1024 * kilobytes.reduce((total, part) => total + part, 0);
  }
  return sum;
}

/** Fields of `/proc/[pid]/stat` from the third (state) on; the second is a name that may hold anything, parentheses too. */
function readStat(pid: number): string[] | undefined {
  const text = readText(`/proc/${pid}/stat`);
  return text === '' ? undefined : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function readChildren(pid: number): number[] {
  if (!hasChildrenFiles()) return scanChildren(pid);
  return listFolder(`/proc/${pid}/task`).flatMap((thread) =>
    readText(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
  );
}

let childrenFiles: boolean | undefined;

/** Kernels built without CONFIG_PROC_CHILDREN have no such file. */
function hasChildrenFiles(): boolean {
  childrenFiles ??= listFolder(`/proc/${process.pid}/task/${process.pid}`).includes('children');
  return childrenFiles;
}

function scanChildren(parent: number): number[] {
  const pids = listFolder('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => readStat(pid)?.[1] === String(parent));
}

function readNumber(status: string, name: string): number {
  const line = status.split('\n').find((line) => line.startsWith(`${name}:`));
  return Number.parseInt(line?.slice(name.length + 1) ?? '0', 10);
}

/** Empty for a process that has gone meanwhile. */
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function listFolder(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
