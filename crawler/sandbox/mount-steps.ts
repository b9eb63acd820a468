/** Turns the folders a caller wants to show into steps, or says why one cannot be shown. */
import { lstatSync, readdirSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import type { Identity } from './identity.ts';
import type { Step } from './layout.ts';
import { type Mount, sandboxHome } from './sandbox.ts';

const reserved = [
  '/bin',
  '/dev',
  '/etc',
  '/lib',
  '/lib32',
  '/lib64',
  '/libx32',
  '/proc',
  '/sbin',
  '/sys',
  '/tmp',
  '/usr',
];
const tooManyEntries = 4096;

export type MountSteps = { ok: true; steps: Step[] } | { ok: false; reason: string };

export function planMounts(mounts: readonly Mount[], identity: Identity): MountSteps {
  const steps: Step[] = [];
  for (const mount of mounts) {
    const planned = planMount(mount, identity);
    if (!planned.ok) return planned;
    steps.push(...planned.steps);
  }
  return { ok: true, steps };
}

function planMount({ from, to }: Mount, identity: Identity): MountSteps {
  if (!isPlaceForMount(to)) return { ok: false, reason: `nothing can be shown at ${to} inside` };
  let source: string;
  let found: Stats;
  try {
    source = realpathSync(from);
    found = statSync(source);
  } catch (error) {
    return { ok: false, reason: `${from} cannot be shown inside: ${String(error)}` };
  }
  if (!found.isDirectory() && !found.isFile()) return { ok: false, reason: `${from} is neither a folder nor a file` };
  if (!identity.privileged || isOpenToOthers(found)) return { ok: true, steps: [{ do: 'bind', from: source, to }] };
  return showEntries(source, to, found);
}

function isPlaceForMount(to: string): boolean {
  if (normalize(to) !== to || !to.startsWith('/') || to.endsWith('/') || to.includes('\0')) return false;
  if (to === '/home' || to === sandboxHome || (to.startsWith('/home/') && !to.startsWith(`${sandboxHome}/`)))
    return false;
  return !reserved.some((folder) => to === folder || to.startsWith(`${folder}/`));
}

function isOpenToOthers(found: Stats): boolean {
  return (found.mode & (found.isDirectory() ? 0o005 : 0o004)) === (found.isDirectory() ? 0o005 : 0o004);
}

/**
 * The program of a root user runs as nobody's uid, which cannot enter a folder closed to others, such as every `mkdtemp` makes.
 * The caller asked for that folder to be shown, so what lies in it is shown entry by entry in an open one.
 */
function showEntries(source: string, to: string, found: Stats): MountSteps {
  const closed = `${source} is closed to other users, and a program started by root runs as another one`;
  if (!found.isDirectory()) return { ok: false, reason: closed };
  const names = readdirSync(source);
  if (names.length > tooManyEntries) return { ok: false, reason: closed };
  const steps = names.flatMap((name): Step[] => {
    const from = join(source, name);
    const entry = lstatSync(from);
    if (entry.isSymbolicLink()) return [{ do: 'link', to: join(to, name), target: readlinkSync(from) }];
    return entry.isDirectory() || entry.isFile() ? [{ do: 'bind', from, to: join(to, name) }] : [];
  });
  return { ok: true, steps: [{ do: 'folder', to, open: false }, ...steps] };
}
