/** `plimsoll classify` and `plimsoll evaluate` with a language model, against a local server that speaks its API. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { answerEach, type MessagesApi, startMessagesApi } from '../servers/messages-api/index.ts';
import { runPlimsoll } from './run-plimsoll.ts';

let folder: string;
let api: MessagesApi;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'plimsoll-classify-'));
  api = await startMessagesApi({
    answer: (ask) =>
      answerEach(ask, ({ name }) =>
        name.startsWith('list') ? {} : { category: 'destructive', outcome: 'irreversible', scope: 'all' },
      ),
  });
});

beforeEach(() => {
  api.asks.length = 0;
  api.calls.length = 0;
});

afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true, force: true });
});

function run(args: readonly string[], input = '', key = 'test') {
  return runPlimsoll(args, { cwd: folder, input, env: { ANTHROPIC_API_KEY: key, ANTHROPIC_BASE_URL: api.url } });
}

const toLines = (rows: readonly unknown[]) =>
  rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n');

test('judges lines in their order, those of one server in one request, and passes ids and servers through', async () => {
  const input = toLines([
    { id: 'a', server: 'depot', name: 'get_hold' },
    'not JSON',
    { id: 'b', server: 'yard', name: 'get_yard' },
    { id: 'c', server: 'depot', name: 'list_crates', description: 'Lists crates.' },
  ]);

  const { code, stdout, stderr } = await run(['classify', '--classifier', 'llm', '--batch'], input);

  const records = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(code).toBe(3);
  expect(records.map(({ id, line, server, category }) => [id ?? line, server, category])).toEqual([
    ['a', 'depot', 'destructive'],
    [2, undefined, undefined],
    ['b', 'yard', 'destructive'],
    ['c', 'depot', 'read'],
  ]);
  expect(api.asks.map(({ tools }) => tools.map(({ name }) => name))).toEqual([
    ['get_hold', 'list_crates'],
    ['get_yard'],
  ]);
  expect(api.calls).toContain('POST /v1/messages/batches');
  expect(stderr).toMatch(/is to look at 3 of 3 tools.*estimated cost \$/);
  expect(stderr).toMatch(/2 raised.*cost \$/);
});

test('says what the lines would cost, and asks nothing', async () => {
  const input = toLines([{ name: 'stow', description: 'Stows it.' }]);

  const { code, stdout } = await run(['classify', '--classifier', 'llm', '--estimate'], input, '');

  expect(code).toBe(0);
  expect(stdout).toMatch(/1 of 1 tool: 0 answered before, 1 to ask in about 1 request; estimated cost \$0\.\d+/);
  expect(api.calls).toEqual([]);
});

test('gives the local verdicts, and 3, where the API cannot be reached with the key', async () => {
  const refusing = await startMessagesApi({ answer: (ask) => answerEach(ask), key: 'another' });
  const env = { ANTHROPIC_API_KEY: 'test', ANTHROPIC_BASE_URL: refusing.url };
  const input = toLines([{ name: 'stow', description: 'Stows it.' }]);

  const { code, stdout, stderr } = await runPlimsoll(['classify', '--classifier', 'llm'], { cwd: folder, input, env });
  await refusing.close();

  expect(code).toBe(3);
  expect(JSON.parse(stdout).by.model).toMatch(/^local-/);
  expect(stderr).toContain('refused the key');
});

const labelled = [
  { tool: 'get_heap', category: 'destructive', risk: 'critical', family: 'depot' },
  { tool: 'list_pallets', description: 'Lists pallets.', category: 'read', risk: 'low', family: 'depot' },
];

test('measures what both readers come to together', async () => {
  await writeFile(path.join(folder, 'labelled.jsonl'), toLines(labelled));

  const { code, stdout, stderr } = await run(['evaluate', 'labelled.jsonl', '--classifier', 'llm', '--json']);
  const local = await run(['evaluate', 'labelled.jsonl', '--json']);

  const figures = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(figures.model).toMatch(/^local-\d+ and claude-/);
  expect(figures.llm).toMatchObject({ asked: 2, raised: 1 });
  expect(figures.confusion).not.toEqual(JSON.parse(local.stdout).confusion);
  expect(figures.figures.underRanked.value).toBe(0);
  expect(stderr).toMatch(/estimated cost \$/);
});

test.each([
  ['ablation', ['--classifier', 'auto', '--ablate'], /--ablate/],
  ['batch without a language model', ['--batch'], /--batch goes with/],
])('measures no %s', async (_what, args, says) => {
  await writeFile(path.join(folder, 'labelled.jsonl'), toLines(labelled));

  const { code, stderr } = await run(['evaluate', 'labelled.jsonl', ...args]);

  expect(code).toBe(2);
  expect(stderr).toMatch(says);
});

test('concludes nothing from a measure that the cost limit cut short', async () => {
  const { code, stdout } = await run([
    'evaluate',
    'labelled.jsonl',
    '--classifier',
    'llm',
    '--model',
    'claude-opus-5',
    '--max-cost',
    '0.00001',
    '--json',
  ]);

  expect(code).toBe(3);
  expect(JSON.parse(stdout).llm.stopped).toBeDefined();
});
