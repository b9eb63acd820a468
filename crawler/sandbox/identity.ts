/**
 * Whom a stranger's program runs as. An ordinary user's program keeps that user's identity outside. A real root's program must
 * not stay root, not even without capabilities: it could still read root's files below /usr. It becomes a uid that no
 * distribution hands out (65533: below nobody, above systemd's dynamic users). Inside, both see themselves as uid 1000.
 */
import { readFileSync, statSync } from 'node:fs';

export interface Identity {
  /** True where we are root and may become any uid; then the mounts need no user namespace. */
  privileged: boolean;
}

/** uid and gid on this machine of a program that root has started. */
export const unusedId = 65_533;
/** uid and gid inside. */
export const insideId = 1000;

export function findIdentity(): Identity {
  return { privileged: process.getuid?.() === 0 && coversId(readMap('uid_map')) && coversId(readMap('gid_map')) };
}

/**
 * Whether we are the machine's root within a user namespace that has no other id to become. A program would then stay root,
 * who may change the kernel's settings below /proc/sys even without a capability.
 */
export function isRootWithoutOthers(): boolean {
  return !findIdentity().privileged && statSync('/proc/sys', { throwIfNoEntry: false })?.uid === process.getuid?.();
}

/** Whether a `/proc/self/uid_map` (user_namespaces(7): inside, outside, length) holds the uid we would become. */
export function coversId(map: string): boolean {
  return map.split('\n').some((line) => {
    const [inside, , length] = line.trim().split(/\s+/).map(Number);
    return inside !== undefined && length !== undefined && inside <= unusedId && unusedId < inside + length;
  });
}

function readMap(name: 'uid_map' | 'gid_map'): string {
  try {
    return readFileSync(`/proc/self/${name}`, 'utf8');
  } catch {
    return '';
  }
}
