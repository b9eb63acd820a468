import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Catalogue, openCatalogue } from '../catalogue/index.ts';
import { identifyDefinition } from '../classifier/identify-definition.ts';
import { classifySnapshot } from '../classifier/index.ts';
import { Override } from '../schema/override.ts';
import { readStored, reclassify } from './reclassify.ts';
import { runIndex } from './run-index.ts';
import type { StoredJudge } from './stored-judges.ts';

let folder: string;
let catalogue: Catalogue;
const signal = new AbortController().signal;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-reclassify-'));
  catalogue = await openCatalogue(path.join(folder, 'catalogue.db'));
  const entries = await Promise.all(['bay', 'port', 'quay'].map((id) => addList(id, ['list_ships', 'moor_ship'])));
  const sandbox = { found: false, reason: 'none is wanted here', install: 'nothing' } as const;
  const inspectContext = { cacheFolder: path.join(folder, 'cache'), sandbox, offline: false, signal };
  await runIndex({ entries, base: folder, catalogue, inspectContext, signal });
});

afterEach(async () => {
  await catalogue.close();
  await rm(folder, { recursive: true });
});

async function addList(id: string, names: readonly string[]) {
  const tools = names.map((name) => ({ name, description: 'Looks at the harbour.' }));
  await writeFile(path.join(folder, `${id}.json`), JSON.stringify({ tools }));
  return { id, title: id, source: `tools:${id}.json` };
}

/** Holds everything to be destructive, apart from servers that it cannot judge now. */
function darkJudge(left: readonly string[] = []): StoredJudge & { asked: string[][] } {
  const asked: string[][] = [];
  return {
    model: 'dark-1',
    asked,
    async judge(snapshots) {
      asked.push(snapshots.map(({ server }) => server.name));
      return snapshots.map((snapshot) => {
        if (left.includes(snapshot.server.name)) return undefined;
        return classifySnapshot(snapshot).map((verdict) => ({ ...verdict, category: 'destructive', risk: 'high' }));
      });
    },
  };
}

test('judges every stored tool anew, and says what is another category or risk now', async () => {
  const summary = await reclassify({ catalogue, judge: darkJudge(), signal });

  expect(summary).toMatchObject({ servers: { changed: 3, unchanged: 0, left: 0 }, tools: 6, judgedBy: 'dark-1' });
  expect(summary.moved).toHaveLength(6);
  expect(summary.moved[0]).toMatchObject({ tool: 'list_ships', after: { category: 'destructive', risk: 'high' } });
  expect(summary.catalogue.byCategory.destructive).toBe(6);
  const again = await reclassify({ catalogue, judge: darkJudge(), signal });
  expect(again).toMatchObject({ servers: { changed: 0, unchanged: 3 }, moved: [] });
});

test('puts several servers together, and never parts one', async () => {
  const judge = darkJudge();

  await reclassify({ catalogue, judge, signal, toolsAtOnce: 3 });

  expect(judge.asked.map((names) => names.length)).toEqual([2, 1]);
  const sizes = await Array.fromAsync(readStored(catalogue, { toolsAtOnce: 1 }), (slice) => slice.length);
  expect(sizes).toEqual([1, 1, 1]);
});

test('leaves a server as it was that could not be judged, and goes on with the others', async () => {
  const [first] = await catalogue.listServers();
  const name = (await catalogue.getSnapshot(first?.id ?? ''))?.server.name ?? '';
  const before = await catalogue.listTools(first?.id ?? '');

  const summary = await reclassify({ catalogue, judge: darkJudge([name]), signal });

  expect(summary.servers).toEqual({ changed: 2, unchanged: 0, left: 1 });
  expect(await catalogue.listTools(first?.id ?? '')).toEqual(before);
});

test('judges chosen servers alone, by their ids or their entries', async () => {
  const id = (await catalogue.getServerState('port'))?.id ?? '';

  const byEntry = await reclassify({ catalogue, judge: darkJudge(), signal, only: ['port'] });
  const byId = await reclassify({ catalogue, judge: darkJudge(), signal, only: [id] });

  expect(byEntry.servers).toEqual({ changed: 1, unchanged: 0, left: 0 });
  expect(byId.servers).toEqual({ changed: 0, unchanged: 1, left: 0 });
});

test('lays people’s corrections upon the new verdicts', async () => {
  const server = (await catalogue.getServerState('port'))?.id ?? '';
  const [tool] = await catalogue.listTools(server);
  const override = Override.parse({
    server,
    tool: 'list_ships',
    definitionHash: identifyDefinition(tool?.definition),
    category: 'write',
    facets: { outcome: 'consequential', power: 'none' },
    by: 'a harbour master',
    date: '2026-01-31',
    reason: 'It stamps each ship that it lists.',
    evidence: [{ pointer: '/name', quote: 'list_ships', says: 'stamps' }],
  });
  const overrides = [{ file: 'port/list_ships.yaml', override }];

  const summary = await reclassify({ catalogue, judge: darkJudge(), signal, overrides });

  expect(summary.overrides).toMatchObject([{ file: 'port/list_ships.yaml', state: 'applied' }]);
  expect((await catalogue.listTools(server))[0]).toMatchObject({ name: 'list_ships', category: 'write' });
});

test('does nothing where it is stopped before it begins', async () => {
  const summary = await reclassify({ catalogue, judge: darkJudge(), signal: AbortSignal.abort() });

  expect(summary).toMatchObject({ interrupted: true, servers: { changed: 0, unchanged: 0, left: 3 }, moved: [] });
});

test('waits for no other run', async () => {
  const lock = catalogue.lockForRun();

  await expect(reclassify({ catalogue, signal })).rejects.toMatchObject({ fault: 'already-running' });
  lock.release();
});
