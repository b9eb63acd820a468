/** The sandbox that bubblewrap builds. Needs 0.7 or newer, for `--size`. */
import { isWatched, listMounts, reportDescriptor, startCompanion } from './companion.ts';
import { findIdentity, type Identity, insideId } from './identity.ts';
import { boundResources, checkRequest, enterProgram } from './last-steps.ts';
import { planLayout, type Step } from './layout.ts';
import { planMounts } from './mount-steps.ts';
import type { ProviderPrograms } from './programs.ts';
import { type Confinement, countsOwnProcesses, dropRights } from './rights.ts';
import type { Sandbox, SandboxRequest } from './sandbox.ts';
import { type Descriptor, failLaunch, superviseLaunch } from './supervise.ts';

export interface BubblewrapPrograms extends ProviderPrograms {
  bwrap: string;
}

export function createBubblewrapSandbox(programs: BubblewrapPrograms, confinement: Confinement): Sandbox {
  return {
    id: 'bubblewrap',
    launch(request) {
      const identity = findIdentity();
      const problem = checkRequest(request);
      const mounts = planMounts(listMounts(request), identity);
      if (problem !== undefined || !mounts.ok) return failLaunch(problem ?? (mounts.ok ? '' : mounts.reason));
      const built = buildArguments(
        programs,
        request,
        identity,
        confinement,
        planLayout(request, identity, mounts.steps),
      );
      const args = ['--args', String(built.descriptors[0]?.fd), '--', ...built.command];
      return superviseLaunch({
        file: programs.bwrap,
        args,
        descriptors: built.descriptors,
        watched: isWatched(request),
        limits: request.limits,
        namespace: true,
      });
    },
  };
}

/** bubblewrap reads its options from a descriptor, so that paths of this machine do not show in the /proc inside. */
export function buildArguments(
  programs: BubblewrapPrograms,
  request: SandboxRequest,
  identity: Identity,
  confinement: Confinement,
  layout: readonly Step[],
): { command: string[]; options: string[]; descriptors: Descriptor[] } {
  // 3 is the last shell's; then, where there is one, the companion's; then the arguments; then one for each file.
  const argumentsDescriptor = isWatched(request) ? reportDescriptor + 1 : reportDescriptor;
  const files: Descriptor[] = [];
  const root = layout.flatMap((step) => {
    if (step.do !== 'file') return writeStep(step);
    files.push({ fd: argumentsDescriptor + 1 + files.length, content: step.content });
    return ['--perms', '0644', '--file', String(argumentsDescriptor + files.length), step.to];
  });
  const options = [
    ...unshareOptions(request, identity),
    ...['--die-with-parent', '--new-session', '--cap-drop', 'ALL'],
    ...listCapabilities(request, identity).flatMap((name) => ['--cap-add', name]),
    ...['--proc', '/proc', ...root, '--remount-ro', '/', '--chdir', '/'],
  ];
  const command = [
    ...startCompanion(programs, request, identity),
    ...dropRights(programs, identity, confinement, isWatched(request)),
    ...boundResources(programs, request.limits, countsOwnProcesses(identity)),
    ...enterProgram(programs, request),
  ];
  const text = options.map((option) => `${option}\0`).join('');
  return { command, options, descriptors: [{ fd: argumentsDescriptor, content: text }, ...files] };
}

/** What `setpriv` needs to become another user and then to give these up; what the companion's start needs on its own network. */
function listCapabilities(request: SandboxRequest, { privileged }: Identity): string[] {
  const watched = isWatched(request);
  return [
    ...(privileged ? ['CAP_SETUID', 'CAP_SETGID'] : []),
    ...(privileged || watched ? ['CAP_SETPCAP'] : []),
    ...(watched ? ['CAP_NET_ADMIN'] : []),
  ];
}

function unshareOptions(request: SandboxRequest, { privileged }: Identity): string[] {
  const user = ['--unshare-user', '--uid', String(insideId), '--gid', String(insideId)];
  return [
    ...(privileged ? [] : user),
    ...['--unshare-pid', '--unshare-ipc', '--unshare-uts', '--unshare-cgroup-try', '--hostname', 'plimsoll'],
    ...(request.network === 'host' ? [] : ['--unshare-net']),
  ];
}

function writeStep(step: Exclude<Step, { do: 'file' }>): string[] {
  switch (step.do) {
    case 'bind':
      return ['--ro-bind', step.from, step.to];
    case 'device':
      return ['--dev-bind', step.path, step.path];
    case 'link':
      return ['--symlink', step.target, step.to];
    case 'folder':
      return ['--perms', step.open ? '0777' : '0755', '--dir', step.to];
    case 'scratch':
      return ['--size', String(step.bytes), '--perms', '0755', '--tmpfs', step.to];
  }
}
