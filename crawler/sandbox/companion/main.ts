/**
 * Runs inside the sandbox beside a stranger's program, as another user or in a user namespace above it, and is all the network
 * there is: answers for names, accepts connections, and writes a line for each to its standard output, which the program
 * cannot open. Compiled into one text by `npm run generate`, since a sandbox shows no file of ours.
 */
import { createSocket } from 'node:dgram';
import { writeSync } from 'node:fs';
import { allotAddress } from './allotted-names.ts';
import { answerQuery } from './answer-query.ts';
import { serveMysql } from './mysql-stub.ts';
import { servePostgres } from './postgres-stub.ts';
import { serveRedis } from './redis-stub.ts';
import { type Stub, sinkPort, sunkPorts } from './sink.ts';

/** The ports are those of `backendPorts`; this text imports nothing from elsewhere. */
const stubs: Readonly<Record<string, { port: number; stub: Stub }>> = {
  mysql: { port: 3306, stub: serveMysql },
  postgres: { port: 5432, stub: servePostgres },
  redis: { port: 6379, stub: serveRedis },
};
const maxLines = 400;
const written = new Set<string>();

function writeNote(line: string): void {
  if (written.has(line) || written.size >= maxLines) return;
  written.add(line);
  try {
    writeSync(1, `${line}\n`);
  } catch {
    // Nobody listens any more.
  }
}

function answerNames(): Promise<void> {
  const socket = createSocket('udp4');
  socket.on('message', (packet, { port, address }) => {
    const answered = answerQuery(packet, allotAddress);
    if (answered === undefined) return;
    writeNote(`name ${answered.name}`);
    socket.send(answered.reply, port, address, () => {});
  });
  return new Promise((resolve) => {
    socket.on('error', () => resolve());
    socket.bind(53, '0.0.0.0', () => resolve());
  });
}

// A fault in handling what a stranger sends must not end the watch.
process.on('uncaughtException', () => {});
const asked = process.argv.slice(1).flatMap((id) => (Object.hasOwn(stubs, id) ? (stubs[id] ?? []) : []));
const connect = (host: string, port: number) => writeNote(`connection ${host} ${port}`);
const listening = sunkPorts.map((port) => sinkPort(port, connect, asked.find((each) => each.port === port)?.stub));
await Promise.all([answerNames(), ...listening]);
writeNote('ready');
