/** Whether a provider works here, found out by running `true` in it. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createBubblewrapSandbox } from './bubblewrap.ts';
import { hostEnvironment } from './host-programs.ts';
import { isRootWithoutOthers } from './identity.ts';
import { findPrograms } from './programs.ts';
import type { Confinement } from './rights.ts';
import { defaultLimits, type Sandbox } from './sandbox.ts';
import { createUnshareSandbox } from './unshare.ts';

export type ProbeResult = { ok: true; sandbox: Sandbox } | { ok: false; reason: string };

const inside = ['prlimit', 'setpriv', 'unshare', 'sh', 'env'] as const;
const probeMs = 10_000;

export async function probeBubblewrap(): Promise<ProbeResult> {
  const found = findPrograms({ outside: ['bwrap'], inside });
  if (!found.ok) return describeMissing(found.missing);
  const help = await ask(found.programs.bwrap, ['--help']);
  if (!help.includes('--size ')) return { ok: false, reason: 'it is older than 0.7' };
  return tryOut((confinement) => createBubblewrapSandbox(found.programs, confinement));
}

export async function probeUnshare(): Promise<ProbeResult> {
  const found = findPrograms({ outside: ['mount', 'umount', 'pivot_root'], inside });
  if (!found.ok) return describeMissing(found.missing);
  const help = await ask(found.programs.unshare, ['--help']);
  if (!help.includes('--keep-caps'))
    return { ok: false, reason: 'this unshare is not that of util-linux 2.36 or newer' };
  const version = await ask(found.programs.mount, ['--version']);
  if (!version.includes('util-linux')) return { ok: false, reason: 'this mount is not that of util-linux' };
  return tryOut((confinement) => createUnshareSandbox(found.programs, confinement));
}

function describeMissing(names: readonly string[]): ProbeResult {
  return { ok: false, reason: `${names.join(', ')} not found` };
}

async function tryOut(create: (confinement: Confinement) => Sandbox): Promise<ProbeResult> {
  if (isRootWithoutOthers()) return { ok: false, reason: 'we are root here and can become nobody else' };
  const sealed = await tryOnce(create('sealed'));
  if (sealed.ok) return sealed;
  const bare = await tryOnce(create('bare'));
  return bare.ok ? bare : sealed;
}

async function tryOnce(sandbox: Sandbox): Promise<ProbeResult> {
  const limits = { ...defaultLimits, wallMs: probeMs };
  const request = { command: 'true', args: [], env: {}, cwd: '/', mounts: [], limits, network: 'none' } as const;
  const running = sandbox.launch(request);
  running.stdout.resume();
  running.stderr.resume();
  const { reason, code, message } = await running.exit;
  if (reason === 'exited' && code === 0) return { ok: true, sandbox };
  return { ok: false, reason: (message ?? `a trial run ended as ${reason}, ${code}`).split('\n').at(-1) ?? reason };
}

/** What a program says of itself; empty where it will not. */
async function ask(file: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout, stderr } = await promisify(execFile)(file, args, { env: hostEnvironment, timeout: probeMs });
    return stdout + stderr;
  } catch {
    return '';
  }
}
