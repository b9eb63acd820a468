/**
 * Tells from the packets themselves where a program tried to go, on whatever port and whether or not anything answered. They come from a
 * packet socket (packet(7)) that was opened, with its filter, before the program began: nothing is missed while we are still starting.
 */
import { readSync } from 'node:fs';
import { allotAddress } from './allotted-names.ts';
import { answerQuery } from './answer-query.ts';
import { nameHost } from './name-host.ts';
import { type Packet, readPacket } from './read-packet.ts';
import { readSent, type Sent } from './sent-counters.ts';

export interface PacketWatch {
  /** Reads what has come since; false where the socket is none. */
  drain(): boolean;
  /** From now on nobody but us sends from the port of name servers over this family. */
  holdNames(family: 4 | 6): void;
  /** What can only be told at the end: services of this machine's own that were asked for and were not there. */
  finish(): void;
  /** Whether the kernel has sent more for the program than came by here. */
  hasMissed(): boolean;
}

interface Notes {
  name(name: string): void;
  connection(host: string, port: number): void;
}

const maxPacketsAtOnce = 20_000;
const maxAttempts = 10_000;
const dns = 53;

/** `sunk`: ports on this machine that are ours, whoever answers there. */
export function watchPackets(descriptor: number, sunk: readonly number[], notes: Notes): PacketWatch {
  const bytes = Buffer.alloc(65_536);
  const asked = new Set<string>();
  const answered = new Set<string>();
  const seen = countAttempts();
  const held = new Set<4 | 6>();

  const take = (packet: Packet) => {
    seen.count(packet);
    const { transport, from, to } = packet;
    if (nameHost(from.address) === 'localhost') answered.add(`${transport} ${from.port}`);
    const isOurs = transport === 'udp' && from.port === dns && held.has(from.address.includes(':') ? 6 : 4);
    if (packet.isAnswer || isOurs) return;
    const host = nameHost(to.address);
    const name = transport === 'udp' && to.port === dns ? answerQuery(packet.payload, allotAddress)?.name : undefined;
    if (name !== undefined) notes.name(name);
    if (host !== 'localhost') notes.connection(host, to.port);
    else if (transport === 'tcp' && sunk.includes(to.port)) notes.connection(host, to.port);
    else if (to.port !== dns) asked.add(`${transport} ${to.port}`);
  };
  const drain = () => {
    for (let each = 0; each < maxPacketsAtOnce; each++) {
      const length = readOnce(descriptor, bytes);
      if (length === undefined) return true;
      if (length === 0) return false;
      const packet = readPacket(bytes.subarray(0, length));
      if (packet !== undefined) take(packet);
    }
    return true;
  };
  return {
    drain,
    holdNames: (family) => {
      // What was sent before, somebody else sent.
      drain();
      held.add(family);
    },
    finish: () => {
      for (const place of asked) if (!answered.has(place)) notes.connection('localhost', Number(place.split(' ')[1]));
    },
    hasMissed: () => {
      const sent = readSent();
      return sent === undefined || sent.connections > seen.connections || sent.datagrams > seen.datagrams;
    },
  };
}

/** Attempts and datagrams, as the kernel counts them: an attempt that is repeated is one. */
function countAttempts(): Sent & { count(packet: Packet): void } {
  const attempts = new Set<string>();
  return {
    connections: 0,
    datagrams: 0,
    count({ transport, isAnswer, attempt }) {
      if (transport === 'udp') this.datagrams += 1;
      if (transport === 'udp' || isAnswer || attempts.has(attempt)) return;
      if (attempts.size >= maxAttempts) attempts.clear();
      attempts.add(attempt);
      this.connections += 1;
    },
  };
}

/** Undefined where there is nothing to read now; 0 where there never will be. */
function readOnce(descriptor: number, bytes: Buffer): number | undefined {
  try {
    return readSync(descriptor, bytes);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EAGAIN' ? undefined : 0;
  }
}
