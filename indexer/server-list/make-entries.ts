/** Servers that sources found → entries to index. What cannot be looked at is left out with a reason. */
import { createHash } from 'node:crypto';
import { PackageURL } from 'packageurl-js';
import type { CombinedServer, Listing } from '../../crawler/sources/combine-servers.ts';
import type { FoundPackage, FoundServer } from '../../crawler/sources/found-server.ts';
import { identitiesInSources } from '../../crawler/sources/server-identities.ts';
import { parseTarget } from '../../crawler/target.ts';
import { showHidden } from '../../schema/hidden-characters.ts';
import type { RunEntry } from '../../schema/server-entry.ts';

export interface MadeEntries {
  entries: RunEntry[];
  leftOut: { listedAs: string; reason: string }[];
}

/** Forges from which a stranger's address may be cloned: git resolves names by itself, and any other could be a private place. */
const forges = /^https:\/\/(github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)\//;

/** `before`: the entries of the same run that stand already. Ids are unique among both. `typed`: the sources whose addresses a person wrote. */
export function makeEntries(
  servers: readonly CombinedServer[],
  typed: ReadonlySet<string>,
  before: readonly RunEntry[] = [],
): MadeEntries {
  const made: MadeEntries = { entries: [], leftOut: [] };
  const sources = new Map(before.map(({ source, id }) => [source, id]));
  const ids = new Set(before.map(({ id }) => id));
  const hasTyped = (listings: readonly Listing[]) => listings.some((listing) => typed.has(listing.source));
  for (const combined of servers) {
    const { server, listings } = combined;
    const source = chooseSource(server);
    const leaveOut = (reason: string) => made.leftOut.push({ listedAs: server.listedAs, reason });
    if (source === undefined) {
      leaveOut('a program of this machine, or an address with names to be filled in');
      continue;
    }
    const twin = sources.get(source);
    if (twin !== undefined) {
      leaveOut(`read from ${source}, as ${twin} is`);
      continue;
    }
    const id = makeId(source, ids);
    sources.set(source, id);
    ids.add(id);
    const stranger = listings.find((listing) => !typed.has(listing.source));
    // A person who listed it typed the address it is known by, and none that a stranger adds to it.
    const isTyped = stranger === undefined || (source === server.id && hasTyped(listings));
    // What a person has configured is nobody else's business.
    const identities = stranger === undefined ? [] : identitiesInSources(combined);
    made.entries.push({
      ...{ id, title: makeTitle(server), source },
      ...(isTyped ? {} : { foundIn: stranger.source }),
      ...(identities.length === 0 ? {} : { identities }),
    });
  }
  return made;
}

/** The way that shows most: a package that can be run, an endpoint, a repository to read; else a purl that says what is missing. */
function chooseSource({ packages, remotes, repository }: FoundServer): string | undefined {
  const npm = packages.find(({ purl }) => purl.startsWith('pkg:npm/'));
  if (npm !== undefined) return `npm:${readNpmName(npm.purl)}`;
  const pypi = packages.find(({ purl }) => purl.startsWith('pkg:pypi/'));
  if (pypi !== undefined) return `pypi:${PackageURL.fromString(pypi.purl).name}`;
  const [first] = packages;
  const remote = remotes.find(({ url }) => !url.includes('{') && isTarget(url));
  if (first === undefined && remote !== undefined) return remote.url;
  if (repository !== undefined && forges.test(`${repository.url}/`)) {
    const git = `git:${repository.url}.git${repository.subfolder === undefined ? '' : `#:${repository.subfolder}`}`;
    if (isTarget(git)) return git;
  }
  const image = packages.find(({ purl }) => purl.startsWith('pkg:oci/'));
  return remote?.url ?? (image === undefined ? first?.purl : writeImage(image));
}

/** With the version that is listed: an image need not have one that is its latest. */
function writeImage({ purl, version }: FoundPackage): string {
  const place = PackageURL.fromString(purl).qualifiers?.repository_url;
  if (typeof place !== 'string') return purl;
  const named = version === undefined ? '' : `${version.startsWith('sha256:') ? '@' : ':'}${version}`;
  return [`oci:${place}${named}`, `oci:${place}`].find(isTarget) ?? purl;
}

function isTarget(text: string): boolean {
  return !('error' in parseTarget(text, '/'));
}

function readNpmName(purl: string): string {
  const { namespace, name } = PackageURL.fromString(purl);
  return [namespace, name].filter(Boolean).join('/');
}

function makeTitle({ title, name }: FoundServer): string {
  const words = showHidden(title ?? name)
    .replace(/\s+/g, ' ')
    .trim();
  return Array.from(words).slice(0, 90).join('') || 'A server without a name';
}

/** Made from what is read, so that it stays the same from run to run whatever a source calls the server. */
function makeId(source: string, taken: ReadonlySet<string>): string {
  const stem = source
    .replace(/^(npm:|pypi:|oci:[^/]+\/|git:https:\/\/[^/]+\/|https?:\/\/|pkg:)/, '')
    .replace(/\.git(?=#|$)/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  if (stem !== '' && !taken.has(stem)) return stem;
  const digest = createHash('sha256').update(source).digest('hex');
  return `${stem || 'server'}-${digest.slice(0, 8)}`;
}
