/** Runs a source in a test: its events, with what is asked answered on loopback. */
import type { Source, SourceContext, SourceEvent } from './define-source.ts';
import type { FoundServer } from './found-server.ts';
import { makeHttpClient } from './http/client.ts';

export function contextForTest(context: Partial<SourceContext> = {}): SourceContext {
  const signal = new AbortController().signal;
  return {
    http: makeHttpClient({ cacheFolder: undefined, signal, spacingMs: 0, longestWaitMs: 0, timeoutMs: 5000 }),
    now: () => new Date('2026-03-01T12:00:00.000Z'),
    signal,
    base: '/nowhere',
    home: '/nowhere',
    position: undefined,
    ...context,
  };
}

export async function listForTest(
  source: Source,
  argument?: string,
  context?: Partial<SourceContext>,
): Promise<SourceEvent[]> {
  return Array.fromAsync(source.list(argument, contextForTest(context)));
}

export function foundIn(events: readonly SourceEvent[]): FoundServer[] {
  return events.flatMap((event) => (event.outcome === 'found' && event.about === 'server' ? [event.server] : []));
}
