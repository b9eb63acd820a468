/** Which host a client believes it speaks to, from the first bytes it sends. */

const hostName = /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*$/;

/** TLS: the server name of the ClientHello (RFC 6066, 3). HTTP/1: the Host header. */
export function readHostName(bytes: Buffer): string | undefined {
  const name = (readServerName(bytes) ?? readHostHeader(bytes))?.toLowerCase();
  return name !== undefined && name.length <= 253 && hostName.test(name) ? name : undefined;
}

function readHostHeader(bytes: Buffer): string | undefined {
  return /^[A-Z]{3,10} [^\r\n]{1,4000}\r\n(?:[^\r\n]{1,4000}\r\n){0,50}?host: *([^\s:]{1,253})(?::\d+)?\r\n/i.exec(
    bytes.toString('latin1', 0, 8_192),
  )?.[1];
}

/** A ClientHello (RFC 8446, 4.1.2) within its first record. */
function readServerName(bytes: Buffer): string | undefined {
  if (bytes[0] !== 22 || bytes[5] !== 1) return undefined;
  // Past the record's and the message's header, the version and the random value.
  let at = 43;
  const skip = (lengthBytes: number) => {
    const length = at + lengthBytes <= bytes.length ? bytes.readUIntBE(at, lengthBytes) : bytes.length;
    at += lengthBytes + length;
  };
  skip(1);
  skip(2);
  skip(1);
  at += 2;
  while (at + 4 <= bytes.length) {
    if (bytes.readUInt16BE(at) !== 0) {
      at += 2;
      skip(2);
      continue;
    }
    // Past the extension's and the list's length and the kind of name stands the name's length.
    if (at + 9 > bytes.length) return undefined;
    return bytes.toString('latin1', at + 9, at + 9 + bytes.readUInt16BE(at + 7));
  }
  return undefined;
}
