import { expect, test } from 'vitest';
import type { FoundServer } from './found-server.ts';
import { identitiesInSources, identitiesOfServer } from './server-identities.ts';

function found(parts: Partial<FoundServer>): FoundServer {
  const id = 'pkg:npm/harbour';
  return {
    id,
    source: 'mcp-registry',
    listedAs: 'io.acme/harbour',
    name: id,
    status: 'active',
    packages: [],
    remotes: [],
    ...parts,
  };
}

const pypi = {
  purl: 'pkg:pypi/harbour',
  transport: 'stdio' as const,
  runtimeArguments: [],
  packageArguments: [],
  environment: [],
};

test('the registry’s name, the offers and the repository of a listed server, each with who says so', () => {
  const remotes = [{ url: 'https://harbour.example/mcp', transport: 'streamable-http' as const, headers: [] }];
  const repository = { id: 'pkg:github/acme/harbour', url: 'https://github.com/acme/harbour' };
  const listings = [
    { source: 'npm-search', listedAs: 'harbour' },
    { source: 'mcp-registry', listedAs: 'io.acme/harbour' },
  ];

  expect(identitiesInSources({ server: found({ packages: [pypi, pypi], remotes, repository }), listings })).toEqual([
    { kind: 'listing', value: 'io.acme/harbour', saidBy: 'mcp-registry' },
    { kind: 'repository', value: 'pkg:github/acme/harbour', saidBy: 'mcp-registry' },
    { kind: 'offer', value: 'pkg:pypi/harbour', saidBy: 'mcp-registry' },
    { kind: 'offer', value: 'https://harbour.example/mcp', saidBy: 'mcp-registry' },
  ]);
});

test('what a package says of itself is its own word', () => {
  const server = {
    id: 'pkg:npm/%40evil/mcp-server-harbour',
    name: '@evil/mcp-server-harbour',
    repository: 'git+https://github.com/acme/harbour.git',
    registryName: 'io.acme/harbour',
  };

  expect(identitiesOfServer(server)).toEqual([
    { kind: 'listing', value: 'io.acme/harbour', saidBy: 'server' },
    { kind: 'repository', value: 'pkg:github/acme/harbour', saidBy: 'server' },
    { kind: 'name', value: 'harbour', saidBy: 'server' },
  ]);
});

test.each([
  ['a name that every server has', { id: 'pkg:npm/%40acme/mcp-server', name: 'x' }],
  ['an endpoint, whose address is all there is', { id: 'https://a.example/mcp', name: 'x' }],
  ['a repository that is no address', { id: 'pkg:npm/mcp', name: 'x', repository: 'javascript:alert(1)' }],
])('%s is shared with nobody', (_what, server) => {
  expect(identitiesOfServer(server)).toEqual([]);
});

test('a listing with thousands of offers stays small', () => {
  const packages = Array.from({ length: 5_000 }, (_each, at) => ({
    ...pypi,
    purl: `pkg:pypi/${at}-${'x'.repeat(at)}`,
  }));

  const identities = identitiesInSources({ server: found({ packages }), listings: [] });

  expect(identities).toHaveLength(40);
});
