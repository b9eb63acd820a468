/** Of the packets on a loopback: those that ask for a TCP connection or grant one, and every UDP datagram, once each. */
import { assembleFilter, type Instruction } from './bpf.ts';

/** `SKF_AD_OFF + SKF_AD_PKTTYPE`: on the loopback each packet comes by twice, on its way out and on its way in. */
const packetKind = 0xfffff004;
const outgoing = 4;
const tcp = 6;
const udp = 17;
const synchronise = 0x02;
const fragmentOffset = 0x1fff;
/** Enough for headers and the question of a name. */
const keptBytes = 512;

export function buildPacketFilter(): Buffer {
  return assembleFilter([
    { do: 'load', size: 'word', at: packetKind },
    { do: 'jump', when: 'equal', value: outgoing, otherwise: 'drop' },
    { do: 'load', size: 'byte', at: 0 },
    { do: 'and', value: 0xf0 },
    { do: 'jump', when: 'equal', value: 0x40, to: 'ipv4' },
    { do: 'jump', when: 'equal', value: 0x60, to: 'ipv6', otherwise: 'drop' },
    // RFC 791 and RFC 9293: behind the first fragment no ports are found.
    { do: 'label', name: 'ipv4' },
    { do: 'load', size: 'half', at: 6 },
    { do: 'jump', when: 'any-set', value: fragmentOffset, to: 'drop' },
    { do: 'load', size: 'byte', at: 9 },
    { do: 'jump', when: 'equal', value: udp, to: 'keep' },
    { do: 'jump', when: 'equal', value: tcp, otherwise: 'drop' },
    { do: 'index-header', at: 0 },
    { do: 'load-indexed', size: 'byte', at: 13 },
    ...keepSynchronising(),
    // RFC 8200: a header of forty bytes.
    { do: 'label', name: 'ipv6' },
    { do: 'load', size: 'byte', at: 6 },
    { do: 'jump', when: 'equal', value: udp, to: 'keep' },
    { do: 'jump', when: 'equal', value: tcp, otherwise: 'drop' },
    { do: 'load', size: 'byte', at: 53 },
    ...keepSynchronising(),
    { do: 'label', name: 'keep' },
    { do: 'return', value: keptBytes },
    { do: 'label', name: 'drop' },
    { do: 'return', value: 0 },
  ]);
}

function keepSynchronising(): Instruction[] {
  return [{ do: 'jump', when: 'any-set', value: synchronise, to: 'keep', otherwise: 'drop' }];
}
