import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportLines, type LookSketch, makeLook, type ToolSketch, withCatalogue } from '../look-for-test.ts';

const later = (day: number) => `2026-01-${String(day).padStart(2, '0')}T00:00:00.000Z`;
const unreachable = { state: 'failed', failure: 'unreachable', reason: 'The registry did not answer.' } as const;

test('gives back what was stored, the definition verbatim', async () => {
  await withCatalogue(async (catalogue) => {
    const definition = { name: 'dock', description: 'Ties a ship up.', 'x-odd': [1, null, { deep: true }] };

    await catalogue.storeLook(makeLook({ tools: [{ definition, category: 'write', risk: 'medium' }] }));

    const tool = await catalogue.getTool('npm/harbour', 'dock');
    expect(tool).toMatchObject({
      id: 'dock',
      address: 'npm/harbour/dock',
      category: 'write',
      risk: 'medium',
      definition,
    });
    expect(tool?.blurb).toBe('Ties a ship up.');
    expect(await catalogue.getServer('npm/harbour')).toMatchObject({
      id: 'pkg:npm/harbour',
      title: 'Harbour',
      toolCount: 1,
    });
  });
});

test('keeps where a server tried to go, and why there may be more', async () => {
  await withCatalogue(async (catalogue) => {
    const look = makeLook({ tools: ['dock'] });
    const snapshot = {
      ...look.snapshot,
      egress: ['tide.example:443'],
      egressGap: 'it sent more than could be watched',
    };

    await catalogue.storeLook({ ...look, snapshot });

    const { egress, egressGap } = snapshot;
    expect(await catalogue.getServer('npm/harbour')).toMatchObject({ egress, egressGap });
    expect(await catalogue.getSnapshot('pkg:npm/harbour')).toMatchObject({ egress, egressGap });
  });
});

test('tells added, changed and removed tools apart, and keeps every version', async () => {
  await withCatalogue(async (catalogue) => {
    await catalogue.storeLook(makeLook({ tools: ['stay', 'move', 'leave'], at: later(1) }));
    const moved: ToolSketch = { definition: { name: 'move', description: 'now by crane' }, risk: 'high' };

    const stored = await catalogue.storeLook(
      makeLook({ tools: ['stay', moved, 'arrive'], at: later(2), revision: '2.0.0' }),
    );

    expect(stored).toMatchObject({ tools: 3, added: 1, changed: 1, removed: 1, kept: false });
    const changes = await catalogue.changesSince(later(2));
    expect(changes.map(({ kind, toolId }) => `${kind} ${toolId}`).sort()).toEqual([
      'added arrive',
      'changed move',
      'removed leave',
    ]);
    expect(changes.find(({ kind }) => kind === 'changed')).toMatchObject({
      before: { risk: 'low' },
      after: { risk: 'high' },
    });
    expect(await catalogue.getTool('npm/harbour', 'leave')).toBeUndefined();
    const history = await catalogue.toolHistory('pkg:npm/harbour', 'leave');
    expect(history).toMatchObject([{ began: 'added', ended: 'removed', endedAt: later(2) }]);
  });
});

test('a tool that comes back continues its history', async () => {
  await withCatalogue(async (catalogue) => {
    for (const [day, tools] of [['dock'], [], ['dock']].entries()) {
      await catalogue.storeLook(makeLook({ tools, at: later(day + 1) }));
    }

    const history = await catalogue.toolHistory('pkg:npm/harbour', 'dock');

    expect(history.map(({ began, ended }) => [began, ended])).toEqual([
      ['added', undefined],
      ['added', 'removed'],
    ]);
  });
});

test('a failed look keeps the tools known before, and says since when it fails', async () => {
  await withCatalogue(async (catalogue) => {
    await catalogue.storeLook(makeLook({ tools: ['dock'], at: later(1) }));

    await catalogue.storeLook(makeLook({ coverage: unreachable, at: later(2) }));
    await catalogue.storeLook(makeLook({ coverage: unreachable, at: later(3) }));

    const server = await catalogue.getServer('npm/harbour');
    expect(server).toMatchObject({
      coverage: unreachable,
      knownCoverage: { state: 'complete' },
      failedSince: later(2),
    });
    expect(server?.tools.map(({ id }) => id)).toEqual(['dock']);
    expect(await catalogue.changesSince(later(2))).toEqual([]);
  });
});

test('a success ends a failure', async () => {
  await withCatalogue(async (catalogue) => {
    await catalogue.storeLook(makeLook({ coverage: unreachable, at: later(1) }));

    await catalogue.storeLook(makeLook({ tools: ['dock'], at: later(2) }));

    expect(await catalogue.getServer('npm/harbour')).toMatchObject({
      coverage: { state: 'complete' },
      failedSince: undefined,
    });
  });
});

test('a look that broke off takes no tool away, and marks those it did not show', async () => {
  await withCatalogue(async (catalogue) => {
    await catalogue.storeLook(makeLook({ tools: ['first', 'second'], revision: '1.0.0', at: later(1) }));
    const cut: LookSketch = { revision: '2.0.0', coverage: { state: 'partial', failure: 'timeout' } };

    const stored = await catalogue.storeLook(makeLook({ ...cut, tools: ['first', 'third'], at: later(2) }));

    expect(stored).toMatchObject({ tools: 3, added: 1, removed: 0, kept: true });
    expect(await catalogue.getTool('npm/harbour', 'second')).toMatchObject({ missingSince: later(2) });
    expect(await catalogue.getTool('npm/harbour', 'first')).toMatchObject({ missingSince: undefined });
  });
});

test('less is not taken for more: what was read whole stands against a partial look at the same revision', async () => {
  await withCatalogue(async (catalogue) => {
    await catalogue.storeLook(makeLook({ tools: ['first', 'second'] }));
    const fromSource: ToolSketch = { definition: { name: 'first', description: 'as the source has it' } };

    await catalogue.storeLook(
      makeLook({ tools: [fromSource], coverage: { state: 'source-only', failure: 'no-sandbox' } }),
    );

    expect(await catalogue.getTool('npm/harbour', 'first')).toMatchObject({ definition: { name: 'first' } });
    expect(await catalogue.getServer('npm/harbour')).toMatchObject({
      toolCount: 2,
      coverage: { state: 'source-only' },
    });
  });
});

test('a definition that differs in volatile parts alone is no change, and leaves nothing behind', async () => {
  await withCatalogue(async (catalogue) => {
    const at = (time: string): ToolSketch => ({
      definition: { name: 'dock', description: `as of ${time}` },
      stable: 'sha256:same',
    });
    await catalogue.storeLook(makeLook({ tools: [at('noon')], at: later(1) }));

    const stored = await catalogue.storeLook(makeLook({ tools: [at('one')], at: later(2) }));

    expect(stored).toMatchObject({ added: 0, changed: 0 });
    expect(await catalogue.toolHistory('pkg:npm/harbour', 'dock')).toHaveLength(1);
    expect(await catalogue.getTool('npm/harbour', 'dock')).toMatchObject({ definition: { description: 'as of one' } });
    expect(await catalogue.listLooks('pkg:npm/harbour')).toMatchObject([{ firstAt: later(1), lastAt: later(2) }]);
  });
});

test('keeps two servers with one page address apart by refusing the second', async () => {
  await withCatalogue(async (catalogue) => {
    await catalogue.storeLook(makeLook({ id: 'pkg:npm/harbour' }));

    const second = catalogue.storeLook(makeLook({ id: 'pkg:npm/%68arbour', entryId: 'other' }));

    await expect(second).rejects.toMatchObject({ name: 'CatalogueError', fault: 'address-taken' });
    expect(await catalogue.listServers()).toHaveLength(1);
  });
});

test('an entry that could not be named at first leaves no empty server behind', async () => {
  await withCatalogue(async (catalogue) => {
    await catalogue.storeLook(makeLook({ id: 'entry:harbour', coverage: unreachable }));

    await catalogue.storeLook(makeLook({ tools: ['dock'] }));

    expect((await catalogue.listServers()).map(({ id }) => id)).toEqual(['pkg:npm/harbour']);
  });
});

test('stores nothing of a look that cannot be stored whole', async () => {
  await withCatalogue(async (catalogue) => {
    const look = makeLook({ tools: ['dock', 'leave'] });

    await expect(catalogue.storeLook({ ...look, verdicts: look.verdicts.slice(1) })).rejects.toThrow(
      'a verdict and a policy',
    );

    expect(await catalogue.summary()).toMatchObject({ servers: 0, tools: 0 });
  });
});

const hostileName = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', '', 'dock', 'Dock', 'dock #2', 'dock (2)', '../x', 'a\0b'),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const tools = fc.array(
  fc.record({ definition: fc.record({ name: hostileName, description: fc.string({ maxLength: 4 }) }) }),
  { maxLength: 6 },
);
const coverage = fc.constantFrom<LookSketch['coverage']>(
  { state: 'complete' },
  { state: 'partial', failure: 'timeout' },
  { state: 'source-only', failure: 'no-sandbox' },
  unreachable,
);
const sketch = fc.record({ tools, coverage, revision: fc.constantFrom('1.0.0', '2.0.0') }) as fc.Arbitrary<LookSketch>;

test('storing a look twice changes nothing, whatever names it holds and whatever came before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sketch, { minLength: 1, maxLength: 4 }), async (sketches) => {
      await withCatalogue(async (catalogue) => {
        for (const [day, one] of sketches.entries())
          await catalogue.storeLook(makeLook({ ...one, at: later(day + 1) }));
        const before = await exportLines(catalogue);
        const server = await catalogue.getServer('pkg:npm/harbour');
        const looks = await catalogue.listLooks('pkg:npm/harbour');

        const again = await catalogue.storeLook(makeLook({ ...sketches.at(-1), at: later(28) }));

        expect(again).toMatchObject({ added: 0, changed: 0, removed: 0 });
        expect(await exportLines(catalogue)).toEqual(before);
        expect(await catalogue.listLooks('pkg:npm/harbour')).toHaveLength(looks.length);
        const now = await catalogue.getServer('pkg:npm/harbour');
        expect(now).toEqual({ ...server, lookedAt: later(28), checkedAt: later(28) });
      });
    }),
    { numRuns: 25 },
  );
});

test('every tool of a look has an address of its own at which it is found', async () => {
  await fc.assert(
    fc.asyncProperty(tools, async (sketches) => {
      await withCatalogue(async (catalogue) => {
        await catalogue.storeLook(makeLook({ tools: sketches }));

        const addresses = await catalogue.listToolAddresses();

        const found = await Promise.all(addresses.map(({ server, tool }) => catalogue.getTool(server, tool)));
        expect(found.map((tool) => tool?.definition)).toEqual(sketches.map(({ definition }) => definition));
        expect(new Set(addresses.map(({ tool }) => tool.toLowerCase())).size).toBe(sketches.length);
      });
    }),
    { numRuns: 25 },
  );
});

test('one name five thousand times over is stored in reasonable time', async () => {
  await withCatalogue(async (catalogue) => {
    const { tools: stored } = await catalogue.storeLook(
      makeLook({ tools: Array.from({ length: 5000 }, () => 'dock') }),
    );

    expect(stored).toBe(5000);
  });
});
