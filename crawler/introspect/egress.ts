/** What a server tried to reach, as a snapshot tells it. */
import type { FailureKind } from '../../schema/snapshot.ts';
import type { Reached } from '../sandbox/sandbox.ts';

/** Names that never belong to anyone (RFC 6761), which our made-up values hold, and the reverse of an address. */
const notAHost = /(?:^|\.)(?:invalid|arpa)$/;

/** The two fields of a snapshot. */
export interface Egress {
  egress: string[];
  egressGap?: string;
}

export function pickEgress({ egress, egressGap }: Egress): Egress {
  return egressGap === undefined ? { egress } : { egress, egressGap };
}

/** `gaps`: why any of the attempts may have tried to reach more. */
export function describeEgress(reached: readonly Reached[], gaps: ReadonlySet<string>): Egress {
  const egress = listEgress(reached);
  return gaps.size === 0 ? { egress } : { egress, egressGap: [...gaps].join('; ') };
}

/** `host:port`, and `host:*` for a name that was asked for and then not gone to. Sorted, each once. */
export function listEgress(reached: readonly Reached[]): string[] {
  const connected = new Set(reached.flatMap(({ host, port }) => (port === undefined ? [] : [host])));
  const places = reached
    .filter(({ host, port }) => !notAHost.test(host) && (port !== undefined || !connected.has(host)))
    .map(({ host, port }) => `${host.includes(':') ? `[${host}]` : host}:${port ?? '*'}`);
  return [...new Set(places)].sort();
}

const ofTheNetwork: ReadonlySet<FailureKind> = new Set(['list-failed', 'timeout', 'protocol-error', 'exited']);
const maxNamed = 3;

/** A sentence with a space before it, where a failure may come of it that a server is given no network; else nothing. */
export function noteNetwork({ failure }: { failure: FailureKind }, egress: readonly string[]): string {
  const away = egress.filter((place) => !/^(?:localhost|\[::1\]):/.test(place));
  if (away.length === 0 || !ofTheNetwork.has(failure)) return '';
  const more = away.length > maxNamed ? ' and others' : '';
  return ` It tried to reach ${away.slice(0, maxNamed).join(', ')}${more}, and a server is started without a network.`;
}
