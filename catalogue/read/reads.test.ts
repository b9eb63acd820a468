import { expect, test } from 'vitest';
import type { Catalogue } from '../catalogue.ts';
import { makeLook, type ToolSketch, withCatalogue } from '../look-for-test.ts';

const destroy = (name: string): ToolSketch => ({ definition: { name }, category: 'destructive', risk: 'critical' });
const unknown = (name: string): ToolSketch => ({ definition: { name }, category: 'unclassified', risk: 'unrated' });

async function fill(catalogue: Catalogue): Promise<void> {
  await catalogue.storeLook(makeLook({ tools: ['list', destroy('delete_ship'), unknown('x')] }));
  for (const name of ['quay', 'wharf']) {
    const tools = ['list', 'look', destroy(`delete_${name}`)];
    await catalogue.storeLook(makeLook({ id: `pkg:npm/%40port/${name}`, entryId: name, tools }));
  }
  const coverage = { state: 'failed', failure: 'exited' } as const;
  await catalogue.storeLook(makeLook({ id: 'pkg:npm/wreck', entryId: 'wreck', coverage }));
}

test('counts servers by coverage, and tools by category and risk', async () => {
  await withCatalogue(async (catalogue) => {
    await fill(catalogue);

    const summary = await catalogue.summary();

    expect(summary).toMatchObject({ servers: 4, tools: 9, lastLook: '2026-01-01T00:00:00.000Z' });
    expect(summary.serversByCoverage).toMatchObject({ complete: 3, failed: 1, partial: 0 });
    expect(summary.byCategory).toEqual({ read: 5, write: 0, execute: 0, destructive: 3, unclassified: 1 });
    expect(summary.byRisk).toEqual({ low: 5, medium: 0, high: 0, critical: 3, unrated: 1 });
  });
});

test('an empty catalogue answers as well', async () => {
  await withCatalogue(async (catalogue) => {
    expect(await catalogue.summary()).toMatchObject({ servers: 0, tools: 0, lastLook: undefined });
    expect(await catalogue.listServers()).toEqual([]);
    expect(await catalogue.getServer('npm/none')).toBeUndefined();
    expect(await catalogue.getTool('npm/none', '__proto__')).toBeUndefined();
    expect(await catalogue.getSnapshot('pkg:npm/none')).toBeUndefined();
    expect(await catalogue.changesSince('')).toEqual([]);
  });
});

test('lists servers by address, each with its counts', async () => {
  await withCatalogue(async (catalogue) => {
    await fill(catalogue);

    const servers = await catalogue.listServers();

    expect(servers.map(({ address }) => address)).toEqual([
      'npm/harbour',
      'npm/port~quay',
      'npm/port~wharf',
      'npm/wreck',
    ]);
    expect(servers[0]?.byRisk).toEqual({ low: 1, medium: 0, high: 0, critical: 1, unrated: 1 });
  });
});

test('relates a tool to its siblings, to its namesakes and to its kind', async () => {
  await withCatalogue(async (catalogue) => {
    await fill(catalogue);
    const list = await catalogue.getTool('npm/harbour', 'list');
    const destroyer = await catalogue.getTool('npm/harbour', 'delete_ship');
    if (!list || !destroyer) throw new Error('stored above');

    const related = await catalogue.relatedTools(list);
    const kin = await catalogue.relatedTools(destroyer);

    expect(related.siblings.map(({ id }) => id)).toEqual(['x', 'delete_ship']);
    expect(related.sameName.map(({ address }) => address)).toEqual(['npm/port~quay/list', 'npm/port~wharf/list']);
    expect(kin.sameKind.map(({ name }) => name)).toEqual(['delete_wharf', 'delete_quay']);
  });
});

test('the riskiest tools are those known to be risky, the worst first', async () => {
  await withCatalogue(async (catalogue) => {
    await fill(catalogue);

    const riskiest = await catalogue.riskiestTools(2);

    expect(riskiest.map(({ name, risk }) => [name, risk])).toEqual([
      ['delete_quay', 'critical'],
      ['delete_wharf', 'critical'],
    ]);
  });
});

test('finds the state of a server by the entry it stands in the list with', async () => {
  await withCatalogue(async (catalogue) => {
    await fill(catalogue);

    expect(await catalogue.getServerState('wharf')).toMatchObject({
      id: 'pkg:npm/%40port/wharf',
      revision: '1.0.0',
      toolCount: 3,
    });
    expect(await catalogue.getServerState('none')).toBeUndefined();
  });
});

test('exports the same lines whatever the order and the times in which the same was stored', async () => {
  const one = makeLook({ tools: ['list', 'look'] });
  const two = makeLook({ id: 'pkg:npm/quay', entryId: 'quay', tools: ['moor'] });
  const exportOf = (looks: (typeof one)[]) =>
    withCatalogue(async (catalogue) => {
      for (const look of looks) await catalogue.storeLook(look);
      return Array.fromAsync(catalogue.exportCanonical());
    });

  const lines = await exportOf([one, two]);

  expect(await exportOf([{ ...two, lookedAt: '2026-03-01T00:00:00.000Z' }, one, one])).toEqual(lines);
  expect(lines.map((line) => JSON.parse(line).kind)).toEqual([
    'server',
    'tool',
    'tool',
    'history',
    'history',
    'server',
    'tool',
    'history',
  ]);
  expect(lines.join('\n')).not.toMatch(/2026-0/);
});

test('the history of a tool says what changed from one definition to the next', () =>
  withCatalogue(async (catalogue) => {
    const words = ['Docks.', 'Docks a ship.', 'Docks a ship.'];
    for (const [at, description] of words.entries()) {
      const definition = { name: 'dock', description };
      await catalogue.storeLook(makeLook({ tools: [{ definition }], at: `2026-0${at + 1}-01T00:00:00.000Z` }));
    }

    const history = await catalogue.toolHistory('pkg:npm/harbour', 'dock');

    expect(history.map(({ changes }) => changes)).toEqual([
      [{ pointer: '/description', before: 'Docks.', after: 'Docks a ship.' }],
      [],
    ]);
  }));
