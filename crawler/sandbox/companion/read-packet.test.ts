import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPacket } from './read-packet.ts';

const packet = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const tcp4 = '46000030 00004000 40060000 7f000001 c6336407 01010101  c0000050 12345678 00000000 5002ffff 00000000';
const udp6 =
  '60000000 000b11ff 20010db8000000000000000000000001 26064700000000000000000000001111  c0001388 000b0000 616263';

test('reads where a connection is asked for, behind the options of its packet', () => {
  expect(readPacket(packet(tcp4))).toMatchObject({
    transport: 'tcp',
    from: { address: '127.0.0.1', port: 49_152 },
    to: { address: '198.51.100.7', port: 80 },
    isAnswer: false,
  });
  expect(readPacket(packet(tcp4.replace('5002', '5012')))?.isAnswer).toBe(true);
});

test('reads a datagram over IPv6, with its addresses in their short form', () => {
  expect(readPacket(packet(udp6))).toMatchObject({
    transport: 'udp',
    from: { address: '2001:db8::1', port: 49_152 },
    to: { address: '2606:4700::1111', port: 5_000 },
    payload: Buffer.from('abc'),
  });
});

test('tells an attempt from another, and not from its repetition', () => {
  const attempt = (hex: string) => readPacket(packet(hex))?.attempt;

  expect(attempt(tcp4)).toBe(attempt(tcp4.replace('4000 4006', '4000 3f06')));
  expect(attempt(tcp4)).not.toBe(attempt(tcp4.replace('12345678', '12345679')));
});

test.each([
  ['nothing', ''],
  ['another version', '5'.concat(tcp4.slice(1))],
  ['a header that is shorter than any', tcp4.replace('46', '44')],
  ['another protocol', tcp4.replace('40060000', '40010000')],
  ['one that was cut off', tcp4.slice(0, 70)],
])('reads nothing of %s', (_what, hex) => {
  expect(readPacket(packet(hex))).toBeUndefined();
});

test('reads whatever the bytes', () => {
  const first = fc.constantFrom(0x45, 0x4f, 0x60, 0x40);
  fc.assert(
    fc.property(first, fc.uint8Array({ maxLength: 120 }), (version, rest) => {
      const read = readPacket(Buffer.from([version, ...rest]));
      expect(read === undefined || read.to.port <= 65_535).toBe(true);
    }),
  );
});
