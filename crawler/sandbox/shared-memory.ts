/**
 * Memory that no process's size shows: segments that nobody has mapped, files that live in memory alone. The kernel counts it for
 * the whole machine, so it is held against what all running sandboxes together may use; a growth beyond that since a
 * sandbox began ends it. Something else on the machine can cause this too, which costs one server one look.
 */
import { readFileSync } from 'node:fs';
import type { SandboxLimits } from './sandbox.ts';

const running = new Set<SandboxLimits>();

export interface SharedMemoryWatch {
  isExceeded(): boolean;
  stop(): void;
}

export function watchSharedMemory(limits: SandboxLimits): SharedMemoryWatch {
  const before = readSharedBytes();
  // An object of its own, since callers share one of limits.
  const own = { ...limits };
  running.add(own);
  return {
    isExceeded: () => {
      const allowed = [...running].reduce((sum, each) => sum + each.memoryBytes + each.diskBytes, 0);
      return readSharedBytes() - before > allowed;
    },
    stop: () => running.delete(own),
  };
}

function readSharedBytes(): number {
  try {
    const kilobytes = /^Shmem:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1];
    return 1024 * Number(kilobytes ?? 0);
  } catch {
    return 0;
  }
}
