/** Giving up every right for good, by util-linux `setpriv` and a last user namespace. */
import { release } from 'node:os';
import { type Identity, insideId, unusedId } from './identity.ts';
import type { ProviderPrograms } from './programs.ts';

/** capabilities(7): an empty bounding set cannot be filled again. */
const drop = ['--ambient-caps=-all', '--inh-caps=-all', '--bounding-set=-all', '--no-new-privs', '--'];
const become = [`--reuid=${unusedId}`, `--regid=${unusedId}`, '--clear-groups'];

/** Forbids further user namespaces, in which a program would again hold capabilities and could mount. */
const sealScript = 'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"';

/** `sealed`: in a user namespace that allows none below it. `bare`: where the machine refuses such a namespace. */
export type Confinement = 'sealed' | 'bare';

/**
 * The same for our own companion in the sandbox: as a user that the program is not, or, where we have but one, in the user namespace
 * above the sealed one. Either way the program can neither open its descriptors nor trace it (ptrace(2), access mode checking).
 */
export function dropCompanionRights(programs: ProviderPrograms, { privileged }: Identity): string[] {
  const id = unusedId - 1;
  const leaveRoot = privileged ? [`--reuid=${id}`, `--regid=${id}`, '--clear-groups'] : [];
  return [programs.setpriv, ...leaveRoot, ...drop];
}

/** The commands that take every right away; `holdsRights` is false where a provider has already done so. */
export function dropRights(
  programs: ProviderPrograms,
  { privileged }: Identity,
  confinement: Confinement,
  holdsRights: boolean,
): string[] {
  const leaveRoot = privileged ? [programs.setpriv, ...become, ...drop] : [];
  if (confinement === 'sealed') {
    const map = [`--map-user=${insideId}`, `--map-group=${insideId}`];
    const seal = [programs.unshare, '--user', ...map, '--keep-caps', '--', programs.sh, '-c', sealScript, 'sh'];
    return [...leaveRoot, ...seal, programs.setpriv, ...drop];
  }
  return privileged || !holdsRights ? leaveRoot : [programs.setpriv, ...drop];
}

/**
 * Whether RLIMIT_NPROC would count this sandbox's processes alone, not all of the operator's: since Linux 5.14 it does inside a
 * user namespace, and the uid that root's programs get belongs to nobody else.
 */
export function countsOwnProcesses({ privileged }: Identity, version: string = release()): boolean {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return privileged || major > 5 || (major === 5 && minor >= 14);
}
