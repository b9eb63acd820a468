import { expect, test } from 'vitest';
import type { ServerIdentity } from '../../schema/server-identity.ts';
import type { Catalogue } from '../catalogue.ts';
import { makeLook, withCatalogue } from '../look-for-test.ts';

async function store(catalogue: Catalogue, id: string, tools: string[], identities: ServerIdentity[] = []) {
  await catalogue.storeLook(makeLook({ id, entryId: id, tools }));
  await catalogue.storeIdentities(id, identities, ['server']);
}

const is = (kind: ServerIdentity['kind'], value: string, saidBy = 'server'): ServerIdentity => ({
  kind,
  value,
  saidBy,
});
const quay = 'pkg:npm/quay';
const copy = 'pkg:npm/%40evil/quay';
const source = 'pkg:github/acme/quay';

async function related(catalogue: Catalogue, id: string) {
  const { registryNames, ...lists } = await catalogue.relatedServers(id);
  const ids = Object.entries(lists).map(([list, servers]) => [list, servers.map((server) => server.id)]);
  return { registryNames, ...Object.fromEntries(ids.filter(([, servers]) => servers?.length !== 0)) };
}

test('a package and the repository that it names are shown beside each other', () =>
  withCatalogue(async (catalogue) => {
    await store(catalogue, quay, ['a'], [is('repository', source)]);
    await store(catalogue, source, ['b']);

    expect(await related(catalogue, quay)).toEqual({ registryNames: [], sameRepository: [source] });
    expect(await related(catalogue, source)).toEqual({ registryNames: [], sameRepository: [quay] });
  }));

test('what one publisher offers as one server is told before all weaker ties, and each server once', () =>
  withCatalogue(async (catalogue) => {
    const ties = [is('name', 'quay'), is('repository', source)];
    await store(catalogue, quay, ['a', 'b', 'c'], [...ties, is('offer', 'pkg:pypi/quay', 'mcp-registry')]);
    await store(catalogue, 'pkg:pypi/quay', ['a', 'b', 'c'], ties);
    await store(catalogue, 'pkg:npm/quay-two', ['x'], ties);
    await store(catalogue, copy, ['y'], [is('name', 'quay')]);

    expect(await related(catalogue, quay)).toEqual({
      registryNames: [],
      sameOffer: ['pkg:pypi/quay'],
      sameRepository: ['pkg:npm/quay-two'],
      sameName: [copy],
    });
  }));

test.each([
  ['most tools word for word', ['a', 'b', 'c', 'd', 'e'], ['a', 'b', 'c', 'x'], [copy]],
  ['all of a small server within a large one', ['a', 'b', 'c'], ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], [copy]],
  ['two tools, which may be chance', ['a', 'b'], ['a', 'b'], undefined],
  ['a small part of both', ['a', 'b', 'c', 'd', 'e', 'f'], ['a', 'b', 'c', 'u', 'v', 'w'], undefined],
])('looks like a copy, or not: %s', (_what, own, other, expected) =>
  withCatalogue(async (catalogue) => {
    await store(catalogue, quay, own);
    await store(catalogue, copy, other);

    expect((await related(catalogue, quay)).sameTools).toEqual(expected);
  }),
);

test('a name in the registry is proved only where the registry and the server both say it', () =>
  withCatalogue(async (catalogue) => {
    const name = 'io.acme/quay';
    await store(catalogue, quay, ['a'], [is('listing', name), is('listing', name, 'mcp-registry')]);
    await store(catalogue, copy, ['b'], [is('listing', name)]);
    await store(catalogue, source, ['c'], [is('listing', 'io.acme/other', 'mcp-registry')]);

    const of = async (id: string) => {
      const { registryNames } = await catalogue.relatedServers(id);
      return registryNames.map(({ saidBy, others, ...rest }) => ({
        ...rest,
        saidBy,
        others: others.map((one) => one.id),
      }));
    };
    expect(await of(quay)).toEqual([{ name, saidBy: 'both', others: [copy] }]);
    expect(await of(copy)).toEqual([{ name, saidBy: 'server', others: [quay] }]);
    expect(await of(source)).toEqual([{ name: 'io.acme/other', saidBy: 'registry', others: [] }]);
  }));

test('each that speaks of a server replaces its own word alone', () =>
  withCatalogue(async (catalogue) => {
    await store(catalogue, quay, ['a'], [is('listing', 'io.acme/old'), is('listing', 'io.acme/quay', 'mcp-registry')]);
    await catalogue.storeIdentities(quay, [], ['server']);
    await catalogue.storeIdentities('pkg:npm/unknown', [is('name', 'quay')], []);

    expect((await catalogue.relatedServers(quay)).registryNames).toMatchObject([
      { name: 'io.acme/quay', saidBy: 'registry' },
    ]);
  }));

test('many servers of one repository are a short list', () =>
  withCatalogue(async (catalogue) => {
    for (let at = 0; at < 60; at++) await store(catalogue, `pkg:npm/n${at}`, ['a'], [is('repository', source)]);

    expect((await catalogue.relatedServers('pkg:npm/n0')).sameRepository).toHaveLength(12);
  }));
