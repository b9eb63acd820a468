import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PackedFile, packTar, packTarGz, paxRecord, toFiles } from './pack-for-test.ts';
import { openTarTree } from './tar-tree.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-tar-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function openBytes(bytes: Buffer) {
  const file = path.join(folder, 'archive.tar.gz');
  await writeFile(file, bytes);
  return openTarTree(file);
}

async function readAll(files: readonly PackedFile[]) {
  const opened = await openBytes(packTarGz(files));
  if (!opened.ok) return opened;
  return {
    texts: Object.fromEntries(await opened.tree.read([...opened.tree.files.keys()])),
    leftOut: opened.tree.leftOut,
  };
}

describe('a compressed tar file', () => {
  it('gives the texts it holds, without the one folder around them', async () => {
    expect(await readAll(toFiles({ 'harbour-1.0/a.py': 'x', 'harbour-1.0/b/c.py': 'y' }))).toEqual({
      texts: { 'a.py': 'x', 'b/c.py': 'y' },
      leftOut: [],
    });
    expect(await readAll(toFiles({ 'one/a.py': 'x', 'two/a.py': 'y' }))).toMatchObject({
      texts: { 'one/a.py': 'x', 'two/a.py': 'y' },
    });
  });

  it('reads long names in both ways they are written', async () => {
    const long = `h/${'n'.repeat(150)}.py`;

    const read = await readAll([
      { name: 'PaxHeader', type: 'pax', content: paxRecord('mtime', '1') + paxRecord('path', long) },
      { name: 'short', content: 'x' },
      { name: '././@LongLink', type: 'gnu-name', content: `h/g${long.slice(2)}\0` },
      { name: 'short', content: 'y' },
    ]);

    expect(read).toMatchObject({ texts: { [long.slice(2)]: 'x', [`g${long.slice(2)}`]: 'y' } });
  });

  it('has nothing in it that leads elsewhere', async () => {
    const read = await readAll([
      { name: 'h/../../out.py', content: 'x' },
      { name: '/etc/out.py', content: 'x' },
      { name: 'h/link.py', type: 'link', target: '/etc/passwd' },
      { name: 'h/hard.py', type: 'hard-link', target: '/etc/passwd' },
      { name: 'h/device.py', type: 'device' },
      { name: 'h/in.py', content: 'x' },
    ]);

    expect(read).toEqual({
      texts: { 'h/in.py': 'x' },
      leftOut: ['2 symbolic links not followed', '2 files with an unusable name left out'],
    });
  });

  it('is not kept in memory beyond its sources', async () => {
    const read = await readAll([
      { name: 'h/large.py', content: 'x'.repeat(1_000_001) },
      { name: 'h/picture.png', content: 'x' },
      { name: 'h/in.py', content: 'x' },
    ]);

    expect(read).toEqual({ texts: { 'in.py': 'x' }, leftOut: ['1 file over 1 MB not read'] });
  });

  it.each([
    ['a file that ends in the middle', packTarGz([{ name: 'a.py', content: 'x', claimedSize: 9_000_000 }])],
    [
      'a name twice',
      packTarGz([
        { name: 'a.py', content: 'x' },
        { name: 'a.py', content: 'y' },
      ]),
    ],
    ['a pax record that leads nowhere', packTarGz([{ name: 'p', type: 'pax', content: '99999 path=x\n' }])],
    ['a pax record of no length', packTarGz([{ name: 'p', type: 'pax', content: '0 a=b\n' }])],
    ['no tar', gzipSync('hello '.repeat(500))],
    ['no gzip', packTar(toFiles({ 'a.py': 'x' }))],
    ['half a stream', packTarGz(toFiles({ 'a.py': 'x'.repeat(9000) })).subarray(0, 60)],
  ])('is refused where it holds %s', async (_what, bytes) => {
    expect(await openBytes(bytes)).toMatchObject({ ok: false, failure: 'install-failed' });
  });

  it.each([
    ['more than is unpacked of one', { name: 'a', content: Buffer.alloc(2_000_000) }],
    ['a name longer than any', { name: 'p', type: 'pax' as const, content: 'x'.repeat(100_000) }],
  ])('is refused where it holds %s', async (_what, entry) => {
    const file = path.join(folder, 'bomb.tar.gz');
    await writeFile(file, packTarGz([entry]));

    expect(await openTarTree(file, 1_000_000)).toMatchObject({ ok: false, failure: 'too-large' });
  });

  it('is read or refused, never a fault, whatever bytes are changed', async () => {
    const whole = packTar([
      { name: 'p', type: 'pax', content: paxRecord('path', 'h/a.py') },
      ...toFiles({ 'h/b.py': 'y' }),
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (changes) => {
          const bytes = Buffer.from(whole);
          for (const [at, byte] of changes) bytes[at] = byte;
          await openBytes(gzipSync(bytes));
        },
      ),
      { numRuns: 150 },
    );
  });
});
