import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serveMysql } from './mysql-stub.ts';
import { servePostgres } from './postgres-stub.ts';
import { serveRedis } from './redis-stub.ts';
import type { Stub } from './sink.ts';

let server: Server;
let client: Socket;
let received: Buffer;

async function reach(stub: Stub): Promise<void> {
  received = Buffer.alloc(0);
  server = createServer(stub).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  client = connect(typeof address === 'object' && address !== null ? address.port : 0, '127.0.0.1');
  client
    .on('error', () => {})
    .on('data', (bytes: Buffer) => {
      received = Buffer.concat([received, bytes]);
    });
}

afterEach(() => {
  client.destroy();
  server.close();
});

/** What it says next, once that is at least so long; all it says where it ends. */
async function hear(length: number): Promise<Buffer> {
  while (received.length < length && !client.readableEnded && !client.destroyed) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const heard = received;
  received = Buffer.alloc(0);
  return heard;
}

describe('the MySQL stub', () => {
  beforeEach(() => reach(serveMysql));
  const send = (payload: string | Buffer, sequence: number) =>
    client.write(Buffer.concat([Buffer.from([payload.length, 0, 0, sequence]), Buffer.from(payload)]));

  it('greets, lets everyone in, and shows an empty table', async () => {
    expect((await hear(70)).subarray(3, 12)).toEqual(Buffer.from('\0\n8.0.36\0', 'latin1'));
    send(Buffer.alloc(60), 1);
    expect(await hear(11)).toEqual(Buffer.from([7, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0]));
    send('\x03SELECT 1', 0);
    expect((await hear(40)).at(4)).toBe(1);
    send('\x03SET NAMES utf8', 0);
    expect((await hear(11)).at(4)).toBe(0);
  });

  it('ends at a farewell', async () => {
    await hear(70);
    send(Buffer.alloc(60), 1);
    await hear(11);
    send('\x01', 0);
    await new Promise((resolve) => client.once('end', resolve));
    expect(client.readableEnded).toBe(true);
  });
});

describe('the PostgreSQL stub', () => {
  beforeEach(() => reach(servePostgres));
  const startup = Buffer.from([0, 0, 0, 9, 0, 3, 0, 0, 0]);

  it('refuses encryption, lets everyone in, and answers both kinds of query', async () => {
    client.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]));
    expect((await hear(1)).toString()).toBe('N');
    client.write(startup);
    expect((await hear(90)).toString('latin1')).toMatch(/^R.*server_version.*Z\0\0\0\x05I$/s);
    client.write(Buffer.from('Q\0\0\0\x0dSELECT 1\0', 'latin1'));
    expect((await hear(27)).toString('latin1')).toMatch(/^T.*C.*SELECT 0\0Z/s);
    client.write(Buffer.from('P\0\0\0\x04B\0\0\0\x04D\0\0\0\x05SE\0\0\0\x04S\0\0\0\x04', 'latin1'));
    expect((await hear(41)).toString('latin1')).toMatch(/^1.*2.*t.*n.*C.*Z/s);
  });

  it('ends with a client of another protocol', async () => {
    client.write(Buffer.from([0, 0, 0, 8, 0, 2, 0, 0]));
    await new Promise((resolve) => client.once('end', resolve));
    expect(client.readableEnded).toBe(true);
  });
});

describe('the Redis stub', () => {
  beforeEach(() => reach(serveRedis));

  it.each([
    ['PING\r\n', '+PONG\r\n'],
    ['*1\r\n$4\r\nping\r\n', '+PONG\r\n'],
    ['*3\r\n$3\r\nSET\r\n$1\r\na\r\n$2\r\n\r\n\r\n', '+OK\r\n'],
    ['*2\r\n$3\r\nGET\r\n$1\r\na\r\n', '$-1\r\n'],
    ['*2\r\n$11\r\nconstructor\r\n$1\r\na\r\n', '+OK\r\n'],
  ])('answers %j with %j', async (command, answer) => {
    client.write(command);
    expect((await hear(answer.length)).toString()).toBe(answer);
  });
});

it.each([
  ['MySQL', serveMysql, Buffer.from([0xff, 0xff, 0xff, 1])],
  ['PostgreSQL', servePostgres, Buffer.from([0x7f, 0xff, 0xff, 0xff])],
  ['Redis', serveRedis, Buffer.from('*1\r\n$99999999\r\n')],
])('the %s stub drops a client that sends without end', async (_name, stub, beginning) => {
  await reach(stub);
  client.write(beginning);
  const more = setInterval(() => client.write(Buffer.alloc(200_000, 'x')), 1);
  await new Promise((resolve) => client.once('close', resolve));
  clearInterval(more);
  expect(client.destroyed).toBe(true);
});
