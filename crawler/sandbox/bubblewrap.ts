/** The sandbox that bubblewrap builds. Needs 0.7 or newer, for `--size`; 0.8 or newer also forbids further user namespaces. */
import { chooseIdentity, type Identity } from './identity.ts';
import { boundResources, checkRequest, enterProgram } from './last-steps.ts';
import { planLayout, type Step } from './layout.ts';
import { planMounts } from './mount-steps.ts';
import type { ProviderPrograms } from './programs.ts';
import { countsProcessesPerNamespace, dropRights } from './rights.ts';
import type { Sandbox, SandboxRequest } from './sandbox.ts';
import { type Descriptor, failLaunch, superviseLaunch } from './supervise.ts';

export interface BubblewrapPrograms extends ProviderPrograms {
  bwrap: string;
  /** Whether this version knows `--disable-userns`. */
  disablesUserNamespaces: boolean;
}

/** 3 is the last shell's; then the arguments; then one for each file. */
const argumentsDescriptor = 4;

export function createBubblewrapSandbox(programs: BubblewrapPrograms): Sandbox {
  return {
    id: 'bubblewrap',
    launch(request) {
      const identity = chooseIdentity();
      const problem = checkRequest(request);
      const mounts = planMounts(request.mounts, identity);
      if (problem !== undefined || !mounts.ok) return failLaunch(problem ?? (mounts.ok ? '' : mounts.reason));
      const built = buildArguments(programs, request, identity, planLayout(request, identity, mounts.steps));
      const args = ['--args', String(argumentsDescriptor), '--', ...built.command];
      return superviseLaunch({
        file: programs.bwrap,
        args,
        descriptors: built.descriptors,
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
  layout: readonly Step[],
): { command: string[]; options: string[]; descriptors: Descriptor[] } {
  const files: Descriptor[] = [];
  const root = layout.flatMap((step) => {
    if (step.do !== 'file') return writeStep(step);
    files.push({ fd: argumentsDescriptor + 1 + files.length, content: step.content });
    return ['--perms', '0644', '--file', String(argumentsDescriptor + files.length), step.to];
  });
  const options = [
    ...unshareOptions(programs, request, identity),
    ...['--die-with-parent', '--new-session', '--cap-drop', 'ALL'],
    // What `setpriv` needs to become another user and then to give these up.
    ...(identity.privileged ? ['CAP_SETUID', 'CAP_SETGID', 'CAP_SETPCAP'].flatMap((name) => ['--cap-add', name]) : []),
    ...['--proc', '/proc', ...root, '--remount-ro', '/', '--chdir', '/'],
  ];
  const command = [
    ...boundResources(programs, request.limits, identity.privileged || countsProcessesPerNamespace()),
    ...(identity.privileged ? dropRights(programs, identity) : []),
    ...enterProgram(programs, request),
  ];
  const text = options.map((option) => `${option}\0`).join('');
  return { command, options, descriptors: [{ fd: argumentsDescriptor, content: text }, ...files] };
}

function unshareOptions(programs: BubblewrapPrograms, request: SandboxRequest, identity: Identity): string[] {
  const user = ['--unshare-user', '--uid', String(identity.uid), '--gid', String(identity.gid)];
  return [
    ...(identity.privileged ? [] : [...user, ...(programs.disablesUserNamespaces ? ['--disable-userns'] : [])]),
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
