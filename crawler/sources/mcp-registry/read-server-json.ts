/** One server.json → a found server, or why there is none. */
import type { FoundPackage, FoundRemote, FoundServer } from '../found-server.ts';
import { chooseIdentity, identifyEndpoint, identifyPackage, identifySource, type PackageKind } from '../identity.ts';
import { ServerJson } from './schema.ts';

export interface Standing {
  status: 'active' | 'deprecated';
  updatedAt: string | undefined;
}

export function readServerJson(value: unknown, { status, updatedAt }: Standing): FoundServer | { malformed: string } {
  const parsed = ServerJson.safeParse(value);
  if (!parsed.success) return { malformed: 'Its server.json has no name that the registry allows.' };
  const { name, title, description, version } = parsed.data;
  const packages = readPackages(parsed.data);
  const remotes = readRemotes(parsed.data);
  const { repository: listed } = parsed.data;
  const repository = listed === undefined ? undefined : identifySource(listed.url, listed.subfolder);
  const id = chooseIdentity(packages, remotes, repository);
  if (id === undefined) return { malformed: 'It names no package, no endpoint and no repository that can be read.' };
  return {
    id,
    source: 'mcp-registry',
    listedAs: name,
    name,
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(version === undefined ? {} : { version }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
    status,
    packages,
    remotes,
    ...(repository === undefined ? {} : { repository }),
  };
}

function readPackages({ packages }: ServerJson): FoundPackage[] {
  return packages.flatMap((listed) => {
    const identity = identifyPackage(listed.registryType, listed.identifier);
    if (identity === undefined || !isAtHome(listed.registryType, listed.registryBaseUrl)) return [];
    const version = listed.version ?? identity.version;
    return [
      {
        purl: identity.purl,
        ...(version === undefined ? {} : { version }),
        transport: listed.transport.type,
        runtimeArguments: listed.runtimeArguments,
        packageArguments: listed.packageArguments,
        environment: listed.environmentVariables,
      },
    ];
  });
}

const homes: Partial<Record<PackageKind, string>> = {
  npm: 'npmjs.org',
  pypi: 'pypi.org',
  nuget: 'nuget.org',
  cargo: 'crates.io',
};

/** A package of another registry is not the one that bears its name in the usual one. */
function isAtHome(kind: PackageKind, base: string | undefined): boolean {
  const home = homes[kind];
  if (base === undefined || home === undefined) return true;
  const host = URL.canParse(base) ? new URL(base).hostname : '';
  return host === home || host.endsWith(`.${home}`);
}

function readRemotes({ remotes }: ServerJson): FoundRemote[] {
  return remotes.flatMap(({ type, url, headers }) => {
    const address = identifyEndpoint(url);
    return address === undefined ? [] : [{ url: address, transport: type, headers }];
  });
}
