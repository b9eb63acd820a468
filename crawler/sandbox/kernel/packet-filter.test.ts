import { describe, expect, test } from 'vitest';
import { buildPacketFilter } from './packet-filter.ts';
import { runFilter } from './run-filter-for-test.ts';

const filter = buildPacketFilter();
const outgoing = 4;
const incoming = 0;

function look(packet: Buffer, direction: number): boolean {
  const read = (at: number, size: number) => {
    if (at === 0xfffff004) return direction;
    return at + size <= packet.length ? packet.readUIntBE(at, size) : undefined;
  };
  return runFilter(filter, read) > 0;
}

/** RFC 791: with so many words of options, for a protocol, at an offset. */
function ipv4(protocol: number, body: readonly number[], options = 0, fragment = 0): Buffer {
  const header = Buffer.alloc(20 + 4 * options, 1);
  header[0] = 0x45 + options;
  header.writeUInt16BE(fragment, 6);
  header[9] = protocol;
  return Buffer.concat([header, Buffer.from(body)]);
}

function ipv6(protocol: number, body: readonly number[]): Buffer {
  const header = Buffer.alloc(40);
  header[0] = 0x60;
  header[6] = protocol;
  return Buffer.concat([header, Buffer.from(body)]);
}

const tcp = (flags: number) => [...Array<number>(13).fill(0), flags, ...Array<number>(6).fill(0)];
const udp = Array<number>(8).fill(0);
const [asks, grants, carries, resets] = [0x02, 0x12, 0x18, 0x14];
const dontFragment = 0x4000;
const more = 0x2000;

describe('kept is', () => {
  test.each<[string, Buffer]>([
    ['a TCP connection asked for', ipv4(6, tcp(asks), 0, dontFragment)],
    ['one behind options', ipv4(6, tcp(asks), 10)],
    ['one granted', ipv4(6, tcp(grants))],
    ['one over IPv6', ipv6(6, tcp(asks))],
    ['a datagram', ipv4(17, udp)],
    ['the first part of a datagram', ipv4(17, udp, 0, more)],
    ['a datagram over IPv6', ipv6(17, udp)],
  ])('%s, on its way out alone', (_what, packet) => {
    expect([look(packet, outgoing), look(packet, incoming)]).toEqual([true, false]);
  });
});

test.each<[string, Buffer]>([
  ['what a connection carries', ipv4(6, tcp(carries))],
  ['the same over IPv6', ipv6(6, tcp(carries))],
  ['a refusal', ipv4(6, tcp(resets))],
  ['a later part of a datagram', ipv4(17, udp, 0, 100)],
  ['another protocol', ipv4(1, udp)],
  ['another protocol over IPv6', ipv6(58, udp)],
  ['what is no packet', Buffer.from('hello')],
  ['nothing', Buffer.alloc(0)],
])('dropped is %s', (_what, packet) => {
  expect(look(packet, outgoing)).toBe(false);
});
