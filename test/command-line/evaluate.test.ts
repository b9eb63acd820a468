import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Evaluation } from '../../schema/evaluation.ts';
import { runPlimsoll } from './run-plimsoll.ts';

let folder: string;

const lines = [
  { name: 'list_berths', server: 'harbour', description: 'Lists the berths.', category: 'read', risk: 'low' },
  {
    name: 'show_berth',
    server: 'harbour',
    description: 'Shows one berth.',
    category: 'read',
    risk: 'low',
    tags: ['trap'],
  },
  {
    name: 'create_note',
    server: 'notes',
    description: 'Creates a note.',
    category: 'write',
    risk: 'medium',
    also: ['execute'],
  },
  {
    name: 'run_command',
    server: 'shell',
    description: 'Runs a shell command.',
    inputSchema: [{ name: 'command', required: true, type: 'string' }],
    category: 'execute',
    risk: 'critical',
  },
  {
    name: 'delete_berth',
    server: 'harbour',
    description: 'Deletes a berth for good.',
    category: 'destructive',
    risk: 'high',
    colour: 'red',
  },
].map((line) => JSON.stringify(line));

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'plimsoll-evaluate-'));
  await writeFile(path.join(folder, 'good.jsonl'), `${lines.join('\n')}\n`);
  await writeFile(
    path.join(folder, 'broken.jsonl'),
    [lines[0], '{"name":', '', '{"name":"x","category":"harmless"}', lines[4]].join('\n'),
  );
  await writeFile(
    path.join(folder, 'wrong.jsonl'),
    '{"name":"delete_everything","description":"Deletes all.","category":"read","risk":"low"}\n',
  );
  await writeFile(path.join(folder, 'empty.jsonl'), '\n');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const evaluate = (...args: string[]) => runPlimsoll(['evaluate', ...args], { cwd: folder });

test('reports the figures with what they count over', async () => {
  const run = await evaluate('good.jsonl', '--by', 'tag', '--ablate');

  expect(run.code).toBe(0);
  expect(run.stderr).toBe('');
  expect(run.stdout).toContain('5 tools of 3 servers');
  expect(run.stdout).toMatch(/Category right or accepted +100\.0 % +\S.* 5 tools/);
  expect(run.stdout).toMatch(/Critical tools rated low or medium +0\.0 % .* 1 critical tools/);
  expect(run.stdout).toMatch(/trap +1 +100\.0 %/);
  expect(run.stdout).toMatch(/name only/);
});

test('reports on the lines it can read, names the others and exits with 3', async () => {
  const run = await evaluate('broken.jsonl', '--fail-under', 'right=0.1');

  expect(run.code).toBe(3);
  expect(run.stdout).toContain('2 tools of 1 server');
  expect(run.stderr).toMatch(/line 2: not JSON/);
  expect(run.stderr).toMatch(/line 4: not a labelled tool: category/);
});

test.each<[string, string[], number]>([
  ['figures within their limits', ['good.jsonl', '--fail-under', 'right=1', '--fail-over', 'underRanked=0'], 0],
  ['a figure that is too low', ['wrong.jsonl', '--fail-under', 'right=0.5'], 1],
  ['a figure that is too high', ['wrong.jsonl', '--fail-over', 'overFlagged=0.5', '--fail-under', 'right=0'], 1],
  ['a limit on what cannot be counted', ['wrong.jsonl', '--fail-over', 'criticalsLow=0.5'], 3],
  ['a limit on no figure', ['good.jsonl', '--fail-under', 'beauty=0.5'], 2],
  ['a limit that is no number from 0 to 1', ['good.jsonl', '--fail-under', 'right=95'], 2],
  ['a file that is not there', ['nowhere.jsonl'], 2],
  ['a file with nothing in it', ['empty.jsonl'], 2],
])('answers %s with its exit code', async (_what, args, code) => {
  const run = await evaluate(...args);

  expect(run.code, run.stderr).toBe(code);
  expect(run.stderr).not.toMatch(/\n\s+at /);
});

test('lists what it got wrong when asked to', async () => {
  const run = await evaluate('wrong.jsonl', '--misses', '--json');

  expect(JSON.parse(run.stdout).misses).toMatchObject([
    { tool: 'delete_everything', labelled: { category: 'read' }, answered: { category: 'destructive' } },
  ]);
});

test('writes figures that hold none of the tools’ texts', async () => {
  const run = await evaluate('good.jsonl', '--about', 'five invented tools', '--write', 'figures.json');

  const written = await readFile(path.join(folder, 'figures.json'), 'utf8');
  expect(run.code).toBe(0);
  expect(Evaluation.parse(JSON.parse(written))).toMatchObject({ about: 'five invented tools', tools: 5 });
  expect(written).not.toMatch(/berth|harbour|command/);
});
