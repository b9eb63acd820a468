import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PackedFile, packZip, toFiles } from './pack-for-test.ts';
import { openZipTree } from './zip-tree.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-zip-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function openBytes(bytes: Buffer) {
  const file = path.join(folder, 'archive.zip');
  await writeFile(file, bytes);
  return openZipTree(file);
}

async function readAll(files: readonly PackedFile[]) {
  const opened = await openBytes(packZip(files));
  if (!opened.ok) return opened;
  const texts = await opened.tree.read([...opened.tree.files.keys()]);
  await opened.close();
  return { texts: Object.fromEntries(texts), leftOut: opened.tree.leftOut };
}

describe('a zip file', () => {
  it('gives the texts it holds, also with a comment behind it', async () => {
    const opened = await openBytes(packZip(toFiles({ 'a/b.py': 'moor()', 'ü.py': 'é' }), 'a remark'));

    expect(opened).toMatchObject({ ok: true });
    if (!opened.ok) return;
    expect(opened.tree.files).toEqual(
      new Map([
        ['a/b.py', 6],
        ['ü.py', 2],
      ]),
    );
    expect(await opened.tree.read(['a/b.py', 'ü.py', 'none.py'])).toEqual(
      new Map([
        ['a/b.py', 'moor()'],
        ['ü.py', 'é'],
      ]),
    );
    await opened.close();
  });

  it('has nothing in it that leads elsewhere', async () => {
    const read = await readAll([
      { name: '../../out.py', content: 'x' },
      { name: '/etc/out.py', content: 'x' },
      { name: 'a\\b.py', content: 'x' },
      { name: 'link.py', content: '/etc/passwd', type: 'link' },
      { name: 'in.py', content: 'x' },
    ]);

    expect(read).toEqual({
      texts: { 'in.py': 'x' },
      leftOut: ['1 symbolic link not followed', '3 files with an unusable name left out'],
    });
  });

  it.each<[string, PackedFile]>([
    ['is larger than it says', { name: 'a.py', content: 'x'.repeat(500_000), claimedSize: 10 }],
    ['is smaller than it says', { name: 'a.py', content: 'x', claimedSize: 900 }],
    ['bears another name in front of it', { name: 'a.py', content: 'x', localName: 'b.py' }],
    ['is encrypted', { name: 'a.py', content: 'x', encrypted: true }],
  ])('leaves out a file that %s', async (_what, file) => {
    expect(await readAll([file, { name: 'in.py', content: 'x' }])).toEqual({ texts: { 'in.py': 'x' }, leftOut: [] });
  });

  it('is refused where it holds a name twice, since it then is another archive for each who reads it', async () => {
    expect(
      await openBytes(
        packZip([
          { name: 'a.py', content: 'x' },
          { name: 'a.py', content: 'y' },
        ]),
      ),
    ).toMatchObject({
      ok: false,
      failure: 'install-failed',
      reason: expect.stringContaining('twice'),
    });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('hello '.repeat(100))],
    ['the end alone', packZip(toFiles({ 'a.py': 'x' })).subarray(-22)],
    ['its first half', packZip(toFiles({ 'a.py': 'x'.repeat(999) })).subarray(0, 60)],
  ])('is refused where it is %s', async (_what, bytes) => {
    expect(await openBytes(bytes)).toMatchObject({ ok: false, failure: 'install-failed' });
  });

  it('is read or refused, never a fault, whatever bytes are changed', async () => {
    const whole = packZip(toFiles({ 'a.py': 'x = 1', 'b/c.py': 'y' }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (changes) => {
          const bytes = Buffer.from(whole);
          for (const [at, byte] of changes) bytes[at] = byte;
          const opened = await openBytes(bytes);
          if (!opened.ok) return;
          await opened.tree.read([...opened.tree.files.keys()]);
          await opened.close();
        },
      ),
      { numRuns: 150 },
    );
  });
});
