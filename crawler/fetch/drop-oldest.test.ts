import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dropOldest, touch } from './drop-oldest.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-drop-'));
  for (const [index, name] of ['first', 'second', 'third'].entries()) {
    await writeFile(path.join(folder, name), 'x'.repeat(100));
    await grow(name, 10 - index);
  }
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function grow(name: string, hours: number) {
  const at = new Date(Date.now() - hours * 3_600_000);
  await utimes(path.join(folder, name), at, at);
}

test.each([
  [{ bytes: 300 }, ['first', 'second', 'third']],
  [{ bytes: 250 }, ['second', 'third']],
  [{ bytes: 100 }, ['third']],
  [{ entries: 2 }, ['second', 'third']],
  [{ bytes: 0 }, []],
])('of three that are old %j leaves %j', async (kept, left) => {
  await dropOldest(folder, kept);

  expect((await readdir(folder)).sort()).toEqual(left);
});

test('what was used lately stays, folders go whole, and a folder that is not there has nothing to drop', async () => {
  await mkdir(path.join(folder, 'inner', 'deep'), { recursive: true });
  await grow('inner', 90);

  expect(await touch(path.join(folder, 'first'))).toBe(true);
  expect(await touch(path.join(folder, 'none'))).toBe(false);
  await dropOldest(folder, { entries: 0 });
  await dropOldest(path.join(folder, 'none'), { entries: 0 });

  expect(await readdir(folder)).toEqual(['first']);
});
