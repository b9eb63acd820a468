/** All that one launch has started: how to list it, end it, and tell that it has gone. */
import { findInit, findInnerInit, isAlive, listTree, type ProcessId, readId } from './processes.ts';

export interface ProcessTree {
  /** Pids on this machine, at most `bound` and one. */
  list(bound: number): number[];
  killAll(): void;
  /** Ends a program that has a namespace of its own within ours, and nothing else; false where there is none. */
  killProgram(): boolean;
  isGone(): boolean;
}

/** Processes in a pid namespace: all of them end with its first one, whatever they did to hide (pid_namespaces(7)). */
export function watchNamespace(builder: number): ProcessTree {
  const self = readId(builder);
  let init: ProcessId | undefined;
  let inner: ProcessId | undefined;
  const look = () => {
    init ??= findInit(builder);
    return init;
  };
  return {
    list: (bound) => {
      const first = look();
      return first === undefined || !isAlive(first) ? [] : listTree(first.pid, bound);
    },
    killAll: () => {
      const first = look();
      if (first !== undefined && isAlive(first)) signalProcess(first.pid);
      // Not there yet: the builder goes, and what it has started dies with its parent.
      else if (self !== undefined && isAlive(self)) signalProcess(-builder);
    },
    killProgram: () => {
      const first = look();
      if (first !== undefined) inner ??= findInnerInit(first.pid);
      if (inner === undefined) return false;
      if (isAlive(inner)) signalProcess(inner.pid);
      return true;
    },
    isGone: () => init === undefined || !isAlive(init),
  };
}

/**
 * Processes without a namespace: those seen below the first one, kept in mind so that a daemon which slips away is found again.
 * Where there is no /proc, as on macOS, only the first one's process group.
 */
export function watchDescendants(first: number): ProcessTree {
  if (readId(process.pid) === undefined) return watchGroup(first);
  const seen = new Map<string, ProcessId>();
  const look = (bound: number) => {
    for (const pid of [first, ...[...seen.values()].filter(isAlive).map(({ pid }) => pid)]) {
      for (const id of listTree(pid, bound).map(readId))
        if (id !== undefined) seen.set(`${id.pid} ${id.startTime}`, id);
    }
    return [...seen.values()].filter(isAlive);
  };
  look(1);
  return {
    list: (bound) => look(bound).map(({ pid }) => pid),
    killAll: () => {
      const alive = look(Number.MAX_SAFE_INTEGER);
      if (alive.some(({ pid }) => pid === first)) signalProcess(-first);
      for (const { pid } of alive) signalProcess(pid);
    },
    killProgram: () => false,
    isGone: () => look(1).length === 0,
  };
}

function watchGroup(first: number): ProcessTree {
  return { list: () => [first], killAll: () => signalProcess(-first), killProgram: () => false, isGone: () => true };
}

/** SIGKILL. One that has ended by itself meanwhile is no fault, and whoever waits sees whether it is gone. */
function signalProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // ESRCH or EPERM.
  }
}
