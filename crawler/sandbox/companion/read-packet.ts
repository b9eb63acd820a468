/** An IP packet (RFC 791, RFC 8200) as far as what carries TCP and UDP needs it. */

export interface Place {
  address: string;
  port: number;
}

export interface Packet {
  transport: 'tcp' | 'udp';
  from: Place;
  to: Place;
  /** TCP: whether it grants a connection; one that is asked for has no such mark. */
  isAnswer: boolean;
  /** What tells one attempt from another and from its own repetition. */
  attempt: string;
  payload: Buffer;
}

const transports: ReadonlyMap<number, Packet['transport']> = new Map([
  [6, 'tcp'],
  [17, 'udp'],
]);
const acknowledge = 0x10;

/** Undefined for anything else, and for what was cut off. */
export function readPacket(bytes: Buffer): Packet | undefined {
  const version = (bytes[0] ?? 0) >> 4;
  const start = version === 4 ? 4 * ((bytes[0] ?? 0) & 0xf) : 40;
  if ((version !== 4 && version !== 6) || start < 20 || bytes.length < start + 8) return undefined;
  const transport = transports.get(bytes.readUInt8(version === 4 ? 9 : 6));
  if (transport === undefined || (transport === 'tcp' && bytes.length < start + 20)) return undefined;
  const read = version === 4 ? readAddress4 : readAddress6;
  const [source, destination] = version === 4 ? [12, 16] : [8, 24];
  return {
    transport,
    from: { address: read(bytes, source), port: bytes.readUInt16BE(start) },
    to: { address: read(bytes, destination), port: bytes.readUInt16BE(start + 2) },
    isAnswer: transport === 'tcp' && (bytes.readUInt8(start + 13) & acknowledge) !== 0,
    attempt: bytes.toString('latin1', start, start + 8),
    payload: bytes.subarray(start + (transport === 'udp' ? 8 : 20)),
  };
}

function readAddress4(bytes: Buffer, at: number): string {
  return [...bytes.subarray(at, at + 4)].join('.');
}

/** In the short form of RFC 5952, which is that of the URL standard too. */
function readAddress6(bytes: Buffer, at: number): string {
  const groups = [0, 2, 4, 6, 8, 10, 12, 14].map((each) => bytes.readUInt16BE(at + each).toString(16));
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
}
