/** A server that runs elsewhere, over streamable HTTP. A person typed its address, so a private one is as good as any. */
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { Launch, Server, Snapshot } from '../schema/snapshot.ts';
import { makeFailedSnapshot } from './failed-snapshot.ts';
import type { InspectContext } from './inspect.ts';
import { boundedFetch } from './introspect/bounded-fetch.ts';
import { quoteWords } from './introspect/describe-evidence.ts';
import { holdSession } from './introspect/session.ts';
import { makeLiveSnapshot } from './live-snapshot.ts';

type HttpTarget = { kind: 'http'; url: string };

const launch: Launch = { transport: 'streamable-http', args: [], environment: [] };

export async function inspectEndpoint(target: HttpTarget, context: InspectContext): Promise<Snapshot> {
  const url = new URL(target.url);
  // What follows the question mark may be a secret.
  const address = `${url.origin}${url.pathname}`;
  const server: Server = { id: address, name: url.host };
  const shown: HttpTarget = { kind: 'http', url: address };
  if (context.offline) {
    return makeFailedSnapshot(shown, {
      server,
      launch,
      failure: 'unreachable',
      reason: 'Offline, and an endpoint needs the network.',
    });
  }
  context.onProgress?.('asking the endpoint');
  const seen: { status: number | undefined } = { status: undefined };
  const transport = new StreamableHTTPClientTransport(url, { fetch: boundedFetch(context.signal, seen) });
  const outcome = await holdSession(transport, 'auto');
  context.signal.throwIfAborted();
  if (outcome.stage === 'handshake')
    return makeFailedSnapshot(shown, { server, launch, ...explain(seen.status, outcome.message) });
  const { name, title, version } = outcome.serverInfo;
  const described = {
    ...server,
    ...(name === undefined ? {} : { name }),
    ...(title === undefined ? {} : { title }),
    ...(version === undefined ? {} : { version }),
  };
  return makeLiveSnapshot(shown, { server: described, launch, session: outcome, standIns: [] });
}

function explain(
  status: number | undefined,
  message: string,
): Pick<Parameters<typeof makeFailedSnapshot>[1], 'failure' | 'reason'> {
  if (status === 401 || status === 403) {
    return { failure: 'credential-required', reason: `The endpoint asks for credentials (HTTP ${status}).` };
  }
  if (status === undefined) return { failure: 'unreachable', reason: 'The endpoint could not be reached.' };
  if (status === 404) return { failure: 'not-found', reason: 'There is no endpoint at that address (HTTP 404).' };
  if (status >= 500) return { failure: 'unreachable', reason: `The endpoint is out of order (HTTP ${status}).` };
  return { failure: 'protocol-error', reason: `It does not complete the handshake${quoteWords(message)}.` };
}
