/**
 * The contract of every sandbox provider. A stranger's program runs with no network, in a process namespace of its own, on a
 * file system that holds the system's libraries, the mounts it was given (read-only), and a fresh, sized HOME and /tmp; with
 * exactly the environment it was given. Whatever it leaves behind dies with it.
 */
import type { Readable, Writable } from 'node:stream';
import type { Backend } from '../../schema/launch-profile.ts';

export interface SandboxLimits {
  /** Wall-clock time until it is killed, milliseconds. */
  wallMs: number;
  /** Processor time of each process, seconds. */
  cpuSeconds: number;
  /** Memory summed over all its processes, bytes: anonymous, shared and swapped out; pages of files can be dropped at any time. */
  memoryBytes: number;
  /** At once, with the sandbox's own first one. */
  processes: number;
  /** HOME and /tmp together, bytes. */
  diskBytes: number;
  /** stdout, and stderr, each, bytes. */
  outputBytes: number;
}

export const defaultLimits: SandboxLimits = {
  wallMs: 60_000,
  cpuSeconds: 60,
  memoryBytes: 1_500_000_000,
  processes: 256,
  diskBytes: 256_000_000,
  outputBytes: 64_000_000,
};

/**
 * A folder or file of this machine, shown read-only at a path inside; not over the system's folders, /tmp or HOME itself. Where root
 * launches, the program is another user: what lies below the topmost folder has to be readable by others.
 */
export interface Mount {
  from: string;
  to: string;
}

export interface SandboxRequest {
  /** A path inside, or a name looked up in the request's PATH. Never a shell line. */
  command: string;
  args: readonly string[];
  env: Readonly<Record<string, string>>;
  /** A path inside. */
  cwd: string;
  mounts: readonly Mount[];
  /** Files to find in HOME: relative path → content. The program can neither change nor remove them where root launches. */
  files?: Readonly<Record<string, string>>;
  limits: SandboxLimits;
  network: 'none' | 'host';
  /**
   * With network 'none': beside the program runs a companion of ours that answers for every name, takes connections to any address
   * on the ports of common services, and notes what goes to any port. `backends` are those it imitates; any other connection is
   * refused or ended at once.
   */
  watch?: { backends: readonly Backend[] };
}

/** `port` is undefined for a name that was asked for; connections to it, where there were any that could be seen, stand apart. */
export interface Reached {
  host: string;
  port: number | undefined;
}

export interface SandboxExit {
  reason:
    | 'exited'
    | 'signalled'
    | 'killed'
    | 'timeout'
    | 'memory-limit'
    | 'process-limit'
    | 'output-limit'
    | 'launch-failed';
  code: number | null;
  signal: string | null;
  /** Set with `launch-failed`: what the provider said. */
  message?: string;
  /** What a watched program tried to reach, in the order it did. */
  reached?: readonly Reached[];
  /** Why it may have tried to reach more than that; never set where everything was seen. */
  reachedGap?: string;
}

export interface SandboxedProcess {
  stdin: Writable;
  stdout: Readable;
  stderr: Readable;
  /** Settles once nothing of it runs any more; never rejects. */
  exit: Promise<SandboxExit>;
  /** What a watched program has tried to reach so far. */
  reached?(): readonly Reached[];
  /** Ends every process in the sandbox; waits until they are gone. */
  kill(): Promise<SandboxExit>;
}

export interface Sandbox {
  id: 'bubblewrap' | 'unshare' | 'none';
  launch(request: SandboxRequest): SandboxedProcess;
}

/** HOME inside every sandbox; writable, fresh, counted against `diskBytes`. */
export const sandboxHome = '/home/plimsoll';
