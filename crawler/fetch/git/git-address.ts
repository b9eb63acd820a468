/** Where a git source lies, and what it is called: checked before git sees any of it. */
import { resolve } from 'node:path';
import { PackageURL } from 'packageurl-js';
import { findHidden } from '../../../schema/hidden-characters.ts';

export type GitAddress = { kind: 'url'; url: string; followRedirects: boolean } | { kind: 'path'; path: string };

// Renamed repositories answer with a redirect there; anywhere else a redirect could lead into a private network.
const redirectingHosts = new Set(['github.com', 'gitlab.com', 'bitbucket.org', 'codeberg.org']);

/** Reads `https://…`, `git+https://…`, `file://…` or a path; relative paths start at the current folder. */
export function parseGitAddress(location: string): GitAddress | { error: string } {
  if (location.trim() === '' || findHidden(location).length > 0 || /[\n\t\r]/.test(location)) {
    return { error: 'the address of the repository is empty or holds characters that cannot be shown' };
  }
  const text = location.replace(/^git\+(?=[a-z]+:\/\/)/, '');
  if (/^file:\/\//.test(text)) return { kind: 'path', path: filePath(text) };
  if (/^https?:\/\//i.test(text)) return parseUrl(text);
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) {
    return { error: 'only https:// and http:// repositories and local folders can be read' };
  }
  if (/^[^/\s]+@[^/:\s]+:/.test(text)) return { error: 'ssh is not used here; give the https:// address instead' };
  return { kind: 'path', path: resolve(text) };
}

function filePath(text: string): string {
  try {
    return resolve(decodeURIComponent(text.slice('file://'.length)));
  } catch {
    return resolve(text.slice('file://'.length));
  }
}

function parseUrl(text: string): GitAddress | { error: string } {
  if (!URL.canParse(text)) return { error: 'the address of the repository is not a URL' };
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') {
    return { error: 'the address holds a name or password; only public repositories are read' };
  }
  if (url.search !== '' || url.hash !== '') return { error: 'the address of a repository has no query or fragment' };
  return { kind: 'url', url: url.href, followRedirects: redirectingHosts.has(url.hostname) };
}

/** A branch, tag, full `refs/…` name or commit hash. Whatever could be an option, a range or a refspec is refused. */
export function isPlainRef(ref: string): boolean {
  if (!/^[A-Za-z0-9][A-Za-z0-9._/+#@-]{0,200}$/.test(ref)) return false;
  return !/\.\.|@\{|\/\/|\/$|\.$|\.lock(\/|$)|(^|\/)\./.test(ref) && !ref.includes('/-');
}

export interface RepositoryIdentity {
  /** A purl without a version. */
  id: string;
  /** The last word of the address: what a person calls it. */
  name: string;
  /** Where a person can look at it. */
  webPage: string | undefined;
}

const forges: ReadonlyMap<string, string> = new Map([
  ['github.com', 'github'],
  ['gitlab.com', 'gitlab'],
  ['bitbucket.org', 'bitbucket'],
]);

/** `https://github.com/Owner/Name.git` → `pkg:github/owner/name`; an ssh or scp-like address names the same repository. */
export function identifyRepository(address: string, subfolder?: string): RepositoryIdentity | undefined {
  const place = splitAddress(address);
  if (place === undefined) return undefined;
  const { host, segments, secure } = place;
  const name = segments.at(-1);
  if (name === undefined || !segments.every(isPlainSegment)) return undefined;
  const type = forges.get(host);
  if (type !== undefined && (segments.length < 2 || (type !== 'gitlab' && segments.length !== 2))) return undefined;
  const path = `${host}/${segments.join('/')}`;
  const id =
    type === undefined
      ? new PackageURL('generic', null, name, null, { vcs_url: `git+https://${path}` }, subfolder ?? null)
      : new PackageURL(type, segments.slice(0, -1).join('/'), name, null, null, subfolder ?? null);
  return { id: id.toString(), name, webPage: secure ? `https://${path}` : undefined };
}

function splitAddress(address: string): { host: string; segments: string[]; secure: boolean } | undefined {
  const scp = /^[\w.-]+@([a-z0-9-]+(?:\.[a-z0-9-]+)+):(?!\/\/)(.+)$/i.exec(address);
  const url = /^(?:git\+)?(https?|ssh|git):\/\//i.test(address) ? address.replace(/^git\+/i, '') : undefined;
  const parsed = url !== undefined && URL.canParse(url) ? new URL(url) : undefined;
  const host = (scp?.[1] ?? parsed?.host ?? '').toLowerCase().replace(/^www\./, '');
  const path = scp?.[2] ?? parsed?.pathname ?? '';
  if (host === '') return undefined;
  const segments = path
    .replace(/(\.git)?\/*$/, '')
    .split('/')
    .filter((segment) => segment !== '');
  return { host, segments, secure: parsed?.protocol !== 'http:' };
}

/** A folder of this machine that names no public home. */
export function identifyFolder(path: string, subfolder?: string): RepositoryIdentity {
  const words = path.split(/[\\/]+/).filter((word) => word !== '' && word !== '.git');
  const name = (words.at(-1) ?? 'folder').replace(/\.git$/, '') || 'folder';
  return {
    id: new PackageURL('generic', null, name, null, null, subfolder ?? null).toString(),
    name,
    webPage: undefined,
  };
}

function isPlainSegment(segment: string): boolean {
  return /^[\w.~-]+$/.test(segment) && segment !== '.' && segment !== '..';
}
