import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allotAddress, findName } from './allotted-names.ts';
import { answerQuery } from './answer-query.ts';

function makeQuery(name: string, type = 1): Buffer {
  const labels = name.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]));
  const header = Buffer.from([0xab, 0xcd, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
  return Buffer.concat([header, ...labels, Buffer.from([0, 0, type, 0, 1])]);
}

describe('answerQuery', () => {
  it('gives the address that is allotted to a name', () => {
    const answered = answerQuery(makeQuery('API.Example.com'), () => '127.64.0.9');

    expect(answered?.name).toBe('api.example.com');
    expect(answered?.reply.subarray(0, 8)).toEqual(Buffer.from([0xab, 0xcd, 0x81, 0x80, 0, 1, 0, 1]));
    expect(answered?.reply.subarray(-6)).toEqual(Buffer.from([0, 4, 127, 64, 0, 9]));
  });

  it.each([
    ['an IPv6 address', 28],
    ['a service', 33],
  ])('has no record for %s, and allots nothing', (_what, type) => {
    const answered = answerQuery(makeQuery('api.example.com', type), () => {
      throw new Error('not asked for');
    });

    expect(answered?.reply.readUInt16BE(6)).toBe(0);
  });

  it.each([
    ['a label that is not there', makeQuery('a.example').subarray(0, 15)],
    ['a pointer for a label', Buffer.from([0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0xc0, 12, 0, 1, 0, 1])],
    ['an answer', Buffer.from([0, 0, 0x81, 0x80, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1])],
    ['a name with a line end', makeQuery('a\nconnection b 1.example')],
    ['a name with a space', makeQuery('a b.example')],
    ['nothing', Buffer.alloc(0)],
  ])('does not answer %s', (_what, packet) => {
    expect(answerQuery(packet, () => '127.0.0.1')).toBeUndefined();
  });

  it('is total, and passes on no name that could end a line', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        const answered = answerQuery(Buffer.from(bytes), () => '127.64.0.1');
        expect(answered?.name ?? '').toMatch(/^[a-z0-9_.-]*$/);
      }),
    );
  });
});

describe('allotAddress', () => {
  it('gives each name one address of its own, and tells the name of an address', () => {
    const one = allotAddress('one.example');
    const other = allotAddress('other.example');

    expect([one === other, allotAddress('one.example') === one, findName(other), findName('127.0.0.1')]).toEqual([
      false,
      true,
      'other.example',
      undefined,
    ]);
  });
});
