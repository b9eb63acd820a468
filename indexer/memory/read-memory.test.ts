import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readMemory } from './read-memory.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'plimsoll-memory-'));
});
afterEach(() => rm(root, { recursive: true }));

async function lay(files: Record<string, string>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.join(root, path.dirname(file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  }
}

const meminfo = 'MemTotal:       4000 kB\nMemFree:          10 kB\nMemAvailable:   3000 kB\n';
const machine = { total: 4000 * 1024, available: 3000 * 1024 };
const limited = (max: string, current: string, inactive = 0) => ({
  max,
  current,
  stat: `anon 5\ninactive_file ${inactive}\n`,
});

function group(folder: string, { max, current, stat }: ReturnType<typeof limited>): Record<string, string> {
  return { [`${folder}/memory.max`]: max, [`${folder}/memory.current`]: current, [`${folder}/memory.stat`]: stat };
}

test('takes what the machine can still give, and not only what lies free', async () => {
  await lay({ 'proc/meminfo': meminfo });

  expect(await readMemory(root)).toEqual(machine);
});

test('a container has what its limit leaves, and cached files do not count as taken', async () => {
  await lay({
    'proc/meminfo': meminfo,
    'proc/self/cgroup': '0::/\n',
    ...group('sys/fs/cgroup', limited('1000000\n', '900000\n', 500_000)),
  });

  expect(await readMemory(root)).toEqual({ total: 1_000_000, available: 600_000 });
});

test('the tightest of the groups around it counts', async () => {
  await lay({
    'proc/meminfo': meminfo,
    'proc/self/cgroup': '0::/jobs/one\n',
    ...group('sys/fs/cgroup/jobs', limited('2000000\n', '1900000\n')),
    ...group('sys/fs/cgroup/jobs/one', limited('max\n', '10\n')),
  });

  expect(await readMemory(root)).toEqual({ total: 2_000_000, available: 100_000 });
});

test('reads the first version of control groups as well, and takes its endless limit for none', async () => {
  const files = (limit: string) => ({
    'proc/self/cgroup': '12:cpu,cpuacct:/\n5:memory:/box\n',
    'sys/fs/cgroup/memory/box/memory.limit_in_bytes': limit,
    'sys/fs/cgroup/memory/box/memory.usage_in_bytes': '300\n',
    'sys/fs/cgroup/memory/box/memory.stat': 'inactive_file 1\ntotal_inactive_file 100\n',
  });
  await lay({ 'proc/meminfo': meminfo, ...files('1000\n') });
  const bounded = await readMemory(root);
  await lay(files('9223372036854771712\n'));

  expect([bounded, await readMemory(root)]).toEqual([{ total: 1000, available: 800 }, machine]);
});

test.each([
  ['nothing is there', {}],
  ['there is nonsense', { 'proc/meminfo': 'MemTotal: lots\n', 'proc/self/cgroup': '0::/../../etc\n' }],
])('says nothing where %s', async (_what, files) => {
  await lay(files);

  expect(await readMemory(root)).toBeUndefined();
});
