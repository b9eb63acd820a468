/** What the sandbox's tests have in common: each provider that works here, and a short way to run a script in it. */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { probeBubblewrap, probeUnshare } from './probe.ts';
import { findRemedy } from './remedy.ts';
import { defaultLimits, type Sandbox, type SandboxExit, type SandboxRequest, sandboxHome } from './sandbox.ts';
import { failLaunch } from './supervise.ts';

export interface TestedProvider {
  id: 'bubblewrap' | 'unshare';
  box: Sandbox;
  /** It does not work on this machine, and `box` launches nothing. */
  missing: boolean;
}

/** In CI a missing bubblewrap is a fault; elsewhere what is not there is left out, and said so. */
export async function findTestedProviders(): Promise<TestedProvider[]> {
  const results = { bubblewrap: await probeBubblewrap(), unshare: await probeUnshare() };
  return (['bubblewrap', 'unshare'] as const).map((id) => {
    const result = results[id];
    if (result.ok) return { id, box: result.sandbox, missing: false };
    const message = `${id} does not work here (${result.reason}); to test it: ${findRemedy()}`;
    if (id === 'bubblewrap' && process.env.CI) throw new Error(message);
    process.stderr.write(`\n*** SANDBOX TESTS SKIPPED: ${message} ***\n\n`);
    return { id, box: { id, launch: () => failLaunch(message) }, missing: true };
  });
}

export interface ScriptRun {
  exit: SandboxExit;
  stdout: string;
  stderr: string;
}

export const nodeInside = '/opt/plimsoll-node';
export const pathInside = '/usr/local/bin:/usr/bin:/bin';

export function makeRequest(request: Partial<SandboxRequest>): SandboxRequest {
  return {
    command: 'true',
    args: [],
    env: { PATH: pathInside, HOME: sandboxHome },
    cwd: sandboxHome,
    network: 'none',
    ...request,
    mounts: [{ from: process.execPath, to: nodeInside }, ...(request.mounts ?? [])],
    limits: { ...defaultLimits, wallMs: 30_000, ...request.limits },
  };
}

export async function runRequest(sandbox: Sandbox, request: Partial<SandboxRequest>): Promise<ScriptRun> {
  const running = sandbox.launch(makeRequest(request));
  running.stdin.end();
  const [exit, stdout, stderr] = await Promise.all([running.exit, text(running.stdout), text(running.stderr)]);
  return { exit, stdout, stderr };
}

export function runShell(sandbox: Sandbox, script: string, request: Partial<SandboxRequest> = {}): Promise<ScriptRun> {
  return runRequest(sandbox, { command: 'sh', args: ['-c', script], ...request });
}

export function runNode(sandbox: Sandbox, script: string, request: Partial<SandboxRequest> = {}): Promise<ScriptRun> {
  return runRequest(sandbox, { command: nodeInside, args: ['-e', script], ...request });
}

/** A word that no other process has among its arguments. */
export function makeMarker(): string {
  return `marker-${randomUUID()}`;
}

/** Pids on this machine whose arguments hold the marker. */
export function findMarked(marker: string): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => pid !== process.pid && readArguments(pid).includes(marker));
}

function readArguments(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
