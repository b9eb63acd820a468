/** Notes what a server is known by, so that those with something in common can be shown beside each other. */
import type { Catalogue } from '../catalogue/index.ts';
import { identitiesOfServer } from '../crawler/sources/server-identities.ts';
import type { RunEntry } from '../schema/server-entry.ts';
import type { Server } from '../schema/snapshot.ts';

/** `server` is undefined where nothing was learnt of it now; what it said before then stands. */
export async function noteIdentities(
  catalogue: Catalogue,
  serverId: string,
  { identities = [] }: RunEntry,
  server: Server | undefined,
): Promise<void> {
  const own = server === undefined ? [] : identitiesOfServer(server);
  const speakers = server === undefined ? [] : ['server'];
  if (identities.length + speakers.length > 0)
    await catalogue.storeIdentities(serverId, [...identities, ...own], speakers);
}
