import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Catalogue, openCatalogue } from '../catalogue/index.ts';
import { runIndex } from './run-index.ts';

let folder: string;
let catalogue: Catalogue;
let endpoint: Server;
let address: string;

/** An endpoint that takes every request and answers none, and three lists in files. */
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-stalled-server-'));
  catalogue = await openCatalogue(path.join(folder, 'catalogue.db'));
  endpoint = createServer(() => {}).listen(0, '127.0.0.1');
  await new Promise((resolve) => endpoint.once('listening', resolve));
  const bound = endpoint.address();
  address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}/mcp`;
  for (const name of ['bay', 'cove', 'dock'])
    await writeFile(path.join(folder, `${name}.json`), JSON.stringify({ tools: [{ name: `list_${name}` }] }));
});
afterEach(async () => {
  endpoint.closeAllConnections();
  endpoint.close();
  await catalogue.close();
  await rm(folder, { recursive: true });
});

const plenty = async () => ({ total: 64e9, available: 60e9 });
const little = async () => ({ total: 64e9, available: 0 });

async function run(concurrency: number, readMemory: typeof plenty) {
  const { signal } = new AbortController();
  const sandbox = { found: false, reason: 'none is wanted here', install: 'nothing' } as const;
  const inspectContext = { cacheFolder: path.join(folder, 'cache'), sandbox, offline: false, signal };
  const lists = ['bay', 'cove', 'dock'].map((id) => ({ id, title: id, source: `tools:${id}.json` }));
  const entries = [{ id: 'stalled', title: 'Stalled', source: address }, ...lists];
  const bounds = { limitMs: 150, graceMs: 50 };
  const finished: string[] = [];
  const summary = await runIndex({
    ...{ entries, base: folder, catalogue, inspectContext, signal, concurrency, bounds, readMemory },
    onEvent: (event) => event.type === 'server-finished' && finished.push(event.entryId),
  });
  return { finished, summary };
}

test.each([
  ['two at a time', 2, plenty],
  ['one at a time', 1, plenty],
  ['no memory left', 4, little],
])(
  'a server that stalls ends in its own failure and holds none of the others: %s',
  async (_how, concurrency, memory) => {
    const { summary } = await run(concurrency, memory);

    expect(summary).toMatchObject({ undone: 0, servers: { indexed: 3, failed: 1 } });
    expect(summary.failures).toMatchObject([{ entryId: 'stalled', kind: 'timeout' }]);
  },
);

test('the others do not wait for it where there is room', async () => {
  const { finished } = await run(2, plenty);

  expect(finished.at(-1)).toBe('stalled');
});
