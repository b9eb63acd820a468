import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runPlimsoll } from './run-plimsoll.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'plimsoll-bad-input-'));
  await writeFile(path.join(folder, 'broken.yaml'), 'id: acme\ntitle: [unclosed\n');
  await writeFile(path.join(folder, 'unknown-key.yaml'), 'id: acme\ntitle: Acme\nsource: npm:acme\ncolour: red\n');
  await writeFile(path.join(folder, 'not-json.json'), 'not json at all');
  await writeFile(path.join(folder, 'not-a-catalogue.db'), 'this is a text file, not a database\n'.repeat(40));
  await writeFile(path.join(folder, 'list.yaml'), 'id: acme\ntitle: Acme\nsource: tools:tools.json\n');
  await writeFile(
    path.join(folder, 'tools.json'),
    '{"tools":[{"name":"list_notes","description":"Lists notes.","inputSchema":{"type":"object"}}]}',
  );
  await mkdir(path.join(folder, 'empty'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const usageErrors: [string, string[], RegExp][] = [
  ['a command that does not exist', ['frobnicate'], /unknown command/],
  ['an option that does not exist', ['index', '--frobnicate'], /unknown option/],
  ['a target of no known kind', ['inspect', 'ftp://example.org'], /ftp:\/\/example\.org/],
  ['a package name that looks like an option', ['inspect', 'npm:--registry=x'], /--registry=x/],
  ['a list that does not exist', ['index', '--servers', 'nowhere.yaml'], /nowhere\.yaml/],
  ['a list that is not YAML', ['index', '--servers', 'broken.yaml'], /broken\.yaml/],
  ['a list with a key that means nothing', ['index', '--servers', 'unknown-key.yaml'], /colour/],
  ['a folder without a list', ['index', '--servers', 'empty'], /empty/],
  ['an entry that the list does not have', ['index', '--servers', 'list.yaml', '--only', 'nothing'], /nothing/],
  ['a file of tools that does not exist', ['classify', 'nowhere.jsonl'], /nowhere\.jsonl/],
  ['a profile that does not exist', ['policy', 'tools:tools.json', '--profile', 'lax'], /strict, balanced, open/],
  ['a tool that the server does not have', ['policy', 'tools:tools.json', '--tool', 'erase'], /list_notes/],
  ['a header without a value', ['inspect', 'https://example.org/mcp', '--header', 'nonsense'], /Name: value/],
  ['a header for a package', ['inspect', 'npm:acme', '--header', 'A: b'], /endpoints/],
  ['a network for a package', ['inspect', 'npm:acme', '--allow-network'], /command after --/],
  ['a duration without a unit', ['index', '--max-age', '5'], /90s, 30m, 12h or 7d/],
];

test.each(usageErrors)('answers %s with one clear line and exit code 2', async (_what, args, says) => {
  const run = await runPlimsoll(args, { cwd: folder });

  expect(run.code).toBe(2);
  expect(run.stderr).toMatch(says);
  expect(run.stderr).not.toMatch(/\n\s+at /);
  expect(run.stdout).toBe('');
});

const inconclusive: [string, string[], RegExp][] = [
  ['a saved list that is not JSON', ['inspect', 'tools:not-json.json', '--json'], /not-json\.json|JSON/],
  [
    'a catalogue file that is none',
    ['index', '--servers', 'list.yaml', '--db', 'not-a-catalogue.db'],
    /not-a-catalogue\.db/,
  ],
];

test.each(inconclusive)('cannot conclude from %s, says so and exits with 3', async (_what, args, says) => {
  const run = await runPlimsoll(args, { cwd: folder });

  expect(run.code).toBe(3);
  expect(run.stdout + run.stderr).toMatch(says);
  expect(run.stderr).not.toMatch(/\n\s+at /);
});

test('classifies the good lines around a bad one, in order, and exits with 3', async () => {
  const input = [
    '{"id":"a","name":"list_notes","description":"Lists notes."}',
    '{"name":',
    '{"id":"b","server":"s","tool":"delete_note"}',
  ].join('\n');

  const run = await runPlimsoll(['classify'], { cwd: folder, input });

  const lines = run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(run.code).toBe(3);
  expect(lines.map((line) => line.id ?? line.line)).toEqual(['a', 2, 'b']);
  expect(lines[1].error).toMatch(/not JSON/);
  expect(lines[2]).toMatchObject({ server: 's', category: 'destructive', needsReview: true });
});

test('reads a snapshot from inspect straight into classify', async () => {
  const inspected = await runPlimsoll(['inspect', 'tools:tools.json', '--json'], { cwd: folder });

  const classified = await runPlimsoll(['classify'], { cwd: folder, input: inspected.stdout });

  expect(inspected.code).toBe(0);
  expect(JSON.parse(classified.stdout)).toMatchObject({ name: 'list_notes', category: 'read', risk: 'low' });
});

test('never sends a server’s escape sequences to the terminal', async () => {
  const definition = {
    name: 'show\u001b]0;owned\u0007',
    description: '\u001b[2J\u202egnp.exe',
    inputSchema: { type: 'object' },
  };
  await writeFile(path.join(folder, 'hostile.json'), JSON.stringify({ tools: [definition] }));

  const run = await runPlimsoll(['inspect', 'tools:hostile.json'], { cwd: folder });

  expect(run.stdout).toContain('⟨U+001B⟩');
  expect(run.stdout).not.toMatch(/[\u0007\u001b\u202e]/);
});
