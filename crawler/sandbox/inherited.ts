/**
 * Descriptors that whoever started us left open without close-on-exec. A child would inherit them, and an open folder among
 * them would be a way out of the sandbox.
 */
import { openSync, readdirSync, readFileSync } from 'node:fs';

const closeOnExec = 0o2000000;
let nullDevice: number | undefined;

type Slot = 'pipe' | 'ignore' | number;

/** Adds to a child's `stdio` an empty device in the place of each inherited descriptor. */
export function coverInherited(stdio: readonly 'pipe'[]): Slot[] {
  const slots: Slot[] = [...stdio];
  for (const fd of listInherited()) {
    if (fd < stdio.length) continue;
    while (slots.length < fd) slots.push('ignore');
    nullDevice ??= openSync('/dev/null', 'r+');
    slots[fd] = nullDevice;
  }
  return slots;
}

function listInherited(): number[] {
  try {
    const fds = readdirSync('/proc/self/fd').map(Number);
    return fds.filter((fd) => fd > 2 && !closesOnExec(fd)).sort((a, b) => a - b);
  } catch {
    // No /proc, as on macOS, where there is no sandbox either.
    return [];
  }
}

function closesOnExec(fd: number): boolean {
  try {
    const flags = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8'))?.[1] ?? '0';
    return (Number.parseInt(flags, 8) & closeOnExec) !== 0;
  } catch {
    // Closed since it was listed.
    return true;
  }
}
