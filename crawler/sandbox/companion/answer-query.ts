/** DNS (RFC 1035) as far as a name's address: every A query is answered, anything else has no records. */

export interface AnsweredQuery {
  /** In lower case, without the last dot. */
  name: string;
  reply: Buffer;
}

const typeA = 1;
const headerLength = 12;
const plainName = /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*$/;

/** Undefined for what is no question, and for names that no host can have. `allot` gives the address for a name. */
export function answerQuery(packet: Buffer, allot: (name: string) => string): AnsweredQuery | undefined {
  if (packet.length < headerLength || packet.readUInt8(2) >= 0x80 || packet.readUInt16BE(4) !== 1) return undefined;
  const labels: string[] = [];
  let at = headerLength;
  for (;;) {
    const length = packet[at];
    if (length === undefined || length > 63 || labels.length > 40) return undefined;
    at += 1;
    if (length === 0) break;
    labels.push(packet.toString('latin1', at, at + length).toLowerCase());
    at += length;
  }
  const name = labels.join('.');
  if (packet.length < at + 4 || name.length > 253 || !plainName.test(name)) return undefined;
  const answer = packet.readUInt16BE(at) === typeA ? makeAnswer(allot(name)) : Buffer.alloc(0);
  return { name, reply: Buffer.concat([makeHeader(packet, answer.length > 0), packet.subarray(12, at + 4), answer]) };
}

function makeHeader(query: Buffer, answered: boolean): Buffer {
  const header = Buffer.alloc(headerLength);
  query.copy(header, 0, 0, 2);
  // A response, recursion desired and available.
  header.writeUInt16BE(0x8180, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(answered ? 1 : 0, 6);
  return header;
}

function makeAnswer(address: string): Buffer {
  // A pointer to the question's name; type A, class IN, a time to live of 60 s, four bytes.
  return Buffer.from([0xc0, 0x0c, 0, typeA, 0, 1, 0, 0, 0, 60, 0, 4, ...address.split('.').map(Number)]);
}
