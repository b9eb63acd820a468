import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineSplitter } from './line-splitter.ts';

describe('LineSplitter', () => {
  it('gives the same lines however the bytes are cut', () => {
    const cuts = fc.array(fc.uint8Array({ minLength: 1, maxLength: 12 }));
    fc.assert(
      fc.property(cuts, (chunks) => {
        const splitter = new LineSplitter(1_000);
        const lines = chunks.flatMap((chunk) => splitter.push(Buffer.from(chunk)) ?? ['too long']);
        expect(lines).toEqual(Buffer.concat(chunks).toString('latin1').split('\n').slice(0, -1).map(decode));
      }),
    );
  });

  it.each([
    ['in one piece', ['aaaaaaaaaaa\n']],
    ['in small pieces', ['aaaa', 'aaaa', 'aaaa']],
  ])('refuses a line beyond the bound %s', (_, chunks) => {
    const splitter = new LineSplitter(10);

    expect(chunks.map((chunk) => splitter.push(Buffer.from(chunk))).at(-1)).toBeUndefined();
  });

  it('counts anew for each line', () => {
    expect(new LineSplitter(3).push(Buffer.from('aaa\nbbb\nccc'))).toEqual(['aaa', 'bbb']);
  });
});

function decode(line: string): string {
  return Buffer.from(line, 'latin1').toString('utf8');
}
