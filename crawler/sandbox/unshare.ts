/** The sandbox that util-linux builds: `unshare`, a root file system of mounts put together by a script, `setpriv`. */
import { readFileSync, statSync } from 'node:fs';
import { isWatched, startCompanion } from './companion.ts';
import { firstProcessScript } from './first-process.ts';
import type { Identity } from './identity.ts';
import { boundResources, enterProgram } from './last-steps.ts';
import type { Step } from './layout.ts';
import { type MountPoint, parseMountInfo } from './mount-table.ts';
import { preludes } from './preludes.ts';
import { prepareRequest } from './prepare-request.ts';
import type { ProviderPrograms } from './programs.ts';
import { type Confinement, countsOwnProcesses, dropRights } from './rights.ts';
import type { Sandbox, SandboxRequest } from './sandbox.ts';
import { failLaunch, superviseLaunch } from './supervise.ts';
import { buildRootScript } from './unshare-script.ts';
import { writeSteps } from './unshare-steps.ts';

export function createUnshareSandbox(programs: ProviderPrograms, confinement: Confinement): Sandbox {
  return {
    id: 'unshare',
    launch(request) {
      const prepared = prepareRequest(request, []);
      if (!prepared.ok) return failLaunch(prepared.reason);
      const table = parseMountInfo(readFileSync('/proc/self/mountinfo', 'utf8'));
      const { identity, layout } = prepared;
      const [file = '', ...args] = buildCommand(programs, request, identity, confinement, layout, table);
      const watched = isWatched(request);
      return superviseLaunch({ file, args, descriptors: [], watched, limits: request.limits, namespace: true });
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
  const root = chooseBase(layout);
  const isolate = ['--mount', '--pid', '--ipc', '--uts', ...(request.network === 'host' ? [] : ['--net'])];
  const user = identity.privileged ? [] : ['--user', '--map-root-user'];
  return [
    // Where we die, `unshare` dies, and the namespace with it.
    ...[programs.setpriv, '--pdeathsig=KILL', '--'],
    ...[programs.unshare, ...user, ...isolate, '--propagation', 'private', '--fork', '--kill-child', '--'],
    ...[programs.sh, '-c', buildRootScript, 'sh', root],
    ...writeSteps(layout, root, table),
    'begin',
    preludes.prepare,
    ...startCompanion(programs, request, identity),
    ...dropRights(programs, identity, confinement, true),
    // The first process as well: a program could write into its memory.
    preludes.filter,
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

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
