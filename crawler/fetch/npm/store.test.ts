import { link, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkPackage } from './link-package.ts';
import { findEntry, findStore, makeEntry, readEntry, takeEntry } from './store.ts';
import { removeAbandoned, sweepShard } from './sweep-store.ts';

let base: string;
let store: string;
let drafts: string;

beforeEach(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'plimsoll-store-'));
  store = findStore(base);
  drafts = path.join(base, 'drafts');
  await mkdir(store);
  await mkdir(drafts);
});
afterEach(() => rm(base, { recursive: true, force: true }));

const fillList = [
  ['package.json', 2],
  ['deep/er.txt', 6],
];
const dayAndMore = new Date(Date.now() - 90_000_000);

async function fill(folder: string) {
  await mkdir(path.join(folder, 'deep'));
  await writeFile(path.join(folder, 'package.json'), '{}');
  await writeFile(path.join(folder, 'deep/er.txt'), 'deeper');
  return [['package.json', 2] as const, ['deep/er.txt', 6] as const];
}

async function make(integrity: string) {
  const entry = findEntry(store, integrity);
  await makeEntry(entry, drafts, fill);
  return entry;
}

async function grow(entry: string, days: Date) {
  await utimes(path.join(entry, 'files.json'), days, days);
}

describe('an entry of the store', () => {
  it('is there once it was made, and leaves no draft', async () => {
    const entry = await make('sha512-a');

    expect(readEntry(entry)).toEqual({ folder: path.join(entry, 'package'), files: fillList });
    expect(await readdir(drafts)).toEqual([]);
  });

  it('goes by one checksum; by several it is another one, and by none nothing is shared', () => {
    expect(findEntry(store, 'sha512-a')).toBe(findEntry(store, 'sha512-a'));
    expect(findEntry(store, 'sha512-a sha512-b')).not.toBe(findEntry(store, 'sha512-a'));
    expect(findEntry(store, undefined)).not.toBe(findEntry(store, undefined));
  });

  it('is not there when unpacking it failed', async () => {
    const entry = findEntry(store, 'sha512-a');
    const failing = makeEntry(entry, drafts, async (folder) => {
      await fill(folder);
      throw new Error('the disk is full');
    });

    await expect(failing).rejects.toThrow('full');
    expect(readEntry(entry)).toBeUndefined();
    expect(await readdir(drafts)).toEqual([]);
  });

  it.each([
    ['a file is cut short', (entry: string) => truncate(path.join(entry, 'package/deep/er.txt'), 3)],
    ['a file is gone', (entry: string) => rm(path.join(entry, 'package/package.json'))],
    ['its list is cut short', (entry: string) => truncate(path.join(entry, 'files.json'), 9)],
    ['its list is gone', (entry: string) => rm(path.join(entry, 'files.json'))],
    ['its list is empty', (entry: string) => writeFile(path.join(entry, 'files.json'), '[]')],
    ['its list leads out', (entry: string) => writeFile(path.join(entry, 'files.json'), '[["../files.json",22]]')],
    ['its list is of another kind', (entry: string) => writeFile(path.join(entry, 'files.json'), '[["a"],null]')],
  ])('counts as missing where %s, and is made anew', async (_what, harm) => {
    const entry = await make('sha512-a');
    await harm(entry);

    expect(takeEntry(entry)).toBeUndefined();
    await make('sha512-a');
    expect(takeEntry(entry)?.files).toEqual(fillList);
    expect(await readdir(drafts)).toEqual([]);
  });

  it('is made by two at once', async () => {
    await Promise.all([make('sha512-a'), make('sha512-a'), make('sha512-a')]);

    expect(readEntry(findEntry(store, 'sha512-a'))).toBeDefined();
    expect(await readdir(drafts)).toEqual([]);
  });
});

describe('linkPackage', () => {
  it('shares the files, not the folders, and replaces what is there', async () => {
    const entry = await make('sha512-a');
    const stored = takeEntry(entry);
    if (stored === undefined) throw new Error('made above');
    const place = path.join(base, 'node_modules/one');
    await mkdir(path.join(place, 'old'), { recursive: true });

    linkPackage(stored, place);

    expect((await readdir(place)).sort()).toEqual(['deep', 'package.json']);
    const [here, there] = await Promise.all([place, stored.folder].map((each) => stat(path.join(each, 'deep/er.txt'))));
    expect([here?.ino, here?.nlink]).toEqual([there?.ino, 2]);
  });

  it('copies where a disk cannot be linked to', async (test) => {
    const other = await mkdtemp('/dev/shm/plimsoll-store-').catch(() => undefined);
    if (other === undefined || (await stat(other)).dev === (await stat(base)).dev) {
      if (other !== undefined) await rm(other, { recursive: true });
      return test.skip('there is no second disk here');
    }
    try {
      const stored = takeEntry(await make('sha512-a'));
      if (stored !== undefined) linkPackage(stored, path.join(other, 'one'));
      expect(await readFile(path.join(other, 'one/deep/er.txt'), 'utf8')).toBe('deeper');
    } finally {
      await rm(other, { recursive: true });
    }
  });
});

describe('sweeping the store', () => {
  it('removes what nothing links to and nobody took for a day', async () => {
    const [unused, linked, young] = await Promise.all(['a', 'b', 'c'].map((each) => make(`sha512-${each}`)));
    if (unused === undefined || linked === undefined || young === undefined) throw new Error('made above');
    await Promise.all([unused, linked].map((entry) => grow(entry, dayAndMore)));
    await link(path.join(linked, 'package/package.json'), path.join(base, 'used.json'));

    for (const entry of [unused, linked, young]) await sweepShard(store, path.basename(path.dirname(entry)));

    expect([unused, linked, young].map((entry) => readEntry(entry) !== undefined)).toEqual([false, true, true]);
  });

  it('removes what is not whole, and keeps what was taken a moment ago', async () => {
    const [broken, taken] = await Promise.all(['a', 'b'].map((each) => make(`sha512-${each}`)));
    if (broken === undefined || taken === undefined) throw new Error('made above');
    await rm(path.join(broken, 'files.json'));
    await grow(taken, dayAndMore);
    takeEntry(taken);

    for (const entry of [broken, taken]) await sweepShard(store, path.basename(path.dirname(entry)));

    expect(await readdir(path.dirname(broken))).not.toContain(path.basename(broken));
    expect(readEntry(taken)).toBeDefined();
  });

  it('removes drafts that were abandoned, and no others', async () => {
    await mkdir(path.join(store, 'incoming-old'));
    await mkdir(path.join(store, 'incoming-new'));
    await utimes(path.join(store, 'incoming-old'), dayAndMore, dayAndMore);

    await removeAbandoned(store);

    expect(await readdir(store)).toEqual(['incoming-new']);
  });

  it('has nothing to do where there is no store', async () => {
    await sweepShard(path.join(base, 'nowhere'), '00');
    await removeAbandoned(path.join(base, 'nowhere'));
  });
});
