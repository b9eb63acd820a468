import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defineSource, type SourceEvent, type SourcePosition } from './define-source.ts';
import type { FoundServer } from './found-server.ts';
import { contextForTest } from './list-for-test.ts';
import { type ReadingOptions, readSource } from './read-source.ts';

let stateFolder: string;
beforeEach(async () => {
  stateFolder = await mkdtemp(path.join(tmpdir(), 'plimsoll-sources-'));
});
afterEach(() => rm(stateFolder, { recursive: true }));

function server(name: string, version = '1.0.0'): FoundServer {
  return {
    id: `pkg:npm/${name}`,
    source: 'quays',
    listedAs: name,
    name,
    version,
    status: 'active',
    packages: [],
    remotes: [],
  };
}

const found = (name: string, version?: string): SourceEvent => ({
  about: 'server',
  outcome: 'found',
  server: server(name, version),
});
const gone = (listedAs: string): SourceEvent => ({ about: 'server', outcome: 'gone', listedAs, reason: 'Sunk.' });
const at = (position: SourcePosition): SourceEvent => ({ about: 'position', outcome: 'found', position });
const down: SourceEvent = { about: 'source', outcome: 'unreachable', reason: 'It is out of order.' };

/** Readings of a source in turn: what it tells in each, and at which time. `asked` are the positions it was asked from. */
async function readInTurn(
  turns: { events: SourceEvent[]; at?: string; most?: number }[],
  options: Partial<ReadingOptions> & { typed?: boolean } = {},
) {
  const asked: (SourcePosition | undefined)[] = [];
  const readings = [];
  for (const turn of turns) {
    const source = defineSource({
      id: 'quays',
      title: 'Quays',
      homepage: 'https://quays.example',
      identifies: 'purl',
      typed: options.typed ?? false,
      async *list(_argument, ctx) {
        asked.push(ctx.position);
        yield* turn.events;
      },
    });
    const now = () => new Date(turn.at ?? '2026-03-01T12:00:00Z');
    const ctx = contextForTest({ now });
    readings.push(await readSource(source, 'x', ctx, { stateFolder, most: turn.most ?? 1000, ...options }));
  }
  const names = readings.map(({ servers }) => servers.map(({ name }) => name));
  return { asked, readings, names };
}

test('goes on where a failure stopped it, and keeps what came before', async () => {
  const { asked, names, readings } = await readInTurn([
    { events: [found('a'), at({ cursor: '2' }), down] },
    { events: [found('b'), at({ since: 's' })] },
  ]);

  expect(asked).toEqual([undefined, { cursor: '2' }]);
  expect(names).toEqual([['a'], ['a', 'b']]);
  expect(readings.map(({ failure, whole }) => [failure?.outcome, whole])).toEqual([
    ['unreachable', false],
    [undefined, true],
  ]);
});

test('an outage takes away nothing that was known', async () => {
  const { names } = await readInTurn([
    { events: [found('a'), found('b'), at({})] },
    { events: [down] },
    { events: [{ about: 'source', outcome: 'gone', reason: 'There is nothing at that address.' }] },
    { events: [found('a'), down] },
  ]);

  expect(names).toEqual([
    ['a', 'b'],
    ['a', 'b'],
    ['a', 'b'],
    ['a', 'b'],
  ]);
});

test('after a whole walk it asks for changes alone: new ones come, changed ones change, deleted ones go', async () => {
  const { asked, names, readings } = await readInTurn([
    { events: [found('a'), found('b'), at({ since: 's' })] },
    { events: [found('b', '2.0.0'), gone('a'), gone('never-known'), found('c'), at({ since: 't' })] },
  ]);

  expect(asked[1]).toEqual({ since: 's' });
  expect(names[1]).toEqual(['b', 'c']);
  expect(readings[1]?.servers[0]?.version).toBe('2.0.0');
  expect(readings[1]?.gone).toEqual(['a']);
});

test('says so where a name stands for another package than before', async () => {
  const moved: SourceEvent = { about: 'server', outcome: 'found', server: { ...server('a'), id: 'pkg:npm/b' } };

  const { readings } = await readInTurn([{ events: [found('a'), at({ since: 's' })] }, { events: [moved] }]);

  expect(readings.map(({ renamed }) => renamed)).toEqual([[], [{ listedAs: 'a', from: 'pkg:npm/a', to: 'pkg:npm/b' }]]);
});

test('a second whole walk drops what is no longer listed', async () => {
  const { names, readings } = await readInTurn([
    { events: [found('a'), found('b'), at({})] },
    { events: [found('b'), at({})], at: '2026-03-02T12:00:00Z' },
  ]);

  expect(names[1]).toEqual(['b']);
  expect(readings[1]?.gone).toEqual(['a']);
});

test('stops at the end of the page that brings enough, and asks nothing while that will do', async () => {
  const pages = [found('a'), found('b'), at({ cursor: '2' }), found('c'), at({ since: 's' })];

  const { asked, names } = await readInTurn([
    { events: pages, most: 1 },
    { events: pages, most: 2 },
    { events: [found('c'), at({ since: 's' })], most: 3 },
  ]);

  expect(names).toEqual([
    ['a', 'b'],
    ['a', 'b'],
    ['a', 'b', 'c'],
  ]);
  expect(asked).toEqual([undefined, { cursor: '2' }]);
});

test('a limit does not cut changes short', async () => {
  const { names } = await readInTurn([
    { events: [found('a'), found('b'), at({ since: 's' })], most: 5 },
    { events: [gone('a'), at({ cursor: 'x', since: 's' }), gone('b'), at({ since: 't' })], most: 1 },
  ]);

  expect(names[1]).toEqual([]);
});

test('begins anew where the walk that was stopped is a day old, or its cursor is not taken', async () => {
  const refused: SourceEvent = { about: 'source', outcome: 'malformed', reason: 'It does not take the request.' };

  const { asked } = await readInTurn([
    { events: [found('a'), at({ cursor: '2', walkBegan: 'then' }), down] },
    { events: [down], at: '2026-03-03T12:00:00Z' },
    { events: [found('a'), at({ cursor: '2' }), down], at: '2026-03-03T13:00:00Z' },
    { events: [refused], at: '2026-03-03T14:00:00Z' },
    { events: [down], at: '2026-03-03T15:00:00Z' },
  ]);

  expect(asked).toEqual([undefined, undefined, undefined, { cursor: '2' }, undefined]);
});

test('names the first records that cannot be read, and counts them all', async () => {
  const bad: SourceEvent = { about: 'record', outcome: 'malformed', listedAs: 'x', reason: 'It has no name.' };

  const { readings } = await readInTurn([{ events: [...Array.from({ length: 50 }, () => bad), at({})] }]);

  expect(readings[0]?.problemCount).toBe(50);
  expect(readings[0]?.problems).toHaveLength(20);
});

test('begins anew where its file cannot be read', async () => {
  await readInTurn([{ events: [found('a'), at({ since: 's' })] }]);
  const [name = ''] = await readdir(path.join(stateFolder, 'sources'));
  await writeFile(path.join(stateFolder, 'sources', name), '{"version":1');

  const { asked, names } = await readInTurn([{ events: [found('b'), at({})] }]);

  expect(asked).toEqual([undefined]);
  expect(names).toEqual([['b']]);
});

test('keeps no copy of what a person configured', async () => {
  const { names } = await readInTurn([{ events: [found('a'), at({})] }, { events: [at({})] }], { typed: true });

  expect(names).toEqual([['a'], []]);
  expect(await readdir(stateFolder)).toEqual([]);
});

test('two arguments are two files, and a file is one whole JSON text', async () => {
  await readInTurn([{ events: [found('a'), at({})] }]);

  const [name = ''] = await readdir(path.join(stateFolder, 'sources'));

  expect(name).toMatch(/^quays-[0-9a-f]{12}\.json$/);
  expect(JSON.parse(await readFile(path.join(stateFolder, 'sources', name), 'utf8'))).toMatchObject({ argument: 'x' });
});
