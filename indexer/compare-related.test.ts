import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Catalogue, openCatalogue } from '../catalogue/index.ts';
import { makeSnapshotTool } from '../crawler/snapshot-tool.ts';
import type { Provenance, Snapshot } from '../schema/snapshot.ts';
import { compareRelated } from './compare-related.ts';
import { judgeSnapshot, localClassifier } from './judge.ts';

let folder: string;
let catalogue: Catalogue;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-related-'));
  catalogue = await openCatalogue(path.join(folder, 'catalogue.db'));
});
afterEach(async () => {
  await catalogue.close();
  await rm(folder, { recursive: true });
});

const at = '2026-01-01T00:00:00.000Z';
const npm = 'pkg:npm/port-mcp';
const git = 'pkg:github/acme/port';

async function store(id: string, names: string[], from: Provenance['from'], changes: Partial<Snapshot> = {}) {
  const provenance: Provenance = from === 'live' ? { from } : { from, file: 'src/a.ts', line: 1 };
  const handler = [{ kind: 'file' as const, verb: 'unlink', quote: 'fs.unlink(x)', file: 'src/a.ts', line: 2 }];
  const snapshot: Snapshot = {
    server: { id, name: id },
    target: id,
    revision: '1.0.0',
    launch: { transport: from === 'live' ? 'stdio' : 'none', args: [], environment: [] },
    coverage: { state: from === 'live' ? 'complete' : 'source-only' },
    egress: [],
    tools: names.map((name) => makeSnapshotTool({ name }, provenance, from === 'live' ? {} : { handler })),
    ...changes,
  };
  const judgement = await judgeSnapshot(snapshot, localClassifier);
  await catalogue.storeLook({ entryId: id, target: id, lookedAt: at, snapshot, ...judgement });
}

/** The package says that it comes from the repository. */
async function link(): Promise<void> {
  await catalogue.storeIdentities(npm, [{ kind: 'repository', value: git, saidBy: 'server' }], []);
}

async function comparisonOf(id: string) {
  return (await catalogue.getServer(id))?.comparison;
}

test.each([
  ['the package', [npm]],
  ['the repository', [git]],
  ['both', [npm, git]],
])('compares a package that was run with the repository that it names, whichever was read: %s', async (_what, run) => {
  await store(npm, ['list', 'dock'], 'live');
  await store(git, ['list', 'dock', 'delete_ship'], 'source');
  await link();

  await compareRelated(catalogue, run, at);

  expect(await comparisonOf(npm)).toMatchObject({
    source: `${git}@1.0.0`,
    both: 2,
    onlySource: [{ definition: { name: 'delete_ship' } }],
    possible: [{ name: 'delete_ship', category: 'destructive' }],
  });
  expect(await comparisonOf(git)).toBeUndefined();
  const tools = await catalogue.listTools(npm);
  expect(tools.map(({ handler }) => handler)).toEqual([undefined, undefined]);
});

test('done again, it changes nothing', async () => {
  await store(npm, ['list'], 'live');
  await store(git, ['list', 'more'], 'source');
  await link();
  await compareRelated(catalogue, [npm, git], at);
  const once = await Array.fromAsync(catalogue.exportCanonical());

  await compareRelated(catalogue, [npm, git], '2026-02-01T00:00:00.000Z');

  expect(await Array.fromAsync(catalogue.exportCanonical())).toEqual(once);
  expect((await catalogue.getServer(npm))?.lastChanged).toBe(at);
});

test.each<[string, () => Promise<void>]>([
  [
    'a repository that shows few of its tools',
    async () => {
      await store(npm, ['list', 'dock', 'sail'], 'live');
      await store(git, ['list', 'other', 'another'], 'source');
      await link();
    },
  ],
  [
    'a repository that nobody names',
    async () => {
      await store(npm, ['list'], 'live');
      await store(git, ['list'], 'source');
    },
  ],
  [
    'another package that was run',
    async () => {
      await store(npm, ['list'], 'live');
      await store(git, ['list'], 'live');
      await link();
    },
  ],
])('compares no package with %s', async (_what, prepare) => {
  await prepare();

  await compareRelated(catalogue, [npm, git], at);

  expect(await comparisonOf(npm)).toBeUndefined();
});

test('what was read of its own files stands', async () => {
  const comparison = { source: `${npm}@1.0.0`, both: 1, onlyLive: [], onlySource: [], differing: [], notes: [] };
  await store(npm, ['list'], 'live', { comparison });
  await store(git, ['list', 'more'], 'source');
  await link();

  await compareRelated(catalogue, [npm, git], at);

  expect(await comparisonOf(npm)).toMatchObject({ source: `${npm}@1.0.0`, onlySource: [] });
});
