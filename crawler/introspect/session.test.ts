/** A conversation with a server written by hand, which says that its list changes while it is read. */
import type { JSONRPCMessage, Transport } from '@modelcontextprotocol/client';
import { describe, expect, it } from 'vitest';
import { holdSession } from './session.ts';

const limits = { probeMs: 200, handshakeMs: 2_000, listMs: 2_000, settleMs: 60 };
const herd = (...names: string[]) => names.map((name) => ({ name, inputSchema: { type: 'object' } }));

interface Script {
  listChanged: boolean;
  /** One for each reading of the list, in order; undefined for a refusal. */
  lists: readonly (readonly object[] | undefined)[];
  /** Whether word of a change comes before the first list, after it, or never. */
  word: 'before' | 'after' | 'never';
}

function playServer({ listChanged, lists, word }: Script): { transport: Transport; readings: () => number } {
  let readings = 0;
  const say = (message: object) => {
    // Written by hand for this test, in the protocol's form.
    transport.onmessage?.({ jsonrpc: '2.0', ...message } as JSONRPCMessage);
  };
  const answer = (message: JSONRPCMessage) => {
    if (!('method' in message) || !('id' in message)) return;
    const { id, method } = message;
    if (method === 'initialize') {
      const capabilities = { tools: { listChanged } };
      say({ id, result: { protocolVersion: '2025-06-18', capabilities, serverInfo: { name: 'barn', version: '1' } } });
    } else if (method === 'tools/list') {
      const tools = lists[readings++];
      if (readings === 1 && word === 'before') say({ method: 'notifications/tools/list_changed' });
      say(tools === undefined ? { id, error: { code: -32000, message: 'no' } } : { id, result: { tools } });
      if (readings === 1 && word === 'after') say({ method: 'notifications/tools/list_changed' });
    } else say({ id, error: { code: -32601, message: 'Method not found' } });
  };
  const transport: Transport = {
    start: async () => {},
    close: async () => transport.onclose?.(),
    send: async (message) => {
      for (const each of Array.isArray(message) ? message : [message]) setImmediate(() => answer(each));
    },
  };
  return { transport, readings: () => readings };
}

describe('a list that changes while it is read', () => {
  const one = herd('sheep');
  const two = herd('sheep', 'goat');

  it.each<[string, Script, string[], number]>([
    ['has grown', { listChanged: true, lists: [one, two], word: 'after' }, ['sheep', 'goat'], 2],
    ['has grown already', { listChanged: true, lists: [one, two], word: 'before' }, ['sheep', 'goat'], 2],
    ['has shrunk', { listChanged: true, lists: [two, one], word: 'after' }, ['sheep', 'goat'], 2],
    ['holds something else', { listChanged: true, lists: [one, herd('goat')], word: 'after' }, ['goat'], 2],
    ['is refused the second time', { listChanged: true, lists: [two, undefined], word: 'after' }, ['sheep', 'goat'], 2],
    ['stays as it is', { listChanged: true, lists: [one, two], word: 'never' }, ['sheep'], 1],
    [
      'changes by a server that did not say it would',
      { listChanged: false, lists: [one, two], word: 'after' },
      ['sheep'],
      1,
    ],
  ])('and %s', async (_what, script, names, readings) => {
    const server = playServer(script);

    const session = await holdSession(server.transport, 'initialize', limits);

    expect(session).toMatchObject({ stage: 'listed', problem: undefined, tools: names.map((name) => ({ name })) });
    expect(server.readings()).toBe(readings);
  });
});
