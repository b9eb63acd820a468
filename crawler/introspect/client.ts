/** The client that reads lists, over any transport. */
import { Client } from '@modelcontextprotocol/client';

/** `initialize` is for servers that end at the newer protocol's first request. */
export type Negotiation = 'auto' | 'initialize';

/**
 * Declares roots, sampling and elicitation, because some servers list more tools for a client that has them, and serves none of
 * it: the roots are empty, and every other request is answered with "method not found". `probeMs` is how long a server of 2026-07-28
 * may take for its first answer before the older handshake is tried on the same connection.
 */
export function makeClient(negotiation: Negotiation, probeMs: number): Client {
  const client = new Client(
    { name: 'plimsoll', version: '1' },
    {
      capabilities: { roots: { listChanged: true }, sampling: {}, elicitation: {} },
      versionNegotiation: { mode: negotiation === 'auto' ? 'auto' : 'legacy', probe: { timeoutMs: probeMs } },
      // The SDK's own validator would run a stranger's regular expressions in this process.
      jsonSchemaValidator: {
        getValidator: () => () => ({ valid: false, data: undefined, errorMessage: 'not checked' }),
      },
    },
  );
  client.setRequestHandler('roots/list', async () => ({ roots: [] }));
  // Errors that belong to no request: a message that fits no request of ours, a write after the end.
  client.onerror = () => {};
  return client;
}
