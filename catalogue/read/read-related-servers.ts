/** Servers that look related to one: by what they are known by, and by the tools they offer. A likeness merges nothing. */
import type { Kysely } from 'kysely';
import type { IdentityKind } from '../../schema/server-identity.ts';
import type { RegistryName, RelatedServer, RelatedServers, SimilarServer } from '../records.ts';
import type { Tables } from '../tables.ts';

const most = 12;
/** Fewer tools in common than this may be chance: `echo`, `ping`. */
const fewestAlike = 3;
const shareAlike = 0.6;

/** Each server once, under the strongest of the ways in which it is related. */
export async function readRelatedServers(db: Kysely<Tables>, serverId: string): Promise<RelatedServers> {
  const taken = new Set([serverId]);
  const takeNew = <Server extends RelatedServer>(servers: readonly Server[]): Server[] =>
    servers.filter(({ id }) => taken.size < taken.add(id).size).slice(0, most);
  return {
    registryNames: await readRegistryNames(db, serverId),
    sameOffer: takeNew(await readSharing(db, serverId, 'offer')),
    sameTools: takeNew(await readSimilar(db, serverId)),
    sameRepository: takeNew(await readSharing(db, serverId, 'repository')),
    sameName: takeNew(await readSharing(db, serverId, 'name')),
  };
}

/** Servers that are known by something that this one is known by, or that are that very thing, such as its repository. */
async function readSharing(db: Kysely<Tables>, serverId: string, kind: IdentityKind): Promise<RelatedServer[]> {
  const own = await db
    .selectFrom('server_links')
    .select('other_id')
    .where('server_id', '=', serverId)
    .where('kind', '=', kind)
    .execute();
  const values = [...new Set([...own.map((row) => row.other_id), ...(kind === 'name' ? [] : [serverId])])];
  const sharing = db
    .selectFrom('server_links')
    .select('server_id')
    .where('kind', '=', kind)
    .where('other_id', 'in', values);
  return db
    .selectFrom('servers')
    .select(['id', 'address', 'title'])
    .where('id', '<>', serverId)
    .where((eb) => eb.or([eb('id', 'in', sharing), ...(kind === 'name' ? [] : [eb('id', 'in', values)])]))
    .orderBy('address')
    .limit(most * 3)
    .execute();
}

/** Proof is only where both say it: the registry that lists the package, and the package that names itself. */
async function readRegistryNames(db: Kysely<Tables>, serverId: string): Promise<RegistryName[]> {
  const rows = await db
    .selectFrom('server_links')
    .select(['other_id', 'said_by'])
    .where('server_id', '=', serverId)
    .where('kind', '=', 'listing')
    .orderBy('other_id')
    .execute();
  const names = [...Map.groupBy(rows, (row) => row.other_id)].slice(0, most);
  return Promise.all(
    names.map(async ([name, said]) => {
      const own = said.some((row) => row.said_by === 'server');
      const listed = said.some((row) => row.said_by !== 'server');
      return {
        name,
        saidBy: own && listed ? ('both' as const) : own ? ('server' as const) : ('registry' as const),
        others: await readBearers(db, serverId, name),
      };
    }),
  );
}

function readBearers(db: Kysely<Tables>, serverId: string, name: string): Promise<RelatedServer[]> {
  return db
    .selectFrom('servers')
    .innerJoin('server_links', 'server_links.server_id', 'servers.id')
    .select(['servers.id', 'servers.address', 'servers.title'])
    .distinct()
    .where('server_links.kind', '=', 'listing')
    .where('server_links.other_id', '=', name)
    .where('servers.id', '<>', serverId)
    .orderBy('servers.address')
    .limit(most)
    .execute();
}

/** Most tools of the smaller of the two are word for word those of the other. */
async function readSimilar(db: Kysely<Tables>, serverId: string): Promise<SimilarServer[]> {
  const rows = await db
    .selectFrom('tools as own')
    .innerJoin('tools as other', 'other.definition_hash', 'own.definition_hash')
    .innerJoin('servers', 'servers.id', 'other.server_id')
    .select(['servers.id', 'servers.address', 'servers.title', 'servers.tool_count'])
    .select((eb) => eb.fn.count<number | string>('own.tool_id').distinct().as('shared'))
    .where('own.server_id', '=', serverId)
    .where('other.server_id', '<>', serverId)
    .groupBy(['servers.id', 'servers.address', 'servers.title', 'servers.tool_count'])
    .having((eb) => eb.fn.count('own.tool_id').distinct(), '>=', fewestAlike)
    .orderBy('shared', 'desc')
    .orderBy('servers.address')
    .limit(most * 3)
    .execute();
  const own = await db.selectFrom('servers').select('tool_count').where('id', '=', serverId).executeTakeFirst();
  return rows
    .map(({ id, address, title, tool_count: tools, shared }) => ({ id, address, title, tools, shared: Number(shared) }))
    .filter(({ shared, tools }) => shared >= Math.min(tools, own?.tool_count ?? 0) * shareAlike);
}
