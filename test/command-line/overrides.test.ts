import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressSegment, serverAddress } from '../../schema/page-address.ts';
import { runPlimsoll } from './run-plimsoll.ts';

const definition = { name: 'delete_view', description: 'Deletes a saved view.', inputSchema: { type: 'object' } };
let folder: string;
let server: string;
let definitionHash: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'plimsoll-overrides-'));
  await writeFile(path.join(folder, 'tools.json'), JSON.stringify({ tools: [definition] }));
  await writeFile(path.join(folder, 'list.yaml'), 'id: views\ntitle: Views\nsource: tools:tools.json\n');
  const indexed = await runPlimsoll(['index', '--servers', 'list.yaml', '--json'], { cwd: folder });
  server = JSON.parse(indexed.stdout).riskiest[0].server.id;
  const classified = await runPlimsoll(['classify'], { cwd: folder, input: JSON.stringify(definition) });
  definitionHash = JSON.parse(classified.stdout).by.definitionHash;
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function check(changes: Record<string, unknown> = {}) {
  const override = {
    server,
    tool: 'delete_view',
    definitionHash,
    category: 'write',
    facets: { outcome: 'consequential', power: 'none' },
    reason: 'A view is a filter with a name, and is made again in a moment.',
    evidence: [{ pointer: '/description', quote: 'saved view', says: 'can be made again' }],
    by: 'a maintainer',
    date: '2026-01-31',
    ...changes,
  };
  const home = await mkdtemp(path.join(folder, 'case-'));
  const file = path.join(home, serverAddress(override.server), `${addressSegment(override.tool)}.yaml`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(override));
  return runPlimsoll(['overrides', home], { cwd: folder });
}

test.each<[string, () => Record<string, unknown>, number, RegExp]>([
  ['stands', () => ({}), 0, /^applied/m],
  ['means another definition', () => ({ definitionHash: `sha256:${'0'.repeat(64)}` }), 0, /^stale/m],
  [
    'is not needed any more',
    () => ({ category: 'destructive', facets: { outcome: 'irreversible', power: 'none' } }),
    1,
    /^agreed .*take the file out/m,
  ],
  [
    'quotes what is not there',
    () => ({ evidence: [{ pointer: '/description', quote: 'a filter', says: 'x' }] }),
    1,
    /^refused .*a filter/m,
  ],
  ['is for a server that was never read', () => ({ server: 'pkg:npm/nowhere' }), 3, /^unread/m],
])('says of an override whether it %s', async (_what, changes, code, says) => {
  const run = await check(changes());

  expect(run.stdout).toMatch(says);
  expect(run.code).toBe(code);
});

test('names the override that cannot be read and goes no further', async () => {
  const run = await check({ evidence: [] });

  expect(run.code).toBe(2);
  expect(run.stderr).toMatch(/delete_view\.yaml: evidence/);
});
