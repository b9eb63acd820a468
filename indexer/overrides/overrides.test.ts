import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCatalogue } from '../../catalogue/index.ts';
import { classifyTool } from '../../classifier/index.ts';
import { Override } from '../../schema/override.ts';
import { runIndex } from '../run-index.ts';
import { readOverride, readOverrides } from './read-overrides.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'plimsoll-overrides-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const definition = { name: 'delete_view', description: 'Deletes a saved view.', inputSchema: { type: 'object' } };
const { definitionHash } = classifyTool({ id: 'delete_view', definition }).by;

/** JSON is YAML as well. */
function overrideText(changes: Record<string, unknown> = {}): string {
  return JSON.stringify({
    server: 'pkg:npm/%40acme/views',
    tool: 'delete_view',
    definitionHash,
    category: 'write',
    facets: { outcome: 'consequential', power: 'none' },
    reason: 'A view is a filter with a name, and is made again in a moment.',
    evidence: [{ pointer: '/description', quote: 'saved view', says: 'can be made again' }],
    by: 'a maintainer',
    date: '2026-01-31',
    ...changes,
  });
}

async function place(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(folder, 'overrides', file)), { recursive: true });
  await writeFile(path.join(folder, 'overrides', file), text);
}

const readPlaced = () => readOverrides(path.join(folder, 'overrides'));

describe('reading overrides', () => {
  it('finds one where its server and tool place it', async () => {
    await place('npm/acme~views/delete_view.yaml', overrideText());
    await place('README.md', '# How to write one');

    const read = await readPlaced();

    expect(read.faults).toEqual([]);
    expect(read.overrides).toMatchObject([
      { file: 'npm/acme~views/delete_view.yaml', override: { category: 'write' } },
    ]);
  });

  it('has none where there is no folder', async () => {
    expect(await readPlaced()).toEqual({ overrides: [], faults: [] });
  });

  it.each<[string, string, string, RegExp]>([
    ['lies elsewhere', 'npm/acme/delete_view.yaml', overrideText(), /belongs in npm\/acme~views\/delete_view\.yaml/],
    ['is not YAML', 'npm/acme~views/delete_view.yaml', 'server: [', /not YAML/],
    ['hides its size behind aliases', 'x.yaml', 'a: &a [1]\nb: *a\n', /not YAML/],
    ['has a key that means nothing', 'npm/acme~views/delete_view.yaml', overrideText({ colour: 'red' }), /colour/],
    ['has no evidence', 'npm/acme~views/delete_view.yaml', overrideText({ evidence: [] }), /evidence/],
  ])('names the file that %s', async (_what, file, text, fault) => {
    await place(file, text);

    const read = await readPlaced();

    expect(read.overrides).toEqual([]);
    expect(read.faults).toHaveLength(1);
    expect(read.faults[0]).toMatch(fault);
    expect(read.faults[0]).toContain(file);
  });
});

describe('an index run with overrides', () => {
  async function index(tool: object, text: string) {
    await writeFile(path.join(folder, 'views.json'), JSON.stringify({ tools: [tool] }));
    const catalogue = await openCatalogue(path.join(folder, 'catalogue.db'));
    const signal = new AbortController().signal;
    const sandbox = { found: false, reason: 'none is wanted here', install: 'nothing' } as const;
    const inspectContext = { cacheFolder: path.join(folder, 'cache'), sandbox, offline: false, signal };
    const entries = [{ id: 'views', title: 'Views', source: 'tools:views.json' }];
    try {
      const options = { entries, base: folder, catalogue, inspectContext, signal };
      await runIndex(options);
      const id = (await catalogue.listServers())[0]?.id ?? '';
      const placed = { file: 'views.yaml', override: Override.parse({ ...JSON.parse(text), server: id }) };
      const { overrides } = await runIndex({ ...options, overrides: [placed] });
      const [stored] = await catalogue.listTools(id);
      return { notes: overrides, verdict: stored?.verdict };
    } finally {
      await catalogue.close();
    }
  }

  it('stores the person’s verdict and says that it did', async () => {
    const { notes, verdict } = await index(definition, overrideText());

    expect(notes).toEqual([{ file: 'views.yaml', state: 'applied', why: undefined }]);
    expect(verdict).toMatchObject({ category: 'write', risk: 'medium', by: { override: { by: 'a maintainer' } } });
  });

  it('keeps its own once the definition has changed, and says so', async () => {
    const changed = { ...definition, description: 'Deletes a saved view and what it shows.' };

    const { notes, verdict } = await index(changed, overrideText());

    expect(notes).toMatchObject([{ state: 'stale' }]);
    expect(verdict).toMatchObject({ category: 'destructive' });
    expect(verdict?.by.override).toBeUndefined();
  });

  it.each([
    [
      'the classifier says so by itself',
      { category: 'destructive', facets: classifyTool({ id: 'x', definition }).facets },
      'agreed',
    ],
    ['a quote is not there', { evidence: [{ pointer: '/description', quote: 'a filter', says: 'x' }] }, 'refused'],
    ['there is no such tool', { tool: 'drop_view' }, 'gone'],
  ])('says where %s', async (_what, changes, state) => {
    const { notes, verdict } = await index(definition, overrideText(changes));

    expect(notes).toMatchObject([{ state }]);
    expect(verdict?.by.override).toBeUndefined();
  });
});

it('reads an override that is written by hand', () => {
  const text = `
server: pkg:npm/%40acme/views
tool: delete_view
definitionHash: ${definitionHash}
category: write
facets: { outcome: consequential, power: none }
reason: A view is a filter with a name, and is made again in a moment.
evidence:
  - { pointer: /description, quote: saved view, says: can be made again }
by: a maintainer
date: 2026-01-31
`;

  expect(readOverride('npm/acme~views/delete_view.yaml', text)).toMatchObject({ tool: 'delete_view' });
});
