import { expect, test } from 'vitest';
import { combineServers } from './combine-servers.ts';
import type { FoundServer } from './found-server.ts';

function server(id: string, parts: Partial<FoundServer> = {}): FoundServer {
  return { id, source: 'npm-search', listedAs: id, name: id, status: 'active', packages: [], remotes: [], ...parts };
}

const pypi = {
  purl: 'pkg:pypi/harbour',
  transport: 'stdio' as const,
  runtimeArguments: [],
  packageArguments: [],
  environment: [],
};
const repository = { id: 'pkg:github/acme/mono', url: 'https://github.com/acme/mono' };

test('one identity is one server, told by the source that says most, with every listing', () => {
  const brief = server('pkg:npm/harbour');
  const full = server('pkg:npm/harbour', {
    source: 'mcp-registry',
    listedAs: 'io.acme/harbour',
    description: 'Ships.',
  });

  const { servers } = combineServers([brief, full, brief]);

  expect(servers).toEqual([
    {
      server: full,
      listings: [
        { source: 'npm-search', listedAs: 'pkg:npm/harbour' },
        { source: 'mcp-registry', listedAs: 'io.acme/harbour' },
        { source: 'npm-search', listedAs: 'pkg:npm/harbour' },
      ],
    },
  ]);
});

test.each([
  [
    'same-repository',
    [server('pkg:npm/harbour', { repository }), server('pkg:npm/tide', { repository })],
    'pkg:github/acme/mono',
  ],
  ['also-offered-as', [server('pkg:npm/boats', { packages: [pypi] }), server('pkg:pypi/harbour')], 'pkg:pypi/harbour'],
  [
    'same-listing',
    [
      server('pkg:npm/old', { source: 'mcp-registry', listedAs: 'io.acme/harbour' }),
      server('pkg:npm/new', { source: 'mcp-registry', listedAs: 'io.acme/harbour' }),
    ],
    'io.acme/harbour',
  ],
  ['same-name', [server('pkg:npm/%40acme/harbour-mcp'), server('pkg:npm/%40evil/mcp-server-harbour')], 'harbour'],
] as const)('links, and does not merge, by %s', (kind, servers, because) => {
  const combined = combineServers(servers);

  expect(combined.servers).toHaveLength(2);
  expect(combined.links).toEqual([{ kind, servers: servers.map(({ id }) => id), because }]);
});

test('what every server is called links none', () => {
  const servers = ['pkg:npm/%40acme/mcp', 'pkg:npm/%40evil/mcp', 'pkg:npm/%40a/mcp-server', 'pkg:npm/%40b/server-mcp'];

  expect(combineServers(servers.map((id) => server(id))).links).toEqual([]);
});

test('a hundred servers of one repository are a hundred links, not all pairs', () => {
  const servers = Array.from({ length: 101 }, (_each, index) => server(`pkg:npm/n${index}-quay`, { repository }));

  expect(combineServers(servers).links).toHaveLength(100);
});
