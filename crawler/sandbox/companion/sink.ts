/** Takes every connection that comes, says for whom it was meant, and ends it or hands it to a stub. */
import { createServer, type Server, type Socket } from 'node:net';
import { findName } from './allotted-names.ts';
import { nameHost } from './name-host.ts';
import { readHostName } from './read-host-name.ts';

export type Stub = (socket: Socket) => void;

/** Of services, and such as no server that is looked at wants to listen on itself. */
export const sunkPorts: readonly number[] = [
  21, 22, 25, 80, 110, 143, 389, 443, 465, 587, 636, 853, 993, 995, 1433, 1521, 3306, 5432, 5672, 6379, 9092, 9200,
  11211, 27017,
];
const namedPorts: readonly number[] = [80, 443, 853];
const firstWordsMs = 300;
const maxConnections = 128;

type Note = (host: string, port: number) => void;

/** Resolves when the port is listened on, or cannot be. */
export async function sinkPort(port: number, note: Note, stub?: Stub): Promise<void> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    receiveConnection(socket, port, note, stub);
  });
  server.maxConnections = maxConnections;
  // Both families, where there are two.
  if (!(await listen(server, port, '::'))) await listen(server, port, '0.0.0.0');
}

function listen(server: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen({ port, host }, () => resolve(true));
  });
}

function receiveConnection(socket: Socket, port: number, note: Note, stub: Stub | undefined): void {
  const address = (socket.localAddress ?? '').replace(/^::ffff:/, '');
  const name = findName(address);
  // The address always counts: what a client says of itself must not hide where it went.
  note(nameHost(address), port);
  if (stub !== undefined) {
    stub(socket);
    return;
  }
  if (name !== undefined || !namedPorts.includes(port)) {
    socket.resetAndDestroy();
    return;
  }
  const timer = setTimeout(() => socket.resetAndDestroy(), firstWordsMs);
  socket.once('data', (bytes: Buffer) => {
    clearTimeout(timer);
    const said = readHostName(bytes);
    if (said !== undefined) note(said, port);
    socket.resetAndDestroy();
  });
}
