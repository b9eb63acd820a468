/** What is asked of the kernel itself on the way to a stranger's program, each as a small program that is put into the sandbox. */
import { buildCallFilter } from './kernel/call-filter.ts';
import type { Call } from './kernel/prelude.ts';
import type { Architecture } from './kernel/system-calls.ts';

/** Where they lie inside: in a folder that no mount of a request can cover, as they run with rights. */
export const preludes = {
  /** Right after the provider has built the sandbox, with rights: what the provider could not do. */
  prepare: '/etc/plimsoll/prepare',
  /** Below the companion: a mount namespace, and a process namespace for the children. */
  ownNamespaces: '/etc/plimsoll/own-namespaces',
  /** In a process namespace of the program's own: shows it no other processes than its own. */
  ownProcesses: '/etc/plimsoll/own-processes',
  /** After the last right is gone: the filter of system calls, for good. */
  filter: '/etc/plimsoll/filter',
} as const;

/** mount(2). */
const flags = { noSetUser: 0x2, noDevices: 0x4, noPrograms: 0x8, remount: 0x20, recursive: 0x4000, private: 0x40000 };
/** unshare(2). */
const namespaces = { mount: 0x20000, process: 0x20000000 };
/** prctl(2). */
const setNoNewPrivileges = 38;
const setFilter = 22;
const filterMode = 2;

/** One for each 4 KiB: empty files cost the kernel memory that the size does not count. */
export function countInodes(bytes: number): number {
  return Math.max(1024, Math.ceil(bytes / 4096));
}

/** bubblewrap bounds the bytes of a tmpfs, not its files. Where the machine refuses this the kernel's own bound remains. */
export function boundFiles(folder: string, bytes: number): Call[] {
  const options = endText(`nr_inodes=${countInodes(bytes)}`);
  const how = flags.remount | flags.noSetUser | flags.noDevices;
  return [{ name: 'mount', args: [endText('none'), endText(folder), endText('tmpfs'), how, options], optional: true }];
}

export function ownNamespacesCalls(): Call[] {
  return [
    { name: 'unshare', args: [namespaces.mount | namespaces.process] },
    { name: 'mount', args: [endText('none'), endText('/'), endText('none'), flags.recursive | flags.private, 0] },
  ];
}

export function ownProcessesCalls(): Call[] {
  const how = flags.noSetUser | flags.noDevices | flags.noPrograms;
  return [{ name: 'mount', args: [endText('proc'), endText('/proc'), endText('proc'), how, 0] }];
}

export function filterCalls(architecture: Architecture): Call[] {
  return [
    { name: 'prctl', args: [setNoNewPrivileges, 1, 0, 0, 0] },
    { name: 'prctl', args: [setFilter, filterMode, { filter: buildCallFilter(architecture) }] },
  ];
}

/** As C ends it. */
function endText(words: string): Buffer {
  return Buffer.from(`${words}\0`);
}
