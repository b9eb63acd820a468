import { expect, test } from 'vitest';
import { Snapshot } from '../../schema/snapshot.ts';
import { addSource } from './add-source.ts';
import { evidence, liveTool, sourceTool } from './tool-for-test.ts';

function snapshotOf(...names: string[]): Snapshot {
  return Snapshot.parse({
    server: { id: 'pkg:npm/port', name: 'port' },
    target: 'npm:port',
    launch: { transport: 'stdio', args: [], environment: [] },
    coverage: { state: 'complete' },
    egress: [],
    tools: names.map((name) => liveTool({ name })),
  });
}

function add(snapshot: Snapshot, tools: ReturnType<typeof sourceTool>[], notes: string[] = []): Snapshot {
  return Snapshot.parse(addSource(snapshot, { source: 'pkg:npm/port@1.0.0', tools, notes }));
}

test('lays what the handler does upon the tool of that very name, and says where it was found', () => {
  const handler = [evidence('file', 'unlink', 'fs.unlink(file)')];

  const { tools } = add(snapshotOf('tidy', 'Tidy', 'tidy_up'), [sourceTool({ name: 'tidy' }, { handler })]);

  expect(tools.map((tool) => tool.handler)).toEqual([handler, undefined, undefined]);
  expect(tools[0]).toMatchObject({
    provenance: { from: 'live' },
    declaredAt: { source: 'pkg:npm/port@1.0.0', file: 'dist/index.js', line: 7, conditions: [] },
  });
});

test('tells what one of the two lists alone holds, and keeps the tool that is in the source whole', () => {
  const drop = sourceTool({ name: 'drop_all', description: 'Drops all.' }, { conditions: ['--admin'] });

  const { comparison, tools } = add(snapshotOf('list', 'made_at_run_time'), [sourceTool({ name: 'list' }), drop]);

  expect(comparison).toMatchObject({ both: 1, onlyLive: ['made_at_run_time'], onlySource: [drop], differing: [] });
  expect(tools.map(({ definition }) => definition)).toEqual([{ name: 'list' }, { name: 'made_at_run_time' }]);
});

test('takes nothing from a live list where the source shows nothing', () => {
  const snapshot = snapshotOf('list');

  expect(add(snapshot, [])).toEqual(snapshot);
  expect(add(snapshotOf(), [sourceTool({ name: 'list' })]).comparison).toBeUndefined();
});

test('keeps the hash and the definition of a live tool as they were', () => {
  const snapshot = snapshotOf('list');

  const [before, after] = [
    snapshot.tools[0],
    add(snapshot, [sourceTool({ name: 'list', description: 'Other.' })]).tools[0],
  ];

  expect(after).toMatchObject({ definition: before?.definition, definitionHash: before?.definitionHash });
});

test('bounds what it keeps of a source with thousands of tools, and says how much is left out', () => {
  const many = Array.from({ length: 2_000 }, (_, at) => sourceTool({ name: `hidden_${at}` }));

  const { comparison } = add(
    snapshotOf('list'),
    many,
    Array.from({ length: 100 }, (_, at) => `note ${at} ${'x'.repeat(900)}`),
  );

  expect(comparison?.onlySource).toHaveLength(300);
  expect(comparison?.notes[0]).toBe('1700 more tools that the source alone shows are not listed here.');
  expect(comparison?.notes).toHaveLength(20);
  expect(Math.max(...(comparison?.notes ?? []).map((note) => note.length))).toBe(300);
});
