/**
 * What several sources list, as one list: the same identity is one server, told of by each. Servers that look related are linked and
 * stay two, since a copy under another owner is another server whatever it calls itself.
 */
import type { FoundServer } from './found-server.ts';
import { linkServers, type ServerLink } from './link-servers.ts';

export interface Listing {
  source: string;
  listedAs: string;
}

export interface CombinedServer {
  /** As the source that says most tells it. */
  server: FoundServer;
  listings: Listing[];
}

export interface CombinedServers {
  servers: CombinedServer[];
  links: ServerLink[];
}

export function combineServers(found: readonly FoundServer[]): CombinedServers {
  const byId = new Map<string, CombinedServer>();
  for (const server of found) {
    const known = byId.get(server.id);
    const listing = { source: server.source, listedAs: server.listedAs };
    if (known === undefined) byId.set(server.id, { server, listings: [listing] });
    else {
      known.listings.push(listing);
      if (countWords(server) > countWords(known.server)) known.server = server;
    }
  }
  const servers = [...byId.values()];
  return { servers, links: linkServers(servers.map(({ server }) => server)) };
}

/** How much a source says of a server: what is declared by its publisher outweighs a line in a list. */
function countWords({ packages, remotes, repository, description, title, version }: FoundServer): number {
  const declared = packages.flatMap(({ packageArguments, environment }) => [
    ...packageArguments,
    ...environment,
  ]).length;
  const told = [repository, description, title, version].filter((part) => part !== undefined).length;
  return declared * 2 + packages.length + remotes.length + told;
}
