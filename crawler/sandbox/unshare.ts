/** The sandbox that util-linux builds: `unshare`, a root file system of mounts put together by a script, `setpriv`. */
import { readFileSync, statSync } from 'node:fs';
import { findIdentity, type Identity } from './identity.ts';
import { boundResources, checkRequest, enterProgram } from './last-steps.ts';
import { planLayout, type Step } from './layout.ts';
import { planMounts } from './mount-steps.ts';
import { findMountOf, listMountsBelow, type MountPoint, parseMountInfo } from './mount-table.ts';
import type { ProviderPrograms } from './programs.ts';
import { type Confinement, countsOwnProcesses, dropRights } from './rights.ts';
import type { Sandbox, SandboxRequest } from './sandbox.ts';
import { failLaunch, superviseLaunch } from './supervise.ts';
import { buildRootScript, firstProcessScript } from './unshare-script.ts';

export function createUnshareSandbox(programs: ProviderPrograms, confinement: Confinement): Sandbox {
  return {
    id: 'unshare',
    launch(request) {
      const identity = findIdentity();
      const problem = checkRequest(request);
      const mounts = planMounts(request.mounts, identity);
      if (problem !== undefined || !mounts.ok) return failLaunch(problem ?? (mounts.ok ? '' : mounts.reason));
      const table = parseMountInfo(readFileSync('/proc/self/mountinfo', 'utf8'));
      const layout = planLayout(request, identity, mounts.steps);
      const [file = '', ...args] = buildCommand(programs, request, identity, confinement, layout, table);
      return superviseLaunch({ file, args, descriptors: [], limits: request.limits, namespace: true });
    },
  };
}

export function buildCommand(
  programs: ProviderPrograms,
  request: SandboxRequest,
  identity: Identity,
  confinement: Confinement,
  layout: readonly Step[],
  table: readonly MountPoint[],
): string[] {
  const isolate = ['--mount', '--pid', '--ipc', '--uts', ...(request.network === 'host' ? [] : ['--net'])];
  const user = identity.privileged ? [] : ['--user', '--map-root-user'];
  return [
    // Where we die, `unshare` dies, and the namespace with it.
    ...[programs.setpriv, '--pdeathsig=KILL', '--'],
    ...[programs.unshare, ...user, ...isolate, '--propagation', 'private', '--fork', '--kill-child', '--'],
    ...[programs.sh, '-c', buildRootScript, 'sh', chooseBase(layout)],
    ...layout.flatMap((step) => writeStep(step, table)),
    ...['begin', request.network === 'host' ? 'network' : 'no-network'],
    ...dropRights(programs, identity, confinement, true),
    ...[programs.setpriv, '--pdeathsig=KILL', '--'],
    ...[programs.sh, '-c', firstProcessScript, 'sh'],
    ...boundResources(programs, request.limits, countsOwnProcesses(identity)),
    ...enterProgram(programs, request),
  ];
}

/** A folder to mount the new root on: whatever lies there is hidden while we build, so nothing may be shown from it. */
function chooseBase(layout: readonly Step[]): string {
  const sources = layout.flatMap((step) => (step.do === 'bind' ? [step.from] : []));
  const bases = ['/mnt', '/media', '/srv', '/opt', '/run', '/tmp', '/sys'];
  const free = bases.find(
    (base) => isFolder(base) && !sources.some((from) => from === base || from.startsWith(`${base}/`)),
  );
  return free ?? '/sys';
}

function writeStep(step: Step, table: readonly MountPoint[]): string[] {
  switch (step.do) {
    case 'bind':
      return bindFolder(step.from, step.to, table);
    case 'device':
      return ['device', step.path];
    case 'file':
      return ['file', step.to, step.content];
    case 'link':
      return ['link', step.target, step.to];
    case 'folder':
      return ['folder', step.open ? '0777' : '0755', step.to];
    case 'scratch':
      return ['scratch', `size=${step.bytes},nr_inodes=${countInodes(step.bytes)},mode=755,nosuid,nodev`, step.to];
  }
}

/**
 * Mounts that lie within a folder come along and are made read-only one by one, since a plain remount does the topmost alone;
 * an ordinary user could not leave them out (mount_namespaces(7): they are locked together).
 */
function bindFolder(from: string, to: string, table: readonly MountPoint[]): string[] {
  const below = listMountsBelow(from, table);
  // A locked `noexec` has to be repeated, or the kernel refuses the remount.
  const keep = (mount: MountPoint | undefined) => (mount?.noexec === true ? ',noexec' : '');
  const inner = below.flatMap((mount) => ['restrict', to + mount.path.slice(from.length), keep(mount)]);
  return [below.length > 0 ? 'rbind' : 'bind', from, to, keep(findMountOf(from, table)), ...inner];
}

/** One for each 4 KiB: empty files cost the kernel memory that the size does not count. */
function countInodes(bytes: number): number {
  return Math.max(1024, Math.ceil(bytes / 4096));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
