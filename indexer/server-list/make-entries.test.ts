import fc from 'fast-check';
import { expect, test } from 'vitest';
import { combineServers } from '../../crawler/sources/combine-servers.ts';
import type { FoundPackage, FoundServer } from '../../crawler/sources/found-server.ts';
import { parseTarget } from '../../crawler/target.ts';
import { ServerEntry } from '../../schema/server-entry.ts';
import { ServerIdentity } from '../../schema/server-identity.ts';
import { makeEntries } from './make-entries.ts';

function server(id: string, parts: Partial<FoundServer> = {}): FoundServer {
  return { id, source: 'mcp-registry', listedAs: id, name: id, status: 'active', packages: [], remotes: [], ...parts };
}

function pack(purl: string): FoundPackage {
  return { purl, transport: 'stdio', runtimeArguments: [], packageArguments: [], environment: [] };
}

function remote(url: string) {
  return { url, transport: 'streamable-http' as const, headers: [] };
}

function make(servers: FoundServer[]) {
  return makeEntries(combineServers(servers).servers, new Set(['client-config']));
}

const repository = {
  id: 'pkg:github/acme/mono#packages/a',
  url: 'https://github.com/acme/mono',
  subfolder: 'packages/a',
};

test.each([
  ['an npm package', { packages: [pack('pkg:pypi/a'), pack('pkg:npm/%40acme/notes')], repository }, 'npm:@acme/notes'],
  ['a Python package', { packages: [pack('pkg:oci/a'), pack('pkg:pypi/acme-notes')], repository }, 'pypi:acme-notes'],
  ['an endpoint', { remotes: [remote('https://a.example/mcp')], repository }, 'https://a.example/mcp'],
  [
    'the repository of a package of another kind',
    { packages: [pack('pkg:nuget/a')], repository },
    'git:https://github.com/acme/mono.git#:packages/a',
  ],
  [
    'the repository where the endpoint wants filling in',
    { remotes: [remote('https://{tenant}.example/mcp')], repository },
    'git:https://github.com/acme/mono.git#:packages/a',
  ],
  ['a purl where there is nothing else', { packages: [pack('pkg:nuget/a')] }, 'pkg:nuget/a'],
  [
    'a purl rather than a repository at any address',
    { packages: [pack('pkg:nuget/a')], repository: { id: 'x', url: 'https://10.0.0.1/a/b' } },
    'pkg:nuget/a',
  ],
  [
    'a container image, in the version that is listed',
    { packages: [{ ...pack('pkg:oci/a?repository_url=r.example%2Facme%2Fa'), version: '1.0' }] },
    'oci:r.example/acme/a:1.0',
  ],
  [
    'an image of no version',
    { packages: [pack('pkg:oci/a?repository_url=r.example%2Facme%2Fa')] },
    'oci:r.example/acme/a',
  ],
])('reads %s', (_what, parts, source) => {
  const { entries } = make([server('x', parts)]);

  expect(entries.map((entry) => entry.source)).toEqual([source]);
});

test('marks what no person typed, and what one did not', () => {
  const strange = server('https://a.example/', { remotes: [remote('https://a.example/')] });
  const own = server('http://10.0.0.1/', { source: 'client-config', remotes: [remote('http://10.0.0.1/')] });

  const { entries } = make([strange, own, { ...strange, id: own.id, remotes: own.remotes }]);

  expect(entries.map(({ identities: _known, ...entry }) => entry)).toEqual([
    { id: 'a-example', title: 'https://a.example/', source: 'https://a.example/', foundIn: 'mcp-registry' },
    { id: '10-0-0-1', title: 'http://10.0.0.1/', source: 'http://10.0.0.1/' },
  ]);
});

test('keeps what sources know a server by, and nothing of what a person has configured', () => {
  const listed = server('pkg:npm/a', { listedAs: 'io.acme/a', packages: [pack('pkg:npm/a')] });
  const own = server('http://10.0.0.1/', { source: 'client-config', remotes: [remote('http://10.0.0.1/')] });

  const { entries } = make([listed, own]);

  expect(entries.map(({ identities }) => identities)).toEqual([
    [
      { kind: 'listing', value: 'io.acme/a', saidBy: 'mcp-registry' },
      { kind: 'offer', value: 'pkg:npm/a', saidBy: 'mcp-registry' },
    ],
    undefined,
  ]);
});

test('leaves out what is read from the same place and what cannot be looked at, and says why', () => {
  const { entries, leftOut } = make([
    server('a', { packages: [pack('pkg:nuget/a')], repository }),
    server('b', { packages: [pack('pkg:nuget/b')], repository }),
    server('config:cursor//c', { source: 'client-config' }),
  ]);

  expect(entries).toHaveLength(1);
  expect(leftOut).toEqual([
    { listedAs: 'b', reason: expect.stringContaining('as acme-mono-packages-a is') },
    { listedAs: 'config:cursor//c', reason: expect.stringContaining('a program') },
  ]);
});

test('ids are unique, also among the entries before, and stay the same when others come', () => {
  const one = server('1', { packages: [pack('pkg:npm/%40acme/notes')] });
  const other = server('2', { packages: [pack('pkg:npm/acme-notes')] });
  const before = [{ id: 'acme-notes', title: 'Ours', source: 'npm:ours' }];

  const ids = (servers: FoundServer[]) =>
    makeEntries(combineServers(servers).servers, new Set(), before).entries.map(({ id }) => id);

  expect(ids([one, other])).toEqual([...ids([one]), ...ids([other])]);
  expect(new Set([...ids([one, other]), 'acme-notes']).size).toBe(3);
});

test('whatever a source says, its entries are entries', () => {
  const parts = fc.record({
    title: fc.string({ unit: 'binary' }),
    remotes: fc.array(fc.webUrl().map(remote), { maxLength: 2 }),
    packages: fc.array(fc.constantFrom('pkg:npm/a', 'pkg:pypi/b', 'pkg:oci/c').map(pack), { maxLength: 2 }),
  });
  fc.assert(
    fc.property(fc.array(parts), (all) => {
      const { entries } = make(all.map((each, index) => server(`s${index}`, each)));

      for (const { foundIn, identities = [], ...entry } of entries) {
        expect(ServerIdentity.array().safeParse(identities).success).toBe(true);
        expect(foundIn).toBe('mcp-registry');
        expect(ServerEntry.safeParse(entry).success).toBe(true);
        if (!entry.source.startsWith('pkg:')) expect(parseTarget(entry.source, '/')).not.toHaveProperty('error');
      }
      expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    }),
  );
});
