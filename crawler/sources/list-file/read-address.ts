/** An address or a name in a list → the server it stands for. */
import { PackageURL } from 'packageurl-js';
import { splitNpmSpec } from '../../npm-name.ts';
import { splitPypiSpec } from '../../pypi-name.ts';
import type { FoundPackage, FoundRepository } from '../found-server.ts';
import { identifyPackage, identifySource, type PackageIdentity, packageKinds } from '../identity.ts';

export type ListedSubject =
  | { id: string; name: string; found: FoundPackage }
  | { id: string; name: string; repository: FoundRepository };

/** Pages of a forge that are nobody's repository. */
const forgePages: ReadonlySet<string> = new Set(
  'about apps blog collections contact customer-stories enterprise explore features issues login marketplace notifications orgs pricing pulls search security settings signup sponsors stars team topics trending users'.split(
    ' ',
  ),
);

export function readAddress(address: string): ListedSubject | undefined {
  const named = /^(npm|pypi|oci):(.+)$/.exec(address);
  if (named?.[1] === 'npm') return makePackage(identifyPackage('npm', splitNpmSpec(named[2] ?? '').name), named[2]);
  if (named?.[1] === 'pypi') return makePackage(identifyPackage('pypi', splitPypiSpec(named[2] ?? '').name), named[2]);
  if (named?.[1] === 'oci') return makePackage(identifyPackage('oci', named[2] ?? ''), named[2]);
  if (address.startsWith('pkg:')) return readPurl(address);
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  const segments = url.pathname
    .split('/')
    .filter((segment) => segment !== '')
    .map(decode);
  const host = url.hostname.replace(/^www\./, '');
  switch (host) {
    case 'github.com':
      return readGithub(segments);
    case 'gitlab.com':
    case 'bitbucket.org':
    case 'codeberg.org':
      return readForge(host, segments);
    case 'npmjs.com':
      return segments[0] === 'package' ? readNpm(segments.slice(1)) : undefined;
    case 'pypi.org':
      return segments[0] === 'project'
        ? makePackage(identifyPackage('pypi', segments[1] ?? ''), segments[1])
        : undefined;
    case 'hub.docker.com':
      return segments[0] === 'r'
        ? makePackage(identifyPackage('oci', segments.slice(1, 3).join('/')), segments[2])
        : undefined;
    default:
      return undefined;
  }
}

/** `/owner/name`, and `/owner/name/tree/<ref>/<folder>` where a repository holds several servers. Other pages of it are not the server. */
function readGithub([owner = '', name = '', page, _ref, ...folder]: string[]): ListedSubject | undefined {
  if (owner === '' || name === '' || forgePages.has(owner.toLowerCase())) return undefined;
  if (page !== undefined && page !== 'tree' && page !== 'blob') return undefined;
  const isFile = page === 'blob';
  const inner = (isFile ? folder.slice(0, -1) : folder).join('/');
  return makeRepository(`https://github.com/${owner}/${name}`, inner === '' ? undefined : inner);
}

function readForge(host: string, segments: string[]): ListedSubject | undefined {
  const end = segments.findIndex((segment) => segment === '-' || segment === 'src' || segment === 'tree');
  const path = end === -1 ? segments : segments.slice(0, end);
  if (path.length < 2 || forgePages.has(path[0]?.toLowerCase() ?? '')) return undefined;
  return makeRepository(`https://${host}/${path.join('/')}`, undefined);
}

function readNpm([first = '', second = '']: string[]): ListedSubject | undefined {
  const name = first.startsWith('@') ? `${first}/${second}` : first;
  return makePackage(identifyPackage('npm', name), name);
}

function readPurl(text: string): ListedSubject | undefined {
  let purl: PackageURL;
  try {
    purl = PackageURL.fromString(text);
  } catch {
    return undefined;
  }
  const name = [purl.namespace, purl.name].filter(Boolean).join('/');
  if (purl.type === 'github') return makeRepository(`https://github.com/${name}`, purl.subpath ?? undefined);
  const kind = packageKinds.find((each) => each === purl.type);
  const image = purl.qualifiers?.repository_url;
  const identifier = kind === 'oci' && typeof image === 'string' ? image : name;
  return kind === undefined ? undefined : makePackage(identifyPackage(kind, identifier), name);
}

function makePackage(identity: PackageIdentity | undefined, name: string | undefined): ListedSubject | undefined {
  if (identity === undefined) return undefined;
  const { purl, version } = identity;
  const found: FoundPackage = {
    purl,
    ...(version === undefined ? {} : { version }),
    transport: 'stdio',
    runtimeArguments: [],
    packageArguments: [],
    environment: [],
  };
  return { id: purl, name: name ?? purl, found };
}

function makeRepository(address: string, subfolder: string | undefined): ListedSubject | undefined {
  const repository = identifySource(address, subfolder);
  if (repository === undefined) return undefined;
  return { id: repository.id, name: repository.url.split('/').slice(3).join('/'), repository };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
