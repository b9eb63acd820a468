/** Writes a layout as arguments for the script that builds it: few commands, since each costs a millisecond. */
import { statSync } from 'node:fs';
import type { Step } from './layout.ts';
import { findMountOf, listMountsBelow, type MountPoint } from './mount-table.ts';
import { countInodes } from './preludes.ts';

/** `root`: the folder the file system is built in, where the script stands. */
export function writeSteps(layout: readonly Step[], root: string, table: readonly MountPoint[]): string[] {
  // What lies in the scratch space can only be made once that is mounted.
  const scratch = layout.findIndex((step) => step.do === 'scratch') + 1;
  const own: Step[] = [{ do: 'folder', to: '/.old', open: false }];
  const proc = writeMount('proc', `${root}/proc`, 'proc', 'nosuid,nodev,noexec');
  const folder: Step = { do: 'folder', to: '/proc', open: false };
  return [
    ...writePhase([...own, folder, ...layout.slice(0, scratch)], root, table, ''),
    ...writePhase(layout.slice(scratch), root, table, proc),
  ];
}

function writePhase(steps: readonly Step[], root: string, table: readonly MountPoint[], last: string): string[] {
  const mounts = steps.map((step) => mountStep(step, root, table)).join('') + last;
  return [
    ...writeFolders(steps),
    ...steps.flatMap(writeEntry),
    ...(mounts === '' ? [] : ['mounts', mounts]),
    ...steps.flatMap((step) => restrictInner(step, root, table)),
  ];
}

/** Folders in their order, neighbours with the same rights by one command. */
function writeFolders(steps: readonly Step[]): string[] {
  const groups: { mode: string; paths: string[] }[] = [];
  for (const step of steps) {
    const isFolder = step.do === 'folder' || step.do === 'scratch' || (step.do === 'bind' && isDirectory(step.from));
    if (!isFolder) continue;
    const mode = step.do === 'folder' && step.open ? '0777' : '0755';
    if (groups.at(-1)?.mode !== mode) groups.push({ mode, paths: [] });
    groups.at(-1)?.paths.push(`.${step.to}`);
  }
  return groups.flatMap(({ mode, paths }) => ['folders', mode, String(paths.length), ...paths]);
}

function writeEntry(step: Step): string[] {
  switch (step.do) {
    case 'bind':
      return isDirectory(step.from) ? [] : ['touch', `.${step.to}`];
    case 'device':
      return ['touch', `.${step.path}`];
    case 'file':
      return ['file', `.${step.to}`, step.content];
    case 'link':
      return ['link', step.target, `.${step.to}`];
    case 'program':
      return ['program', `.${step.to}`, encodeBytes(step.content)];
    case 'folder':
    case 'scratch':
      return [];
  }
}

function mountStep(step: Step, root: string, table: readonly MountPoint[]): string {
  if (step.do === 'device') return writeMount(step.path, root + step.path, 'none', 'bind,nosuid,noexec');
  if (step.do === 'scratch') {
    const options = `size=${step.bytes},nr_inodes=${countInodes(step.bytes)},mode=755,nosuid,nodev`;
    return writeMount('plimsoll', root + step.to, 'tmpfs', options);
  }
  if (step.do !== 'bind') return '';
  const kind = listMountsBelow(step.from, table).length > 0 ? 'rbind' : 'bind';
  return writeMount(step.from, root + step.to, 'none', `${kind},${restrictions(findMountOf(step.from, table))}`);
}

/**
 * Mounts that lie within a folder come along and are made read-only one by one, since this is done for the topmost alone; an
 * ordinary user could not leave them out (mount_namespaces(7): they are locked together).
 */
function restrictInner(step: Step, root: string, table: readonly MountPoint[]): string[] {
  if (step.do !== 'bind') return [];
  return listMountsBelow(step.from, table).flatMap((mount) => {
    return ['restrict', restrictions(mount), root + step.to + mount.path.slice(step.from.length)];
  });
}

/** A `noexec` that is there has to be repeated: the kernel lets an ordinary user add such marks and take none away. */
function restrictions(mount: MountPoint | undefined): string {
  return `ro,nosuid,nodev${mount?.noexec === true ? ',noexec' : ''}`;
}

/** A line of fstab(5). */
function writeMount(from: string, to: string, type: string, options: string): string {
  return `${encodePath(from)} ${encodePath(to)} ${type} ${options} 0 0\n`;
}

export function encodePath(path: string): string {
  return path.replace(/[ \t\n\v\f\r\\#"']/g, (sign) => `\\${sign.charCodeAt(0).toString(8).padStart(3, '0')}`);
}

/** A format of printf(1) that prints these bytes, zeros too, which no argument can hold. */
function encodeBytes(bytes: Buffer): string {
  return [...bytes].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
