/** A server that runs elsewhere. A private address is reached where a person typed it, and not where a source lists it. */
import { SSEClientTransport, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { Launch, Server, Snapshot } from '../schema/snapshot.ts';
import { makeFailedSnapshot } from './failed-snapshot.ts';
import type { InspectContext } from './inspect.ts';
import { boundedFetch } from './introspect/bounded-fetch.ts';
import { quoteWords } from './introspect/describe-evidence.ts';
import { defaultSessionLimits, holdSession, type Session, type SessionLimits } from './introspect/session.ts';
import { makeLiveSnapshot } from './live-snapshot.ts';

type HttpTarget = { kind: 'http'; url: string };

export async function inspectEndpoint(
  target: HttpTarget,
  context: InspectContext,
  limits: SessionLimits = defaultSessionLimits,
): Promise<Snapshot> {
  const url = new URL(target.url);
  // What follows the question mark may be a secret.
  const address = `${url.origin}${url.pathname}`;
  const server: Server = { id: address, name: url.host };
  const shown: HttpTarget = { kind: 'http', url: address };
  const launch: Launch = { transport: 'streamable-http', args: [], environment: [] };
  if (context.offline) {
    const reason = 'Offline, and an endpoint needs the network.';
    return makeFailedSnapshot(shown, { server, launch, failure: 'unreachable', reason });
  }
  context.onProgress?.('asking the endpoint');
  const outcome = await converse(url, context, limits);
  context.signal.throwIfAborted();
  if ('message' in outcome) {
    return makeFailedSnapshot(shown, { server, launch, ...explain(outcome.status, outcome.message) });
  }
  const { name, title, version } = outcome.session.serverInfo;
  const described = {
    ...server,
    ...(name === undefined ? {} : { name }),
    ...(title === undefined ? {} : { title }),
    ...(version === undefined ? {} : { version }),
  };
  return makeLiveSnapshot(shown, {
    server: described,
    launch: { ...launch, transport: outcome.transport },
    session: outcome.session,
    standIns: [],
    withCredentials: url.search !== '' || Object.keys(context.headers ?? {}).length > 0,
  });
}

type Conversation =
  | { transport: 'streamable-http' | 'sse'; session: Session }
  | { status: number | undefined; message: string };

/** HTTP+SSE was replaced in 2025-03-26; its servers refuse a POST to their address, and then it is tried (transports, backwards compatibility). */
const refusals: readonly (number | undefined)[] = [400, 404, 405, 406, 415];

async function converse(url: URL, context: InspectContext, limits: SessionLimits): Promise<Conversation> {
  const seen: { status: number | undefined } = { status: undefined };
  const { headers = {}, publicOnly = false, signal } = context;
  const fetch = boundedFetch({ url, headers, publicOnly, signal }, seen);
  const newer = await holdSession(new StreamableHTTPClientTransport(url, { fetch }), 'auto', limits);
  if (newer.stage === 'listed') return { transport: 'streamable-http', session: newer };
  const { status } = seen;
  context.signal.throwIfAborted();
  if (refusals.includes(status)) {
    const older = await holdSession(new SSEClientTransport(url, { fetch }), 'initialize', limits);
    if (older.stage === 'listed') return { transport: 'sse', session: older };
  }
  return { status, message: newer.message };
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
  if (status >= 300 && status < 400) {
    return {
      failure: 'not-found',
      reason: `The endpoint leads to another place (HTTP ${status}), which is not followed.`,
    };
  }
  return { failure: 'protocol-error', reason: `It does not complete the handshake${quoteWords(message)}.` };
}
