/** As much of a PostgreSQL server as a client needs to believe that it is connected: everyone may log in, every table is empty. */
import type { Socket } from 'node:net';
import { takeFrames } from './take-frames.ts';

/** Codes that stand in the place of a version: SSLRequest and GSSENCRequest. */
const encryptionRequests: readonly number[] = [80_877_103, 80_877_104];
const protocol3 = 0x0003_0000;

export function servePostgres(socket: Socket): void {
  let loggedIn = false;
  const lengthOf = (bytes: Buffer) => {
    const start = loggedIn ? 1 : 0;
    return bytes.length < start + 4 ? undefined : start + Math.max(4, bytes.readUInt32BE(start));
  };
  takeFrames(socket, lengthOf, (frame) => {
    if (loggedIn) {
      const answer = answerPostgres(frame);
      if (answer === undefined) socket.end();
      else socket.write(answer);
      return;
    }
    const code = frame.length < 8 ? 0 : frame.readUInt32BE(4);
    if (encryptionRequests.includes(code)) {
      socket.write('N');
    } else if (code === protocol3) {
      loggedIn = true;
      socket.write(welcome());
    } else {
      socket.end();
    }
  });
}

function packPostgres(type: string, body: Buffer | string = ''): Buffer {
  const bytes = Buffer.from(body);
  const header = Buffer.alloc(5, type, 'latin1');
  header.writeUInt32BE(bytes.length + 4, 1);
  return Buffer.concat([header, bytes]);
}

function ready(): Buffer {
  return packPostgres('Z', 'I');
}

/** AuthenticationOk, ParameterStatus, BackendKeyData, ReadyForQuery. */
function welcome(): Buffer {
  const parameters = { server_version: '16.0', client_encoding: 'UTF8', standard_conforming_strings: 'on' };
  return Buffer.concat([
    packPostgres('R', Buffer.alloc(4)),
    ...Object.entries(parameters).map(([name, value]) => packPostgres('S', `${name}\0${value}\0`)),
    packPostgres('K', Buffer.alloc(8, 1)),
    ready(),
  ]);
}

/** Undefined at the client's farewell. */
function answerPostgres(frame: Buffer): Buffer | undefined {
  switch (String.fromCharCode(frame[0] ?? 0)) {
    case 'X':
      return undefined;
    case 'Q':
      return answerPostgresQuery(frame.toString('latin1', 5, 200));
    case 'P':
      return packPostgres('1');
    case 'B':
      return packPostgres('2');
    case 'C':
      return packPostgres('3');
    case 'D':
      // A statement has no parameters, and neither it nor a portal has columns.
      return Buffer.concat([
        frame[5] === 0x53 ? packPostgres('t', Buffer.alloc(2)) : Buffer.alloc(0),
        packPostgres('n'),
      ]);
    case 'E':
      return packPostgres('C', 'SELECT 0\0');
    case 'S':
      return ready();
    default:
      return Buffer.alloc(0);
  }
}

function answerPostgresQuery(text: string): Buffer {
  const word = /^\s*([a-z]+)/i.exec(text)?.[1]?.toUpperCase() ?? '';
  const gives = ['SELECT', 'SHOW', 'WITH', 'EXPLAIN', 'TABLE', 'VALUES'].includes(word);
  const rows = gives ? packPostgres('T', Buffer.alloc(2)) : Buffer.alloc(0);
  return Buffer.concat([rows, packPostgres('C', `${gives ? 'SELECT 0' : word}\0`), ready()]);
}
