/**
 * What a network namespace of a sandbox's own needs before a program begins. Where the kernel refuses a part of it nothing else
 * changes; the companion finds out, and says what it could not watch.
 */
import { ownEveryAddress, raiseLoopback } from './kernel/netlink.ts';
import { buildPacketFilter } from './kernel/packet-filter.ts';
import type { Call } from './kernel/prelude.ts';

const families = { netlink: 16, packet: 17 };
const kinds = { raw: 3, datagram: 2, nonBlocking: 0x800 };
const socketLevel = 1;
const options = { receiveBuffer: 8, attachFilter: 26, forceReceiveBuffer: 33 };
const bufferBytes = 4_194_304;

/** `descriptor`: the first that is free, or held by something to be let go of; closed again. */
export function raiseLoopbackCalls(descriptor: number): Call[] {
  return askRouting(descriptor, [raiseLoopback()]);
}

/**
 * Makes every address this machine's own, so that a connection to any of them comes to an end here, and leaves a socket open on the
 * descriptor that the packets can be read from.
 */
export function watchCalls(descriptor: number): Call[] {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(bufferBytes);
  const set = (option: number, value: Buffer | { filter: Buffer }, length: number): Call =>
    tryTo('setsockopt', [descriptor, socketLevel, option, value, length]);
  return [
    ...askRouting(descriptor, [raiseLoopback(), ownEveryAddress('ipv4'), ownEveryAddress('ipv6')]),
    tryTo('socket', [families.packet, kinds.datagram | kinds.nonBlocking, 0]),
    // Before it hears anything.
    set(options.attachFilter, { filter: buildPacketFilter() }, 16),
    set(options.receiveBuffer, size, size.length),
    set(options.forceReceiveBuffer, size, size.length),
    tryTo('bind', [descriptor, packetAddress(), 20]),
  ];
}

function askRouting(descriptor: number, messages: readonly Buffer[]): Call[] {
  return [
    tryTo('close', [descriptor]),
    tryTo('socket', [families.netlink, kinds.raw, 0]),
    ...messages.map((message) => tryTo('sendto', [descriptor, message, message.length, 0, 0, 0])),
    tryTo('close', [descriptor]),
  ];
}

function tryTo(name: Call['name'], args: Call['args']): Call {
  return { name, args, optional: true };
}

/** `struct sockaddr_ll` (packet(7)): every protocol, on the loopback. */
function packetAddress(): Buffer {
  const address = Buffer.alloc(20);
  address.writeUInt16LE(families.packet, 0);
  address.writeUInt16BE(3, 2);
  address.writeInt32LE(1, 4);
  return address;
}
