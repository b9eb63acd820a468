/** What is asked of the kernel itself on the way to a stranger's program, each as a small program that is put into the sandbox. */
import { buildCallFilter } from './kernel/call-filter.ts';
import type { Call } from './kernel/prelude.ts';
import type { Architecture } from './kernel/system-calls.ts';

/** Where they lie inside: in a folder that no mount of a request can cover, as they run with rights. */
export const preludes = {
  /** Right after the provider has built the sandbox, with rights: what the provider could not do. */
  prepare: '/etc/plimsoll/prepare',
  /** After the last right is gone: the filter of system calls, for good. */
  filter: '/etc/plimsoll/filter',
} as const;

const remount = 0x20;
const noSetUser = 0x2;
const noDevices = 0x4;
const setNoNewPrivileges = 38;
const setFilter = 22;
const filterMode = 2;

/** One for each 4 KiB: empty files cost the kernel memory that the size does not count. */
export function countInodes(bytes: number): number {
  return Math.max(1024, Math.ceil(bytes / 4096));
}

/** bubblewrap bounds the bytes of a tmpfs, not its files. Where the machine refuses this the kernel's own bound remains. */
export function boundFiles(folder: string, bytes: number): Call[] {
  const options = text(`nr_inodes=${countInodes(bytes)}`);
  const flags = remount | noSetUser | noDevices;
  return [{ name: 'mount', args: [text('none'), text(folder), text('tmpfs'), flags, options], optional: true }];
}

export function filterCalls(architecture: Architecture): Call[] {
  return [
    { name: 'prctl', args: [setNoNewPrivileges, 1, 0, 0, 0] },
    { name: 'prctl', args: [setFilter, filterMode, { filter: buildCallFilter(architecture) }] },
  ];
}

/** As C writes it. */
function text(words: string): Buffer {
  return Buffer.from(`${words}\0`);
}
