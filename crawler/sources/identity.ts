/**
 * One identity for a server whatever source lists it: the purl of its package without a version, else the address of its endpoint,
 * else the purl of its repository. Names are normalised by the rules of their registries; what cannot be a name there has none.
 */
import { PackageURL } from 'packageurl-js';
import { identifyRepository } from '../fetch/git/git-address.ts';
import { parseImageReference } from '../fetch/oci/image-reference.ts';
import { isNpmName } from '../npm-name.ts';
import type { FoundPackage, FoundRemote, FoundRepository } from './found-server.ts';

export const packageKinds = ['npm', 'pypi', 'oci', 'nuget', 'cargo', 'mcpb'] as const;
export type PackageKind = (typeof packageKinds)[number];

export interface PackageIdentity {
  purl: string;
  /** Where the name itself carries one, as an image's does. */
  version?: string;
}

export function identifyPackage(kind: PackageKind, identifier: string): PackageIdentity | undefined {
  if (identifier.length > 500) return undefined;
  switch (kind) {
    case 'npm':
      return isNpmName(identifier) ? { purl: npmPurl(identifier) } : undefined;
    case 'pypi':
      // PEP 503
      return /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i.test(identifier)
        ? { purl: makePurl('pypi', identifier.toLowerCase().replace(/[-_.]+/g, '-')) }
        : undefined;
    case 'nuget':
      return /^[\w.-]{1,100}$/.test(identifier) ? { purl: makePurl('nuget', identifier.toLowerCase()) } : undefined;
    case 'cargo':
      return /^[a-z0-9][\w-]{0,63}$/i.test(identifier) ? { purl: makePurl('cargo', identifier) } : undefined;
    case 'oci':
      return identifyImage(identifier);
    case 'mcpb':
      return identifyBundle(identifier);
  }
}

/** `ghcr.io/acme/notes:1.2` → `pkg:oci/notes?repository_url=ghcr.io/acme/notes`; an image without a host is Docker Hub's. */
function identifyImage(text: string): PackageIdentity | undefined {
  const reference = parseImageReference(text);
  if (reference === undefined) return undefined;
  const { host, repository, version } = reference;
  const name = repository.split('/').at(-1) ?? repository;
  const purl = makePurl('oci', name, { repository_url: `${host}/${repository}` });
  return { purl, ...(version === undefined ? {} : { version }) };
}

/** A bundle is a file at an address, and is known by it. */
function identifyBundle(address: string): PackageIdentity | undefined {
  if (!/^https:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  const file = url.pathname.split('/').at(-1) ?? '';
  const name = /^[\w.%~-]+$/.test(file) ? file : url.hostname;
  return { purl: makePurl('generic', name, { download_url: `${url.origin}${url.pathname}` }) };
}

export function npmPurl(name: string): string {
  const [scope, bare] = name.startsWith('@') ? name.split('/') : [undefined, name];
  return makePurl('npm', bare ?? name, undefined, scope);
}

function makePurl(type: string, name: string, qualifiers?: Record<string, string>, namespace?: string): string {
  return new PackageURL(type, namespace, name, undefined, qualifiers, undefined).toString();
}

/** `https://host/path`: what follows the question mark may be a secret. Undefined for anything but http and https. */
export function identifyEndpoint(address: string): string | undefined {
  if (!/^https?:\/\//i.test(address) || address.length > 2000 || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  // Names to be filled in read the same as the publisher wrote them.
  return `${url.origin}${url.pathname}`.replaceAll('%7B', '{').replaceAll('%7D', '}');
}

export function identifySource(address: string, subfolder?: string): FoundRepository | undefined {
  if (address.length > 500) return undefined;
  const folder =
    subfolder === undefined || !isInnerFolder(subfolder) ? undefined : subfolder.replace(/^\.?\/+|\/+$/g, '');
  const identity = identifyRepository(address, folder === '' ? undefined : folder);
  if (identity?.webPage === undefined) return undefined;
  return { id: identity.id, url: identity.webPage, ...(folder ? { subfolder: folder } : {}) };
}

function isInnerFolder(text: string): boolean {
  return text.length <= 300 && /^[\w./@ -]+$/.test(text) && text.split('/').every((segment) => segment !== '..');
}

const preference = ['pkg:npm/', 'pkg:pypi/', 'pkg:oci/', 'pkg:nuget/', 'pkg:cargo/', 'pkg:'];

/** Undefined where it offers nothing that could be looked at. */
export function chooseIdentity(
  packages: readonly FoundPackage[],
  remotes: readonly FoundRemote[],
  repository: FoundRepository | undefined,
): string | undefined {
  for (const prefix of preference) {
    const found = packages.find(({ purl }) => purl.startsWith(prefix));
    if (found !== undefined) return found.purl;
  }
  return remotes[0]?.url ?? repository?.id;
}
