import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Reply, serveForTest, type TestSource } from '../http/serve-for-test.ts';
import { foundIn, listForTest } from '../list-for-test.ts';
import { findRawAddress, listFile } from './index.ts';
import { readAddress } from './read-address.ts';
import { readText } from './read-text.ts';

let folder: string;
let served: TestSource | undefined;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-list-'));
});
afterEach(async () => {
  await served?.close();
  served = undefined;
  await rm(folder, { recursive: true });
});

async function serve(reply: Reply): Promise<string> {
  served = await serveForTest(reply);
  return served.address;
}

async function idsIn(text: string, name = 'list.md'): Promise<string[]> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return foundIn(await listForTest(listFile, file)).map(({ id }) => id);
}

const markdown = `# Servers for harbours [![badge](https://img.example/b.svg)](https://github.com/acme/list)

Kept by [us](https://github.com/acme/us). See also https://github.com/acme/prose.

- [Contents](#contents)
- **[Harbour](https://github.com/Acme/Harbour)** 🏖️ - Lists *ships* and [berths](https://example.com). By [Ann](https://github.com/ann/other)
* [Quay](https://github.com/acme/mono/tree/main/servers/quay) — Quays.
1. [Topic](https://github.com/topics/mcp) - no server
- ![logo](https://github.com/acme/logo) [Tide](https://www.npmjs.com/package/@acme/tide-mcp): Tides.

| name | where |
|---|---|
| Wind | [wind](https://gitlab.com/acme/tools/wind) |
| Waves | https://pypi.org/project/Acme_Waves/ |
`;

test('lists the servers in the items and rows of a Markdown file', async () => {
  const address = await serve((_request, response) => response.end(markdown));

  const found = foundIn(await listForTest(listFile, address));

  expect(found.map(({ id, title, description }) => [id, title, description])).toEqual([
    ['pkg:github/acme/harbour', 'Harbour', 'Lists ships and berths. By Ann'],
    ['pkg:github/acme/mono#servers/quay', 'Quay', 'Quays.'],
    ['pkg:npm/%40acme/tide-mcp', 'Tide', undefined],
    ['pkg:gitlab/acme/tools/wind', 'wind', undefined],
    ['pkg:pypi/acme-waves', undefined, undefined],
  ]);
});

test('reads text, each server once', async () => {
  const text =
    '# https://github.com/acme/comment\nnpm:@acme/harbour@1.0.0\npypi:acme-waves, pkg:npm/quay\nhttps://github.com/acme/mono.\nhttps://github.com/acme/mono\nhttps://evil.example/x\n';

  expect(await idsIn(text, 'list.txt')).toEqual([
    'pkg:npm/%40acme/harbour',
    'pkg:pypi/acme-waves',
    'pkg:npm/quay',
    'pkg:github/acme/mono',
  ]);
});

test.each([
  ['texts', '["npm:quay", "https://github.com/acme/mono", 7, null]'],
  ['objects', '[{"name":"Quay","npm":"quay"},{"repository":{"url":"https://github.com/acme/mono"}},{"a":1}]'],
  ['an object around them', '{"version":1,"servers":[{"purl":"pkg:npm/quay"},{"url":"https://github.com/acme/mono"}]}'],
])('reads JSON of %s', async (_what, text) => {
  expect(await idsIn(text, 'list.json')).toEqual(['pkg:npm/quay', 'pkg:github/acme/mono']);
});

test('an empty list is empty and no failure', async () => {
  await writeFile(path.join(folder, 'empty.md'), '');

  const events = await listForTest(listFile, 'empty.md', { base: folder });

  expect(events.map(({ about }) => about)).toEqual(['position']);
});

test.each([
  [404, {}, 'gone'],
  [403, {}, 'forbidden'],
  [429, { 'retry-after': '600' }, 'rate-limited'],
  [503, {}, 'unreachable'],
])('HTTP %i is what it is', async (status, headers, outcome) => {
  const address = await serve((_request, response) => response.writeHead(status, headers).end());

  expect(await listForTest(listFile, address)).toEqual([expect.objectContaining({ about: 'source', outcome })]);
});

test.each(['<!DOCTYPE html><a href="https://github.com/acme/harbour">', '{"servers":', '{"a":'])(
  'an answer such as %s is malformed',
  async (body) => {
    const address = await serve((_request, response) => response.end(body));

    expect(await listForTest(listFile, address)).toEqual([
      expect.objectContaining({ about: 'source', outcome: 'malformed' }),
    ]);
  },
);

test('a part of an answer is no answer', async () => {
  const address = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': '9999' }).write(markdown, () => response.destroy());
  });

  expect(await listForTest(listFile, address)).toEqual([
    expect.objectContaining({ about: 'source', outcome: 'unreachable' }),
  ]);
});

test('a file that is not there is gone', async () => {
  expect(await listForTest(listFile, 'none.md', { base: folder })).toEqual([
    expect.objectContaining({ about: 'source', outcome: 'gone' }),
  ]);
});

test.each([
  'https://github.com/sponsors/acme',
  'https://github.com/acme',
  'https://github.com/acme/harbour/issues/1',
  'https://169.254.169.254/latest',
  'https://github.com.evil.example/a/b',
  'https://me:secret@evil.example/a/b',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'npm:--evil',
  'pkg:npm/..%2f..%2fetc',
  'pkg:',
  'https://github.com/-evil/../..',
])('%s is nobody’s server', (address) => {
  expect(readAddress(address)).toBeUndefined();
});

test.each([
  ['https://github.com/acme/list', 'https://raw.githubusercontent.com/acme/list/HEAD/README.md'],
  ['https://github.com/acme/list/blob/main/docs/a.md#x', 'https://raw.githubusercontent.com/acme/list/main/docs/a.md'],
  ['https://lists.example/a.md', 'https://lists.example/a.md'],
])('the text behind %s lies at %s', (page, raw) => {
  expect(findRawAddress(page)).toBe(raw);
});

test('any text has servers or none', () => {
  const piece = fc.constantFrom(
    '- ',
    '[a](',
    'https://github.com/',
    'a/b',
    ')',
    '![',
    '|',
    '\n',
    'npm:',
    ' - ',
    '%',
    '#',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((pieces) => pieces.join('')),
      ),
      (text) => {
        for (const { subject } of readText(text)) expect(subject.id).toMatch(/^pkg:/);
      },
    ),
  );
});
