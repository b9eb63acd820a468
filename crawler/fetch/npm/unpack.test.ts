import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PackedFile, packTar, packTarGz, paxRecord, toFiles } from '../archive/pack-for-test.ts';
import { unpackTarball } from './unpack.ts';

let base: string;
let folder: string;

beforeEach(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'plimsoll-unpack-'));
  folder = path.join(base, 'package');
  await mkdir(folder);
});
afterEach(() => rm(base, { recursive: true, force: true }));

async function unpackBytes(bytes: Buffer, left = 1_000_000) {
  const file = path.join(base, 'package.tgz');
  await writeFile(file, bytes);
  const budget = { left };
  const files = await unpackTarball(file, folder, budget);
  return { files, budget };
}

const unpack = (files: readonly PackedFile[], left?: number) => unpackBytes(packTarGz(files), left);

async function readTree(): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [path.relative(folder, file), await readFile(file, 'utf8')] as const)),
  );
}

describe('unpackTarball', () => {
  it('takes off the first folder, whatever it is called, and says what is there', async () => {
    const { files } = await unpack(toFiles({ 'package/a.js': 'a', 'other/b/c.js': 'bcd', './package/d.js': 'd' }));

    expect(await readTree()).toEqual({ 'a.js': 'a', 'b/c.js': 'bcd', 'package/d.js': 'd' });
    expect(new Map(files)).toEqual(new Map([['a.js', 1], ['b/c.js', 3], ['package/d.js', 1]])); // biome-ignore format: a list
  });

  it('reads a package that was never compressed', async () => {
    await unpackBytes(packTar(toFiles({ 'package/a.js': 'a' })));

    expect(await readTree()).toEqual({ 'a.js': 'a' });
  });

  it('leaves out whatever is not a plain file inside', async () => {
    const { files } = await unpack([
      { name: 'package/../../out.txt', content: 'x' },
      { name: 'package/..', content: 'x' },
      { name: 'package', content: 'x' },
      { name: 'package/link', type: 'link', target: '/etc/passwd' },
      { name: 'package/link/through.txt', content: 'x' },
      { name: 'package/folder', type: 'link', target: '../..' },
      { name: 'package/hard', type: 'hard-link', target: '/etc/passwd' },
      { name: 'package/device', type: 'device' },
      { name: `package/${'deep/'.repeat(65)}a`.slice(0, 99), content: 'x' },
      { name: `package/${'n'.repeat(90)}`, content: 'x' },
      { name: 'PaxHeader', type: 'pax', content: paxRecord('path', `package/${'n'.repeat(300)}`) },
      { name: 'short', content: 'x' },
      { name: 'PaxHeader', type: 'pax', content: paxRecord('path', `package/${'deep/'.repeat(65)}a`) },
      { name: 'short', content: 'x' },
      { name: 'PaxHeader', type: 'pax', content: paxRecord('path', 'package/nul\0in') },
      { name: 'short', content: 'x' },
    ]);

    const tree = await readTree();
    expect(Object.keys(tree).sort()).toEqual(files.map(([name]) => name).sort());
    expect(Object.keys(tree).filter((name) => !/^(deep|n{90}$|link.through)/.test(name))).toEqual([]);
    expect((await stat(path.join(folder, 'link'))).isDirectory()).toBe(true);
    expect(await readdir(base)).toEqual(['package', 'package.tgz']);
  });

  it('lets the later of two files of one name stand, and keeps a folder from being replaced', async () => {
    const { files } = await unpack([
      ...toFiles({ 'package/a': '1', 'package/b/c': '2' }),
      { name: 'package/a', content: 'later' },
      { name: 'package/b', content: 'in its way' },
      { name: 'package/a/d', content: 'below a file' },
    ]);

    expect(await readTree()).toEqual({ a: 'later', 'b/c': '2' });
    expect(new Map(files).get('a')).toBe(5);
  });

  it('keeps of the modes only whether a file can be run', async () => {
    await unpack([
      { name: 'package/plain', content: 'x', mode: 0o666 },
      { name: 'package/run', content: 'x', mode: 0o4711 },
      { name: 'package/hidden', content: 'x', mode: 0 },
    ]);

    const modes = await Promise.all(
      ['plain', 'run', 'hidden'].map(async (name) => (await stat(path.join(folder, name))).mode & 0o7777),
    );
    const mask = process.umask();
    expect(modes).toEqual([0o444 & ~mask, 0o555 & ~mask, 0o444 & ~mask]);
  });

  it('stops at its bound, wherever the bytes are', async () => {
    const zeros = Buffer.alloc(3_000_000);
    const tooLarge = expect.objectContaining({ kind: 'too-large' });

    await expect(unpack([{ name: 'package/a', content: zeros }])).rejects.toEqual(tooLarge);
    await expect(unpack([{ name: 'nothing', content: zeros }])).rejects.toEqual(tooLarge);
    await expect(unpack([{ name: 'package/a', content: 'x', claimedSize: 2_000_000_000 }])).rejects.toEqual(tooLarge);
    await expect(unpack(Array.from({ length: 3000 }, (_, index) => ({ name: `package/${index}` })))).rejects.toEqual(
      tooLarge,
    );
  });

  it('counts against what all share', async () => {
    const { budget } = await unpack(toFiles({ 'package/a': 'x'.repeat(1000), 'package/b': '' }));

    expect(budget.left).toBe(1_000_000 - 1000 - 512);
  });

  it.each([
    ['no archive', Buffer.from('<html>not found</html>'.repeat(50))],
    ['nothing', Buffer.alloc(0)],
    ['half an archive', packTarGz(toFiles({ 'package/a': 'x'.repeat(9000) })).subarray(0, 60)],
    [
      'an archive that ends in the middle of a file',
      packTarGz([{ name: 'package/a', content: 'x', claimedSize: 9000 }]),
    ],
  ])('refuses %s', async (_what, bytes) => {
    await expect(unpackBytes(bytes)).rejects.toEqual(expect.objectContaining({ kind: 'broken' }));
  });

  it('writes inside its folder alone, whatever the names are', async () => {
    const part = fc.constantFrom('..', '.', '', 'a', 'b', 'package', '\\..', '~', 'c\u202e');
    const name = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('/'));
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 8 }), async (names) => {
        await rm(folder, { recursive: true, force: true });
        await mkdir(folder);
        const { files } = await unpack(
          ['package/package.json', ...names].map((each, at) => ({ name: each, content: 'x'.repeat(at) })),
        );

        expect(await readdir(base)).toEqual(['package', 'package.tgz']);
        const tree = await readTree();
        expect(Object.fromEntries(Object.entries(tree).map(([file, text]) => [file, text.length]))).toEqual(
          Object.fromEntries(files),
        );
      }),
      { numRuns: 100 },
    );
  });
});
