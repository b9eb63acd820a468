/** Giving up every right for good, by util-linux `setpriv`. */
import { release } from 'node:os';
import type { Identity } from './identity.ts';

/** Where we are root the program also becomes another user; capabilities(7): an empty bounding set cannot be filled again. */
export function dropRights(programs: { setpriv: string }, identity: Identity): string[] {
  const become = [`--reuid=${identity.uid}`, `--regid=${identity.gid}`, '--clear-groups'];
  return [
    programs.setpriv,
    ...(identity.privileged ? become : []),
    ...['--ambient-caps=-all', '--inh-caps=-all', '--bounding-set=-all', '--no-new-privs', '--'],
  ];
}

/** Since Linux 5.14 RLIMIT_NPROC, set inside a user namespace, counts that namespace alone; before, all of the user's processes. */
export function countsProcessesPerNamespace(version: string = release()): boolean {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return major > 5 || (major === 5 && minor >= 14);
}
