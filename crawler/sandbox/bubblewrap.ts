/** The sandbox that bubblewrap builds. Needs 0.7 or newer, for `--size`. */
import { isWatched, reportDescriptor, startCompanion } from './companion.ts';
import { firstProcessScript } from './first-process.ts';
import { type Identity, insideId } from './identity.ts';
import { boundResources, enterProgram } from './last-steps.ts';
import { type Step, scratchFolder } from './layout.ts';
import { boundFiles, preludes } from './preludes.ts';
import { prepareRequest } from './prepare-request.ts';
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
      const prepared = prepareRequest(request, boundFiles(scratchFolder, request.limits.diskBytes));
      if (!prepared.ok) return failLaunch(prepared.reason);
      const built = buildArguments(programs, request, prepared.identity, confinement, prepared.layout);
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
    if (step.do !== 'file' && step.do !== 'program') return writeStep(step);
    files.push({ fd: argumentsDescriptor + 1 + files.length, content: step.content });
    return [
      '--perms',
      step.do === 'file' ? '0644' : '0755',
      '--file',
      String(argumentsDescriptor + files.length),
      step.to,
    ];
  });
  // What an ordinary user's machine may refuse to give is not asked for where nothing depends on it.
  const holdsRights = identity.privileged || confinement === 'sealed' || isWatched(request);
  const options = [
    ...unshareOptions(request, identity),
    ...['--die-with-parent', '--new-session', '--cap-drop', 'ALL'],
    ...(holdsRights ? listCapabilities(request, identity) : []).flatMap((name) => ['--cap-add', name]),
    ...['--proc', '/proc', ...root, '--remount-ro', '/', '--chdir', '/'],
  ];
  const command = [
    preludes.prepare,
    ...startCompanion(programs, request, identity),
    ...dropRights(programs, identity, confinement, holdsRights),
    preludes.filter,
    // In a namespace of its own somebody has to take in what the program leaves behind.
    ...(isWatched(request) ? [programs.sh, '-c', firstProcessScript, 'sh'] : []),
    ...boundResources(programs, request.limits, countsOwnProcesses(identity)),
    ...enterProgram(programs, request),
  ];
  const text = options.map((option) => `${option}\0`).join('');
  return { command, options, descriptors: [{ fd: argumentsDescriptor, content: text }, ...files] };
}

/**
 * To bound the scratch space's files; what `setpriv` needs to become another user and then to give all of these up; what the
 * companion's start needs on its own network.
 */
function listCapabilities(request: SandboxRequest, { privileged }: Identity): string[] {
  return [
    ...['CAP_SYS_ADMIN', 'CAP_SETPCAP'],
    ...(privileged ? ['CAP_SETUID', 'CAP_SETGID'] : []),
    ...(isWatched(request) ? ['CAP_NET_ADMIN', 'CAP_NET_RAW'] : []),
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

function writeStep(step: Exclude<Step, { do: 'file' | 'program' }>): string[] {
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
