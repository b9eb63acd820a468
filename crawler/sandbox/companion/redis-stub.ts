/** As much of a Redis server as a client needs to believe that it is connected: everyone may log in, no key exists. */
import type { Socket } from 'node:net';
import { takeFrames } from './take-frames.ts';

const info = '# Server\r\nredis_version:7.2.0\r\nredis_mode:standalone\r\nloading:0\r\n';
const answers: Readonly<Record<string, string>> = {
  PING: '+PONG\r\n',
  // A server from before RESP3; clients fall back.
  HELLO: "-ERR unknown command 'HELLO'\r\n",
  INFO: `$${info.length}\r\n${info}\r\n`,
  GET: '$-1\r\n',
  HGET: '$-1\r\n',
  KEYS: '*0\r\n',
  SMEMBERS: '*0\r\n',
  SCAN: '*2\r\n$1\r\n0\r\n*0\r\n',
  EXISTS: ':0\r\n',
  DBSIZE: ':0\r\n',
  COMMAND: '*0\r\n',
  MODULE: '*0\r\n',
};

export function serveRedis(socket: Socket): void {
  takeFrames(socket, measureRedisCommand, (frame) => {
    const command = readRedisCommand(frame);
    socket.write(Object.hasOwn(answers, command) ? (answers[command] ?? '') : '+OK\r\n');
    if (command === 'QUIT') socket.end();
  });
}

/** A command of RESP: an array of bulk strings, or one line. */
function measureRedisCommand(bytes: Buffer): number | undefined {
  const line = lineEnd(bytes, 0);
  if (line === undefined || bytes[0] !== 0x2a) return line;
  const count = Number(bytes.toString('latin1', 1, line - 2));
  let at = line;
  for (let each = 0; each < count; each++) {
    const next = lineEnd(bytes, at);
    if (next === undefined) return undefined;
    const length = Number(bytes.toString('latin1', at + 1, next - 2));
    if (!Number.isInteger(length) || length < 0) return next;
    at = next + length + 2;
    if (at > bytes.length) return undefined;
  }
  return at;
}

function lineEnd(bytes: Buffer, from: number): number | undefined {
  const end = bytes.indexOf('\r\n', from);
  return end === -1 ? undefined : end + 2;
}

function readRedisCommand(frame: Buffer): string {
  const lines = frame.toString('latin1', 0, 200).split('\r\n');
  const text = frame[0] === 0x2a ? lines[2] : lines[0]?.split(' ')[0];
  return (text ?? '').toUpperCase();
}
