/** One conversation with a server: shake hands, read the tool list, notice when it changes at once. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client, Transport } from '@modelcontextprotocol/client';
import type { Json } from '../../schema/tool-definition.ts';
import { makeClient, type Negotiation } from './client.ts';
import { keepRawAnswers, type RawAnswers } from './raw-answers.ts';
import { type ListCaching, type ListOutcome, type ListProblem, readList } from './read-list.ts';

export interface SessionLimits {
  /** Until a server that says nothing is taken for one of the older protocols, on the same connection. */
  probeMs: number;
  handshakeMs: number;
  listMs: number;
  /** How long to wait for word that the list has changed, where the server says it will send it. */
  settleMs: number;
}

export const defaultSessionLimits: SessionLimits = {
  probeMs: 5_000,
  handshakeMs: 30_000,
  listMs: 20_000,
  settleMs: 300,
};

export interface Session {
  stage: 'listed';
  tools: Json[];
  problem: ListProblem | undefined;
  caching: ListCaching;
  protocolVersion: string | undefined;
  instructions: string | undefined;
  serverInfo: { name: string | undefined; title: string | undefined; version: string | undefined };
  /** Whether the server says that it has tools at all. */
  declaresTools: boolean;
}

export type SessionOutcome = Session | { stage: 'handshake'; message: string };

/** Never rejects. The transport is closed afterwards. */
export async function holdSession(
  transport: Transport,
  negotiation: Negotiation,
  limits: SessionLimits = defaultSessionLimits,
): Promise<SessionOutcome> {
  const answers = keepRawAnswers(transport);
  const client = makeClient(negotiation, limits.probeMs);
  let changed = false;
  client.setNotificationHandler('notifications/tools/list_changed', () => {
    changed = true;
  });
  try {
    await connect(client, transport, limits);
  } catch (error) {
    await client.close().catch(() => {});
    return { stage: 'handshake', message: error instanceof Error ? error.message : String(error) };
  }
  const list = await readSettledList(client, answers, limits, () => {
    const seen = changed;
    changed = false;
    return seen;
  });
  const session: Session = { stage: 'listed', ...list, ...readServer(client) };
  await client.close().catch(() => {});
  return session;
}

/** The SDK bounds its requests; a transport may also take for ever to open. */
async function connect(client: Client, transport: Transport, limits: SessionLimits): Promise<void> {
  const late = new AbortController();
  const deadline = sleep(limits.probeMs + limits.handshakeMs, undefined, { signal: late.signal }).then(() => {
    throw new Error('it did not open a connection in time');
  });
  try {
    await Promise.race([client.connect(transport, { timeout: limits.handshakeMs }), deadline]);
  } finally {
    late.abort();
    deadline.catch(() => {});
  }
}

async function readSettledList(
  client: Client,
  answers: RawAnswers,
  limits: SessionLimits,
  takeChanged: () => boolean,
): Promise<ListOutcome> {
  const tellsChanges = client.getServerCapabilities()?.tools?.listChanged === true;
  if (tellsChanges) subscribe(client, limits.settleMs);
  const first = await readList(client, answers, limits.listMs);
  if (!tellsChanges || first.problem !== undefined) return first;
  // Word that came before the first answer may be in it already; a second reading does no harm.
  await sleep(limits.settleMs);
  if (!takeChanged()) return first;
  const second = await readList(client, answers, limits.listMs);
  // A server that takes tools away while it is looked at is shown with them.
  return second.problem === undefined && second.tools.length >= first.tools.length ? second : first;
}

/** From 2026-07-28 on word of a change comes only to those who ask for it; before, asking is an error, and not needed. */
function subscribe(client: Client, timeout: number): void {
  client.listen({ toolsListChanged: true }, { timeout }).catch(() => {});
}

const maxInstructions = 200_000;

function readServer(client: Client): Omit<Session, 'stage' | 'tools' | 'problem' | 'caching'> {
  const info = client.getServerVersion();
  return {
    protocolVersion: plainText(client.getNegotiatedProtocolVersion(), 40),
    instructions: plainText(client.getInstructions(), maxInstructions),
    serverInfo: {
      name: plainText(info?.name, 200),
      title: plainText(info?.title, 200),
      version: plainText(info?.version, 100),
    },
    declaresTools: client.getServerCapabilities()?.tools !== undefined,
  };
}

function plainText(value: unknown, maxLength: number): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, maxLength).toWellFormed() : undefined;
}
