/** Short ways to write programs that try to go somewhere, and to read what was seen of it. */
import type { Reached, SandboxRequest } from './sandbox.ts';

export const watched: Partial<SandboxRequest> = { watch: { backends: [] } };

/** What such a program begins with. */
export const reaching = `
  const { lookup } = require('node:dns/promises');
  const net = require('node:net');
  const { createSocket } = require('node:dgram');
  const { readdirSync, readFileSync } = require('node:fs');
  const reach = (port, host, say) => new Promise((resolve) => {
    const socket = net.connect({ port, host }, () => say && socket.write(say));
    socket.on('error', (error) => resolve(error.code)).on('data', (data) => resolve(data.toString('latin1'))).on('close', () => resolve('closed'));
  });
  const send = (port, host, data = 'x') => new Promise((resolve) => createSocket(host.includes(':') ? 'udp6' : 'udp4').on('error', () => {}).send(data, port, host, resolve));
`;

/** Goes on once names are answered for: on a busy machine a program may be up before its companion. */
export const whenAnswered = (script: string) => `${reaching}
  (async () => {
    while (await lookup('first.example').then(() => false, () => true));
    ${script}
    process.exit(0);
  })();`;

export function listReached(reached: readonly Reached[] | undefined): string[] {
  const places = (reached ?? []).map(({ host, port }) => `${host}:${port ?? 'name'}`);
  return places.filter((each) => !/^first/.test(each)).sort();
}
