/** What a server is known by besides its own id: as the sources tell it, and as it tells of itself. */
import type { ServerIdentity } from '../../schema/server-identity.ts';
import type { Server } from '../../schema/snapshot.ts';
import type { CombinedServer } from './combine-servers.ts';
import { identifySource } from './identity.ts';
import { ownName } from './link-servers.ts';

const most = 40;
const longest = 500;

export function identitiesInSources({ server, listings }: CombinedServer): ServerIdentity[] {
  const { source, packages, remotes, repository } = server;
  const offers = [...packages.map(({ purl }) => purl), ...remotes.map(({ url }) => url)];
  return tidy([
    ...listings
      .filter((listing) => listing.source === 'mcp-registry')
      .map(({ listedAs }) => ({ kind: 'listing' as const, value: listedAs, saidBy: 'mcp-registry' })),
    ...(repository === undefined ? [] : [{ kind: 'repository' as const, value: repository.id, saidBy: source }]),
    ...offers.map((value) => ({ kind: 'offer' as const, value, saidBy: source })),
  ]);
}

/** From what it says of itself, and from its own id. */
export function identitiesOfServer({ id, repository, registryName }: Server): ServerIdentity[] {
  const source = repository === undefined ? undefined : identifySource(repository);
  const name = ownName(id);
  return tidy([
    ...(registryName === undefined ? [] : [{ kind: 'listing' as const, value: registryName, saidBy: 'server' }]),
    ...(source === undefined ? [] : [{ kind: 'repository' as const, value: source.id, saidBy: 'server' }]),
    ...(name === undefined ? [] : [{ kind: 'name' as const, value: name, saidBy: 'server' }]),
  ]);
}

/** Each once, no longer and no more than a store should hold of one server. */
function tidy(identities: readonly ServerIdentity[]): ServerIdentity[] {
  const distinct = new Map(identities.map((one) => [JSON.stringify([one.kind, one.value, one.saidBy]), one]));
  return [...distinct.values()].filter(({ value }) => value.length <= longest && value.isWellFormed()).slice(0, most);
}
