/** As much of a MySQL server as a client needs to believe that it is connected: everyone may log in, every table is empty. */
import type { Socket } from 'node:net';
import { takeFrames } from './take-frames.ts';

const version = '8.0.36';
/** LONG_PASSWORD, LONG_FLAG, CONNECT_WITH_DB, PROTOCOL_41, TRANSACTIONS, SECURE_CONNECTION, MULTI_STATEMENTS, PLUGIN_AUTH. */
const capabilities = 0x0009a20d;
const okPayload = Buffer.from([0, 0, 0, 2, 0, 0, 0]);
const endPayload = Buffer.from([0xfe, 0, 0, 2, 0]);

export function serveMysql(socket: Socket): void {
  let loggedIn = false;
  socket.write(packMysql(makeGreeting(), 0));
  const lengthOf = (bytes: Buffer) => (bytes.length < 4 ? undefined : 4 + bytes.readUIntLE(0, 3));
  takeFrames(socket, lengthOf, (frame) => {
    const next = ((frame[3] ?? 0) + 1) & 255;
    if (!loggedIn) {
      loggedIn = true;
      socket.write(packMysql(okPayload, next));
      return;
    }
    const answers = answerMysqlCommand(frame.subarray(4));
    if (answers === undefined) socket.end();
    else answers.forEach((payload, index) => void socket.write(packMysql(payload, next + index)));
  });
}

function packMysql(payload: Buffer, sequence: number): Buffer {
  const header = Buffer.alloc(4);
  header.writeUIntLE(payload.length, 0, 3);
  header.writeUInt8(sequence & 255, 3);
  return Buffer.concat([header, payload]);
}

/** Protocol::HandshakeV10. */
function makeGreeting(): Buffer {
  const salt = Buffer.alloc(20, 'a');
  const low = Buffer.alloc(2);
  low.writeUInt16LE(capabilities & 0xffff);
  const high = Buffer.alloc(2);
  high.writeUInt16LE(capabilities >>> 16);
  return Buffer.concat([
    Buffer.from(`\n${version}\0`, 'latin1'),
    Buffer.from([1, 0, 0, 0]),
    salt.subarray(0, 8),
    Buffer.from([0]),
    low,
    Buffer.from([0x21, 2, 0]),
    high,
    Buffer.from([21, ...Array<number>(10).fill(0)]),
    salt.subarray(8),
    Buffer.from('\0mysql_native_password\0', 'latin1'),
  ]);
}

/** The payloads that answer a command; none for one that wants none, undefined at the client's farewell. */
function answerMysqlCommand(command: Buffer): Buffer[] | undefined {
  switch (command[0]) {
    case 0x01:
      return undefined;
    case 0x03:
      return /^\s*(?:select|show|describe|explain|with)\b/i.test(command.toString('latin1', 1, 200))
        ? emptyTable()
        : [okPayload];
    // A prepared statement without columns and parameters.
    case 0x16:
      return [Buffer.from([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])];
    case 0x19:
      return [];
    default:
      return [okPayload];
  }
}

/** One column, no rows. */
function emptyTable(): Buffer[] {
  const column = Buffer.concat([
    Buffer.from('\x03def\0\0\0\x01a\0', 'latin1'),
    Buffer.from([0x0c, 0x21, 0, 255, 0, 0, 0, 0xfd, 0, 0, 0, 0, 0]),
  ]);
  return [Buffer.from([1]), column, endPayload, endPayload];
}
