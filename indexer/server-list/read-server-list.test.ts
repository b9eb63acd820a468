import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPlainEntries } from './read-plain-entries.ts';
import { readServerList } from './read-server-list.ts';
import { readYamlEntries } from './read-yaml-entries.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-list-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(files: Record<string, string>): Promise<string> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return folder;
}

/** The errors with the folder taken off. */
async function errorsOf(location: string): Promise<string[]> {
  const list = await readServerList(location);
  return list.ok ? [] : list.errors.map((error) => error.replaceAll(`${folder}/`, '').replaceAll(folder, '.'));
}

test('reads a folder of files with folders in it, in the order of their names', async () => {
  const location = await write({
    'starter/quay.yaml': 'id: quay\ntitle: Quay\nsource: npm:quay\n',
    'extended/port.yml': 'id: port\ntitle: Port\nsource: git:https://example.com/port.git\nwhy: It is deep.\n',
    'readme.md': 'not a server',
  });

  expect(await readServerList(location)).toEqual({
    ok: true,
    entries: [
      { id: 'port', title: 'Port', source: 'git:https://example.com/port.git', why: 'It is deep.' },
      { id: 'quay', title: 'Quay', source: 'npm:quay' },
    ],
  });
});

test.each([
  [
    'documents',
    'servers.yaml',
    'id: quay\ntitle: Quay\nsource: npm:quay\n---\nid: port\ntitle: Port\nsource: npm:port\n',
  ],
  [
    'a list',
    'servers.yaml',
    '- id: quay\n  title: Quay\n  source: npm:quay\n- { id: port, title: Port, source: npm:port }\n',
  ],
  [
    'JSON',
    'servers.json',
    '[{"id":"quay","title":"Quay","source":"npm:quay"},{"id":"port","title":"Port","source":"npm:port"}]',
  ],
])('reads one file of %s', async (_form, name, text) => {
  await write({ [name]: text });

  const list = await readServerList(path.join(folder, name));

  expect(list.ok && list.entries.map(({ id }) => id)).toEqual(['quay', 'port']);
});

test('reads plain lines, and makes ids and titles of them', async () => {
  await write({
    'servers.txt': '# ours\nnpm:@port/quay\n\nnpm:port-quay@1.2.3  # pinned\ngit:https://example.com/a/b.git#main\r\n',
  });

  const list = await readServerList(path.join(folder, 'servers.txt'));

  expect(list.ok && list.entries).toEqual([
    { id: 'port-quay', title: '@port/quay', source: 'npm:@port/quay' },
    { id: 'port-quay-2', title: 'port-quay', source: 'npm:port-quay@1.2.3' },
    { id: 'example-com-a-b-main', title: 'example.com/a/b#main', source: 'git:https://example.com/a/b.git#main' },
  ]);
});

test('names every fault with its file and line, and what to do', async () => {
  const location = await write({
    'a.yaml': 'id: Quay Side\ntitle: ""\nsource: npm:quay\n',
    'b.yaml': 'id: b\ntitle: B\nsuorce: npm:b\n',
    'c.yaml': 'id: c\ntitle: 3\nsource: npm:--evil\n',
    'd.yaml': 'id: d\n  title: [\n',
    'e.yaml': 'id: other\ntitle: E\nsource: npm:e\n',
    'f.yaml': 'id: f\ntitle: F\nsource: npm:e\n---\nid: f\ntitle: F\nsource: npm:f\n',
    'g.yaml': 'id: g\nid: g\ntitle: G\nsource: npm:g\n',
    'h.yaml': '- just text\n',
  });

  const errors = await errorsOf(location);

  expect(errors.filter((error) => !error.includes('not valid YAML'))).toMatchInlineSnapshot(`
    [
      "a.yaml:1: id must be kebab-case, such as acme-notes",
      "a.yaml:2: title is empty; fill it in",
      "b.yaml:1: source is missing; add it",
      "b.yaml:3: unknown key "suorce"; the keys are id, title, source, why",
      "c.yaml:2: title must be text; put it in quotes",
      "e.yaml:1: id is other and the file e.yaml; give both one name",
      "f.yaml:5: a file in a folder of servers holds one entry; move this one out",
      "h.yaml:1: an entry must be a mapping with the keys id, title, source, why",
      "f.yaml:1: the source npm:e stands in e.yaml:1 as well; take one of the two out",
      "f.yaml:5: the id f stands in f.yaml:1 as well; change one",
    ]
  `);
  expect(errors.filter((error) => /^[dg]\.yaml:\d: not valid YAML/.test(error)).length).toBeGreaterThanOrEqual(2);
  for (const error of errors) expect(error).not.toContain('\n');
});

test.each([
  ['nothing there', {}, 'none', 'there is no such file or folder'],
  ['an empty folder', {}, '', 'holds no servers'],
  ['an empty file', { 'a.txt': '\n# nothing\n' }, 'a.txt', 'holds no servers'],
  ['a line that is no target', { 'a.txt': 'npm:fine\nnonsense\n' }, 'a.txt', 'a.txt:2: "nonsense" is not a target'],
  ['a target twice', { 'a.txt': 'npm:a\nnpm:a\n' }, 'a.txt', 'a.txt:2: the same target stands in line 1'],
  ['an alias', { 'a.yaml': 'id: &a a\ntitle: *a\nsource: npm:a\n' }, 'a.yaml', 'a.yaml:2: an alias'],
  ['a file that is too large', { 'a.yaml': `id: a\n#${'x'.repeat(70_000)}\n` }, '', 'is larger than 64 kB'],
])('says so of %s', async (_what, files: Record<string, string>, location, expected) => {
  await write(files);

  const errors = await errorsOf(path.join(folder, location));

  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain(expected);
});

test('keys such as __proto__ are unknown keys like any other', () => {
  const { errors } = readYamlEntries('id: a\ntitle: A\nsource: npm:a\n__proto__: { x: 1 }\n', 'a.yaml');

  expect(errors).toEqual(['a.yaml:4: unknown key "__proto__"; the keys are id, title, source, why']);
});

test('nesting without end is an error', () => {
  const { entries, errors } = readYamlEntries('['.repeat(100_000), 'a.yaml');

  expect(entries).toEqual([]);
  expect(errors.length).toBeGreaterThan(0);
});

test('whatever a file holds, there are entries or errors of one line, and ids of plain lines are unique', () => {
  const piece = fc.constantFrom(
    'id: a',
    'title: A',
    'source: npm:a',
    '\n',
    '---\n',
    '- ',
    '[',
    '{',
    '&a ',
    '*a',
    '<<: ',
    '!!x ',
    '"',
    '\0',
    '\u202e',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((pieces) => pieces.join('')),
  );
  const target = fc.constantFrom(
    'npm:a',
    'npm:a@1',
    'npm:@a/a',
    'npm:a-2',
    'npm:a@2',
    'git:https://a.example/a',
    'npm:a-a',
  );
  fc.assert(
    fc.property(text, fc.array(target), (written, targets) => {
      const read = [
        readYamlEntries(written, 'f.yaml'),
        readPlainEntries(written, 'f.txt'),
        readPlainEntries(targets.join('\n'), 'f.txt'),
      ];

      for (const { errors } of read)
        for (const error of errors) expect(error).toMatch(/^f\.(yaml|txt)(:\d+)?: [^\n]+$/);
      const ids = read[2]?.entries.map(({ entry }) => entry.id) ?? [];
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});
