/** What a server tried to reach, as a snapshot tells it. */
import type { Reached } from '../sandbox/sandbox.ts';

/** Names that never belong to anyone (RFC 6761), which our made-up values hold, and the reverse of an address. */
const notAHost = /(?:^|\.)(?:invalid|arpa)$/;

/** `host:port`, and `host:*` for a name that was asked for and then reached on no port that is watched. Sorted, each once. */
export function listEgress(reached: readonly Reached[]): string[] {
  const connected = new Set(reached.flatMap(({ host, port }) => (port === undefined ? [] : [host])));
  const places = reached
    .filter(({ host, port }) => !notAHost.test(host) && (port !== undefined || !connected.has(host)))
    .map(({ host, port }) => `${host.includes(':') ? `[${host}]` : host}:${port ?? '*'}`);
  return [...new Set(places)].sort();
}
