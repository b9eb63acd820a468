import { afterEach, expect, test } from 'vitest';
import { type Reply, serveForTest, type TestSource } from '../http/serve-for-test.ts';
import { foundIn, listForTest } from '../list-for-test.ts';
import { makeNpmSearch } from './index.ts';

let served: TestSource | undefined;
afterEach(() => served?.close());

/** npm search at a registry that answers so. */
async function searchAt(reply: Reply) {
  served = await serveForTest(reply);
  const base = served.address;
  return makeNpmSearch(async () => ({ base, options: { allowPrivate: true } }));
}

const harbour = {
  package: {
    name: '@acme/harbour-mcp',
    version: '2.0.0',
    description: 'Lists ships and berths.',
    date: '2026-01-02T03:04:05.000Z',
    keywords: ['mcp-server'],
    links: { npm: 'https://npm.example/harbour', repository: 'git+https://github.com/acme/harbour.git' },
  },
  score: { final: 0.5 },
};

function page(objects: unknown[], total = objects.length): string {
  return JSON.stringify({ objects, total, time: 'now' });
}

test('lists the packages that the search finds', async () => {
  const search = await searchAt((_request, response) => response.end(page([harbour])));

  const events = await listForTest(search, 'keywords:harbour ships');

  expect(foundIn(events)).toEqual([
    {
      id: 'pkg:npm/%40acme/harbour-mcp',
      source: 'npm-search',
      listedAs: '@acme/harbour-mcp',
      name: '@acme/harbour-mcp',
      description: 'Lists ships and berths.',
      version: '2.0.0',
      updatedAt: '2026-01-02T03:04:05.000Z',
      status: 'active',
      packages: [
        {
          purl: 'pkg:npm/%40acme/harbour-mcp',
          version: '2.0.0',
          transport: 'stdio',
          runtimeArguments: [],
          packageArguments: [],
          environment: [],
        },
      ],
      remotes: [],
      repository: { id: 'pkg:github/acme/harbour', url: 'https://github.com/acme/harbour' },
    },
  ]);
  expect(served?.asked).toEqual(['/-/v1/search?text=keywords%3Aharbour+ships&size=250&from=0']);
});

test('a search that finds nothing is no failure', async () => {
  const search = await searchAt((_request, response) => response.end(page([])));

  expect((await listForTest(search)).map(({ about }) => about)).toEqual(['position']);
});

test.each([
  [404, {}, 'gone'],
  [401, {}, 'forbidden'],
  [429, { 'retry-after': '600' }, 'rate-limited'],
  [500, {}, 'unreachable'],
])('HTTP %i ends the reading as it is', async (status, headers, outcome) => {
  const search = await searchAt((_request, response) => response.writeHead(status, headers).end());

  expect(await listForTest(search)).toEqual([expect.objectContaining({ about: 'source', outcome })]);
});

test.each(['<html>', 'null', '{"objects":7,"total":1}', '{"objects":[]}', ''])(
  'an answer such as %s is malformed',
  async (body) => {
    const search = await searchAt((_request, response) => response.end(body));

    expect(await listForTest(search)).toEqual([expect.objectContaining({ about: 'source', outcome: 'malformed' })]);
  },
);

test('a page that fails leaves what came before it, and the place to go on at', async () => {
  const search = await searchAt((request, response) => {
    if (request.url?.endsWith('from=0')) response.end(page([harbour], 2));
    else response.writeHead(503).end();
  });

  const events = await listForTest(search);

  expect(foundIn(events)).toHaveLength(1);
  expect(events.slice(1)).toEqual([
    { about: 'position', outcome: 'found', position: { cursor: '1' } },
    expect.objectContaining({ about: 'source', outcome: 'unreachable' }),
  ]);
});

test('one bad result spoils none of the others', async () => {
  const results = [null, { package: { name: '--evil' } }, { package: { name: 7 } }, harbour];
  const search = await searchAt((_request, response) => response.end(page(results)));

  const events = await listForTest(search);

  expect(foundIn(events)).toHaveLength(1);
  expect(events.filter(({ about }) => about === 'record')).toHaveLength(3);
});

test('a page shorter than it claims ends the walk, so that none is asked for without end', async () => {
  const search = await searchAt((_request, response) => response.end(page([], 1000)));

  await listForTest(search);

  expect(served?.asked).toHaveLength(1);
});

test('says so where npm has no registry', async () => {
  const search = makeNpmSearch(async () => undefined);

  expect(await listForTest(search)).toEqual([expect.objectContaining({ about: 'source', outcome: 'unreachable' })]);
});
