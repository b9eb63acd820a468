/**
 * Runs inside the sandbox beside a stranger's program, where that can neither see nor signal it, and is all the network there is:
 * answers for names, accepts connections, watches the packets, and writes a line for each place to its standard output. When it
 * reads `close` it tells what it could not watch, ends with `end`, and goes. Compiled into one text by `npm run generate`,
 * since a sandbox shows no file of ours.
 */
import { createSocket } from 'node:dgram';
import { allotAddress } from './allotted-names.ts';
import { answerQuery } from './answer-query.ts';
import { serveMysql } from './mysql-stub.ts';
import { servePostgres } from './postgres-stub.ts';
import { serveRedis } from './redis-stub.ts';
import { type Stub, sinkPort, sunkPorts } from './sink.ts';
import { watchPackets } from './watch-packets.ts';

/** The ports are those of `backendPorts`; this text imports nothing from elsewhere. */
const stubs: Readonly<Record<string, { port: number; stub: Stub }>> = {
  mysql: { port: 3306, stub: serveMysql },
  postgres: { port: 5432, stub: servePostgres },
  redis: { port: 6379, stub: serveRedis },
};
/** Opened before us; see ../watch-network.ts. */
const packetDescriptor = 3;
const maxLines = 400;
const pollMs = 20;
const written = new Set<string>();
const gaps = new Set<string>();

/** Kept until it can be written; `then` is called when it is. */
function writeLine(line: string, then?: () => void): void {
  process.stdout.write(`${line}\n`, then);
}

function writeNote(line: string): void {
  if (written.has(line)) return;
  if (written.size >= maxLines) {
    gaps.add('many');
    return;
  }
  written.add(line);
  writeLine(line);
}

function answerNames(family: 4 | 6, address: string): Promise<void> {
  const socket = createSocket({ type: `udp${family}`, ipv6Only: family === 6 });
  socket.on('message', (packet, { port, address: from }) => {
    const answered = answerQuery(packet, allotAddress);
    if (answered === undefined) return;
    writeNote(`name ${answered.name}`);
    socket.send(answered.reply, port, from, () => {});
  });
  return new Promise((resolve) => {
    socket.on('error', () => {
      if (family === 4) gaps.add('names');
      resolve();
    });
    socket.bind(53, address, () => {
      packets.holdNames(family);
      resolve();
    });
  });
}

/** Where no address of a family can be gone to, nothing is seen of who tries. Choosing a peer sends nothing (connect(2)). */
function checkRoute(family: 4 | 6, address: string): Promise<void> {
  const socket = createSocket(`udp${family}`);
  return new Promise((resolve) => {
    socket.on('error', () => {});
    socket.connect(9, address, (error?: Error) => {
      if (error !== undefined) gaps.add(`ipv${family}`);
      socket.close();
      resolve();
    });
  });
}

// Nobody listens any more.
process.stdout.on('error', () => process.exit());
// A fault in handling what a stranger sends must not end the watch.
process.on('uncaughtException', () => {});
const asked = process.argv.slice(1).flatMap((id) => (Object.hasOwn(stubs, id) ? (stubs[id] ?? []) : []));
const connect = (host: string, port: number) => writeNote(`connection ${host} ${port}`);
const packets = watchPackets(packetDescriptor, sunkPorts, {
  name: (name) => writeNote(`name ${name}`),
  connection: connect,
});
const poll = setInterval(() => {
  if (packets.drain()) return;
  gaps.add('packets');
  clearInterval(poll);
}, pollMs);

async function close(): Promise<void> {
  await prepared;
  if (!packets.drain()) gaps.add('packets');
  packets.finish();
  if (!gaps.has('packets') && packets.hasMissed()) gaps.add('missed');
  for (const gap of gaps) writeLine(`gap ${gap}`);
  // At once: the server's place is kept until we are gone, and there is nothing to put away.
  writeLine('end', () => process.kill(process.pid, 'SIGKILL'));
}

// Documentation addresses (RFC 5737, RFC 3849).
const prepared = Promise.all([
  ...[answerNames(4, '0.0.0.0'), answerNames(6, '::')],
  ...[checkRoute(4, '192.0.2.1'), checkRoute(6, '2001:db8::1')],
  ...sunkPorts.map((port) => sinkPort(port, connect, asked.find((each) => each.port === port)?.stub)),
]);
process.stdin.once('data', () => void close());
await prepared;
writeLine('ready');
