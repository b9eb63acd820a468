import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Catalogue, openCatalogue } from '../catalogue/index.ts';
import { runIndex } from './run-index.ts';

let folder: string;
let catalogue: Catalogue;
let server: Server;
let address: string;
let asked: string[];

/** An endpoint whose list is for the owner of the credentials alone. */
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-entry-'));
  catalogue = await openCatalogue(path.join(folder, 'catalogue.db'));
  asked = [];
  server = createServer(async (request, response) => {
    const { id, method } = JSON.parse((await Array.fromAsync(request)).join('') || '{}');
    asked.push(String(method));
    const info = {
      protocolVersion: '2025-06-18',
      capabilities: { tools: {} },
      serverInfo: { name: 'x', version: '1' },
    };
    const list = { tools: [{ name: 'list_my_ships' }], cacheScope: 'private', ttlMs: 3_600_000 };
    const result = new Map<string, object>([
      ['initialize', info],
      ['tools/list', list],
    ]).get(method);
    const answer = result === undefined ? { error: { code: -32601, message: 'no' } } : { result };
    response.writeHead(id === undefined ? 202 : 200, { 'content-type': 'application/json' });
    response.end(id === undefined ? '' : JSON.stringify({ jsonrpc: '2.0', id, ...answer }));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}/mcp`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await catalogue.close();
  await rm(folder, { recursive: true });
});

function indexAt(query: string, now = new Date()) {
  const { signal } = new AbortController();
  const sandbox = { found: false, reason: 'none is wanted here', install: 'nothing' } as const;
  const inspectContext = { cacheFolder: path.join(folder, 'cache'), sandbox, offline: false, signal };
  const entries = [{ id: 'port', title: 'Port', source: `${address}${query}` }];
  return runIndex({ entries, base: folder, catalogue, inspectContext, signal, now: () => now });
}

test('an endpoint is left alone as long as it says that its list is current, and no longer', async () => {
  const hour = 3_600_000;
  const start = Date.parse('2026-05-01T00:00:00.000Z');

  await indexAt('', new Date(start));
  const first = asked.length;
  const { results } = await indexAt('', new Date(start + hour - 1));
  const second = asked.length;
  await indexAt('', new Date(start + hour));

  expect(first).toBeGreaterThan(0);
  expect(second).toBe(first);
  expect(results).toMatchObject([{ outcome: 'unchanged', reason: expect.stringContaining('current') }]);
  expect(asked.length).toBeGreaterThan(second);
});

test.each([
  ['with credentials in its address is not stored', '?key=secret', 0],
  ['without credentials is what anyone may read', '', 1],
])('a list marked private that was read %s', async (_what, query, tools) => {
  const summary = await indexAt(query);

  expect(summary.catalogue.tools).toBe(tools);
  expect(summary.failures.map(({ kind }) => kind)).toEqual(tools === 0 ? ['list-failed'] : []);
  expect((await Array.fromAsync(catalogue.exportCanonical())).join('').includes('list_my_ships')).toBe(tools === 1);
});
