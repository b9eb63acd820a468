import { afterEach, expect, test } from 'vitest';
import { type Reply, serveForTest, type TestSource } from '../http/serve-for-test.ts';
import { foundIn, listForTest } from '../list-for-test.ts';
import { mcpRegistry } from './index.ts';

let source: TestSource | undefined;
afterEach(() => source?.close());

async function serve(reply: Reply): Promise<string> {
  source = await serveForTest(reply);
  return source.address;
}

const official = 'io.modelcontextprotocol.registry/official';

function record(server: unknown, standing: Record<string, unknown> = {}): unknown {
  return {
    server,
    _meta: { [official]: { status: 'active', updatedAt: '2026-02-01T00:00:00Z', isLatest: true, ...standing } },
  };
}

function page(servers: unknown[], nextCursor?: string): string {
  return JSON.stringify({ servers, metadata: { count: servers.length, nextCursor } });
}

const harbour = {
  name: 'io.github.acme/harbour',
  title: 'Harbour',
  description: 'Lists ships and berths.',
  version: '1.4.0',
  repository: { url: 'https://github.com/Acme/Harbour', source: 'github', subfolder: 'packages/server' },
  packages: [
    {
      registryType: 'pypi',
      identifier: 'Acme_Harbour',
      version: '1.4.0',
      transport: { type: 'stdio' },
    },
    {
      registryType: 'npm',
      identifier: '@acme/harbour-mcp',
      version: '1.4.0',
      transport: { type: 'stdio' },
      packageArguments: [
        { type: 'positional', valueHint: 'folder', isRequired: true },
        { type: 'named', name: '--mode', value: 'full' },
        { type: 'named', name: '--key', value: 'k-1', isSecret: true },
      ],
      environmentVariables: [
        { name: 'HARBOUR_TOKEN', isRequired: true, isSecret: true, default: 'never-kept' },
        { name: 'HARBOUR_REGION', default: 'north', choices: ['north', 'south'] },
      ],
    },
  ],
  remotes: [
    {
      type: 'streamable-http',
      url: 'https://harbour.example/mcp?key=hidden',
      headers: [{ name: 'Authorization', isSecret: true, isRequired: true }],
    },
  ],
};

test('lists a server with its packages, endpoints, arguments and environment names', async () => {
  const address = await serve((_request, response) => response.end(page([record(harbour)])));

  const events = await listForTest(mcpRegistry, address);

  expect(foundIn(events)).toEqual([
    {
      id: 'pkg:npm/%40acme/harbour-mcp',
      source: 'mcp-registry',
      listedAs: 'io.github.acme/harbour',
      name: 'io.github.acme/harbour',
      title: 'Harbour',
      description: 'Lists ships and berths.',
      version: '1.4.0',
      updatedAt: '2026-02-01T00:00:00.000Z',
      status: 'active',
      packages: [
        {
          purl: 'pkg:pypi/acme-harbour',
          version: '1.4.0',
          transport: 'stdio',
          runtimeArguments: [],
          packageArguments: [],
          environment: [],
        },
        {
          purl: 'pkg:npm/%40acme/harbour-mcp',
          version: '1.4.0',
          transport: 'stdio',
          runtimeArguments: [],
          packageArguments: [
            { kind: 'positional', name: 'folder', required: true, secret: false },
            { kind: 'named', name: '--mode', value: 'full', required: false, secret: false },
            { kind: 'named', name: '--key', required: false, secret: true },
          ],
          environment: [
            { name: 'HARBOUR_TOKEN', required: true, secret: true },
            { name: 'HARBOUR_REGION', required: false, secret: false, default: 'north', choices: ['north', 'south'] },
          ],
        },
      ],
      remotes: [
        {
          url: 'https://harbour.example/mcp',
          transport: 'streamable-http',
          headers: [{ name: 'Authorization', required: true, secret: true }],
        },
      ],
      repository: {
        id: 'pkg:github/acme/harbour#packages/server',
        url: 'https://github.com/Acme/Harbour',
        subfolder: 'packages/server',
      },
    },
  ]);
  expect(events.at(-1)).toEqual({
    about: 'position',
    outcome: 'found',
    position: { since: '2026-03-01T11:00:00.000Z' },
  });
});

test('an empty registry is empty and no failure', async () => {
  const address = await serve((_request, response) => response.end(page([])));

  const events = await listForTest(mcpRegistry, address);

  expect(events.map(({ about }) => about)).toEqual(['position']);
});

test.each([
  [404, {}, 'gone'],
  [403, {}, 'forbidden'],
  [429, { 'retry-after': '600' }, 'rate-limited'],
  [502, {}, 'unreachable'],
])('HTTP %i ends the reading as it is', async (status, headers, outcome) => {
  const address = await serve((_request, response) => response.writeHead(status, headers).end());

  const events = await listForTest(mcpRegistry, address);

  expect(events).toEqual([expect.objectContaining({ about: 'source', outcome })]);
});

test.each(['<html>', 'null', '{}', '{"servers":{}}', '[]', '{"servers":[],"metadata":{"nextCursor":7}}', ''])(
  'an answer such as %s is malformed',
  async (body) => {
    const address = await serve((_request, response) => response.end(body));

    expect(await listForTest(mcpRegistry, address)).toEqual([
      expect.objectContaining({ about: 'source', outcome: 'malformed' }),
    ]);
  },
);

test('a page that fails leaves what came before it, and the cursor to go on at', async () => {
  const quay = { name: 'io.github.acme/quay', packages: [{ registryType: 'npm', identifier: 'quay-mcp' }] };
  const asked: URLSearchParams[] = [];
  const address = await serve((request, response) => {
    const query = new URL(request.url ?? '', 'http://x').searchParams;
    asked.push(query);
    if (asked.length === 1) response.end(page([record(harbour)], 'a&b=c'));
    else if (asked.length === 2) response.writeHead(503).end();
    else response.end(page([record(quay)]));
  });

  const first = await listForTest(mcpRegistry, address);
  const position = first.flatMap((event) => (event.about === 'position' ? [event.position] : [])).at(-1);
  const second = await listForTest(mcpRegistry, address, { position });

  expect(foundIn(first).map(({ name }) => name)).toEqual(['io.github.acme/harbour']);
  expect(first.at(-1)).toMatchObject({ about: 'source', outcome: 'unreachable' });
  expect(foundIn(second).map(({ name }) => name)).toEqual(['io.github.acme/quay']);
  expect(asked.map((query) => query.get('cursor'))).toEqual([null, 'a&b=c', 'a&b=c']);
});

test('asks for what changed after a whole walk, and hears of deletions', async () => {
  const asked: URLSearchParams[] = [];
  const address = await serve((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://x').searchParams);
    response.end(page([record(harbour, { status: 'deleted', statusMessage: 'Moved house.' })]));
  });

  const events = await listForTest(mcpRegistry, address, { position: { since: '2026-02-20T00:00:00.000Z' } });

  expect(asked[0]?.get('updated_since')).toBe('2026-02-20T00:00:00.000Z');
  expect(asked[0]?.get('include_deleted')).toBe('true');
  expect(events[0]).toEqual({
    about: 'server',
    outcome: 'gone',
    listedAs: 'io.github.acme/harbour',
    reason: 'Moved house.',
  });
});

test('one bad record spoils none of the others, and older versions are passed over', async () => {
  const records = [
    null,
    7,
    { server: { name: 5 } },
    record({ name: 'no slash', packages: harbour.packages }),
    record({ name: 'io.github.acme/nothing', packages: [{ registryType: 'npm', identifier: '--evil' }] }),
    record({
      name: 'io.github.acme/elsewhere',
      packages: [{ registryType: 'npm', identifier: 'a', registryBaseUrl: 'https://npm.evil.example' }],
    }),
    record({ ...harbour, version: '1.0.0' }, { isLatest: false }),
    { server: { ...harbour, packages: 'none', title: 9, _meta: null }, _meta: [] },
  ];
  const address = await serve((_request, response) => response.end(page(records)));

  const events = await listForTest(mcpRegistry, address);

  expect(foundIn(events).map(({ id, title }) => [id, title])).toEqual([['https://harbour.example/mcp', undefined]]);
  expect(events.filter(({ about }) => about === 'record')).toHaveLength(6);
});

test('pages that lead in a circle come to an end', async () => {
  const address = await serve((_request, response) => response.end(page([], 'again')));

  const events = await listForTest(mcpRegistry, address);

  expect(events.at(-1)).toMatchObject({ about: 'source', outcome: 'malformed' });
});

test('asks no private address but the one that was typed', async () => {
  const address = await serve((_request, response) => response.writeHead(302, { location: 'http://127.0.0.2/' }).end());

  expect(await listForTest(mcpRegistry, address)).toEqual([
    expect.objectContaining({ about: 'source', outcome: 'forbidden' }),
  ]);
});
