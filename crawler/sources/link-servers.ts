/** Which servers look related: the same one elsewhere, renamed, or copied. A link says what was seen and merges nothing. */
import type { FoundServer } from './found-server.ts';

export const linkKinds = {
  'same-repository': 'come from one repository',
  'also-offered-as': 'are offered by one publisher as the same server',
  'same-listing': 'are listed under one name, now or before',
  'same-name': 'bear one name under different owners',
} as const;
export type LinkKind = keyof typeof linkKinds;

export interface ServerLink {
  kind: LinkKind;
  /** Identities; the first is the one that was listed first. */
  servers: [string, string];
  /** What both have. */
  because: string;
}

/** Names that say nothing but what kind of thing it is. */
const commonNames: ReadonlySet<string> = new Set([
  'mcp',
  'server',
  'mcp-server',
  'server-mcp',
  'mcp-servers',
  'index',
  'main',
]);

/** In a group each server is linked to the first one, so that a hundred in one repository are a hundred links. */
export function linkServers(servers: readonly FoundServer[]): ServerLink[] {
  const links: ServerLink[] = [];
  const linked = new Set<string>();
  const groups = new Map<string, string>();
  const join = (kind: LinkKind, because: string, id: string) => {
    const group = `${kind}\n${because}`;
    const first = groups.get(group);
    if (first === undefined) groups.set(group, id);
    else if (first !== id && !linked.has(`${first}\n${id}`)) {
      linked.add(`${first}\n${id}`);
      links.push({ kind, servers: [first, id], because });
    }
  };
  for (const server of servers) {
    for (const address of [server.id, ...offersOf(server)]) join('also-offered-as', address, server.id);
    if (server.source === 'mcp-registry') join('same-listing', server.listedAs, server.id);
    const repository = server.repository?.id;
    if (repository !== undefined) join('same-repository', repository, server.id);
    const name = ownName(server.id);
    if (name !== undefined) join('same-name', name, server.id);
  }
  return links;
}

function offersOf({ packages, remotes }: FoundServer): string[] {
  return [...packages.map(({ purl }) => purl), ...remotes.map(({ url }) => url)];
}

/** The last part of a package's or a repository's name, without what every server is called. */
export function ownName(id: string): string | undefined {
  const path = /^pkg:[^/]+\/([^?#]+)/.exec(id)?.[1];
  const last = path?.split('/').at(-1)?.toLowerCase().replace(/[_.]+/g, '-');
  const bare = last?.replace(/^(mcp-server|server|mcp)-|-(mcp-server|server|mcp)$/g, '');
  return bare === undefined || bare.length < 3 || commonNames.has(bare) || /[?#]/.test(id) ? undefined : bare;
}
