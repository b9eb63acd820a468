/** How much memory is left, within the limit of the control group that this process runs in, as in a container (cgroups(7)). */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Memory } from './room-for-launch.ts';

/** `root` is where `/proc` and `/sys` are. Undefined where the system is not Linux or does not tell. */
export async function readMemory(root = '/'): Promise<Memory | undefined> {
  const machine = readMeminfo(await readText(path.join(root, 'proc/meminfo')));
  const group = await readGroup(root);
  if (machine === undefined || group === undefined) return machine ?? group;
  return {
    total: Math.min(machine.total, group.total),
    available: Math.min(machine.available, group.available),
  };
}

function readMeminfo(text: string): Memory | undefined {
  const [total, available] = ['MemTotal', 'MemAvailable'].map((name) => {
    const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  });
  return total === undefined || available === undefined ? undefined : { total, available };
}

interface GroupFiles {
  limit: string;
  used: string;
  /** The name that `memory.stat` gives to cached files that can be dropped. */
  cached: string;
}

const second: GroupFiles = { limit: 'memory.max', used: 'memory.current', cached: 'inactive_file' };
const first: GroupFiles = {
  limit: 'memory.limit_in_bytes',
  used: 'memory.usage_in_bytes',
  cached: 'total_inactive_file',
};

/** The tightest of the groups from this process's own one up to the root. */
async function readGroup(root: string): Promise<Memory | undefined> {
  const own = await readText(path.join(root, 'proc/self/cgroup'));
  const unified = /^0::(\/.*)$/m.exec(own)?.[1];
  const legacy = /^\d+:(?:[^:\n]*,)?memory(?:,[^:\n]*)?:(\/.*)$/m.exec(own)?.[1];
  const found = [
    ...(unified === undefined ? [] : await readGroups(path.join(root, 'sys/fs/cgroup'), unified, second)),
    ...(legacy === undefined ? [] : await readGroups(path.join(root, 'sys/fs/cgroup/memory'), legacy, first)),
  ];
  return found.toSorted((one, other) => one.available - other.available)[0];
}

async function readGroups(mount: string, group: string, files: GroupFiles): Promise<Memory[]> {
  const segments = group.split('/').filter((segment) => segment !== '' && segment !== '..');
  const paths = [...segments.keys()].map((count) => segments.slice(0, count + 1).join('/'));
  const read = await Promise.all(['', ...paths].map((one) => readOneGroup(path.join(mount, one), files)));
  return read.filter((memory) => memory !== undefined);
}

async function readOneGroup(folder: string, { limit, used, cached }: GroupFiles): Promise<Memory | undefined> {
  const [total, taken, stat] = await Promise.all(
    [limit, used, 'memory.stat'].map((file) => readText(path.join(folder, file))),
  );
  // Without a limit the file says `max`, or in the first version a number beyond any machine.
  if (!/^\d{1,15}$/.test(total?.trim() ?? '') || !/^\d+$/.test(taken?.trim() ?? '')) return undefined;
  const droppable = Number(new RegExp(`^${cached} (\\d+)$`, 'm').exec(stat ?? '')?.[1] ?? 0);
  return { total: Number(total), available: Math.max(0, Number(total) - Number(taken) + droppable) };
}

async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}
