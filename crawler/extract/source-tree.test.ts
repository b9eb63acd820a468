import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSource, isPlainPath, makeSourceTree, sourceLimits } from './source-tree.ts';

describe('a source tree', () => {
  it.each(['src/server.py', 'a', 'ünïcode/日本.py', '-rf', '--upload-pack=x', 'with space.py', '.github/x.yml'])(
    'takes the path %j',
    (path) => expect(isPlainPath(path)).toBe(true),
  );

  it.each([
    '',
    '/etc/passwd',
    '../x',
    'a/../b',
    'a//b',
    './a',
    'a/',
    'a\\b',
    'a\nb',
    'a\u0000b',
    'a\u202Eb',
    'a\uFFFDb',
  ])('refuses the path %j', (path) => expect(isPlainPath(path)).toBe(false));

  it('never lets a path out of its folder, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('.', '/', 'a', '\\', '\n', '\u0000') }), (path) => {
        if (isPlainPath(path)) expect(new URL(path, 'file:///root/').pathname.startsWith('/root/')).toBe(true);
      }),
    );
  });

  it('reads text with plain line ends and no byte order mark', () => {
    expect(decodeSource(Buffer.from('\uFEFFa\r\nb\rc'))).toBe('a\nb\nc');
  });

  it('reads nothing that holds a zero byte', () => {
    expect(decodeSource(Buffer.from('a\0b'))).toBeUndefined();
  });

  it('leaves out files over the limit and counts unusable names', async () => {
    const tree = makeSourceTree(
      new Map([
        ['big.py', 'x'.repeat(sourceLimits.fileBytes + 1)],
        ['ok.py', 'y'],
        ['../out.py', 'z'],
      ]),
    );

    const texts = await tree.read(['big.py', 'ok.py', '../out.py', 'missing.py']);

    expect([...texts.keys()]).toEqual(['ok.py']);
    expect(tree.leftOut).toEqual(['1 file with an unusable name left out']);
  });
});
