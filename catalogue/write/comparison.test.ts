import { expect, test } from 'vitest';
import type { SourceComparison } from '../../schema/snapshot.ts';
import type { Look } from '../look.ts';
import { exportLines, type LookSketch, makeLook, withCatalogue } from '../look-for-test.ts';

const id = 'pkg:npm/harbour';

/** A look at a server whose source shows one tool more than it lists. */
function lookWithSource(sketch: LookSketch = {}): Look {
  const hidden = makeLook({ tools: [{ definition: { name: 'scuttle' }, category: 'destructive', risk: 'high' }] });
  const look = makeLook({ tools: ['dock'], ...sketch });
  const comparison: SourceComparison = {
    source: `${id}@1.0.0`,
    both: 1,
    onlyLive: [],
    onlySource: hidden.snapshot.tools,
    differing: [],
    notes: [],
  };
  return { ...look, snapshot: { ...look.snapshot, comparison }, possible: hidden.verdicts };
}

test('keeps what the source alone shows, with its verdict, apart from the tools of the server', () =>
  withCatalogue(async (catalogue) => {
    await catalogue.storeLook(lookWithSource());

    const server = await catalogue.getServer(id);

    expect(server).toMatchObject({
      toolCount: 1,
      comparison: { onlySource: [{ definition: { name: 'scuttle' } }], possible: [{ name: 'scuttle', risk: 'high' }] },
    });
    expect((await catalogue.getSnapshot(id))?.comparison).toEqual(lookWithSource().snapshot.comparison);
  }));

test('a look that fails takes none of it away, and one without a source does', () =>
  withCatalogue(async (catalogue) => {
    await catalogue.storeLook(lookWithSource());
    await catalogue.storeLook(makeLook({ coverage: { state: 'failed', failure: 'timeout' } }));
    const afterFailure = await catalogue.getServer(id);
    await catalogue.storeLook(makeLook({ tools: ['dock'], revision: '2.0.0' }));

    expect(afterFailure?.comparison?.onlySource).toHaveLength(1);
    expect((await catalogue.getServer(id))?.comparison).toBeUndefined();
  }));

test('judged anew, it has the new verdicts, and that counts as a change', () =>
  withCatalogue(async (catalogue) => {
    const look = lookWithSource();
    await catalogue.storeLook(look);
    const possible = (look.possible ?? []).map((verdict) => ({ ...verdict, risk: 'critical' as const }));

    const same = await catalogue.storeJudgement(id, look, '2026-02-01T00:00:00.000Z');
    const changed = await catalogue.storeJudgement(id, { ...look, possible }, '2026-02-02T00:00:00.000Z');

    expect([same, changed]).toEqual([false, true]);
    expect((await catalogue.getServer(id))?.comparison?.possible).toMatchObject([{ risk: 'critical' }]);
  }));

test('stored twice, it moves nothing', () =>
  withCatalogue(async (catalogue) => {
    await catalogue.storeLook(lookWithSource());
    const once = await exportLines(catalogue);
    await catalogue.storeLook(lookWithSource({ at: '2026-03-01T00:00:00.000Z' }));

    expect(await exportLines(catalogue)).toEqual(once);
    expect((await catalogue.listServers())[0]?.lastChanged).toBe('2026-01-01T00:00:00.000Z');
  }));
