/** Links out of the catalogue. Addresses come from servers, so only plain web addresses become links. */

/** The address where it is http or https and names a host, without credentials; undefined otherwise. */
export function webAddress(text: string | undefined): string | undefined {
  if (text === undefined || text.length > 2000) return undefined;
  const cleaned = text.trim().replace(/^git\+/, '');
  const url = URL.parse(cleaned);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.username || url.password) return undefined;
  return url.href;
}

/** `owner/name` of a repository on GitHub, from its address or from a `pkg:github/…` purl. */
export function githubRepository(text: string | undefined): string | undefined {
  const pattern =
    /^(?:(?:git\+)?https?:\/\/(?:www\.)?github\.com\/|pkg:github\/|git@github\.com:)([\w.-]+)\/([\w.-]+?)(?:\.git)?(?:[/#?@].*)?$/;
  const match = pattern.exec(text?.trim() ?? '');
  const [, owner, name] = match ?? [];
  return owner && name && !/^\.+$/.test(owner) && !/^\.+$/.test(name) ? `${owner}/${name}` : undefined;
}

/** A file of a GitHub repository at a commit and line; undefined where the commit is not known. */
export function sourceLink(
  repository: string | undefined,
  commit: string | undefined,
  file: string,
  line: number | undefined,
): string | undefined {
  const slug = githubRepository(repository);
  if (slug === undefined || !/^[0-9a-f]{40}$/.test(commit ?? '')) return undefined;
  const path = file.split('/').map(encodeURIComponent);
  if (path.some((part) => part === '' || part === '.' || part === '..')) return undefined;
  return `https://github.com/${slug}/blob/${commit}/${path.join('/')}${line === undefined ? '' : `#L${line}`}`;
}

/** A published package's own page at its registry. */
export function packageLink(purl: string, version: string | undefined): string | undefined {
  const [, type, path] = /^pkg:(npm|pypi)\/([\w.%@/-]+)$/.exec(purl) ?? [];
  if (!type || !path) return undefined;
  const name = path.replace(/^%40/, '@');
  if (name.includes('%') || name.split('/').some((part) => /^\.*$/.test(part))) return undefined;
  const known = version !== undefined && /^[\w.+-]+$/.test(version) ? version : undefined;
  if (type === 'pypi') return `https://pypi.org/project/${name}/${known ? `${known}/` : ''}`;
  return `https://www.npmjs.com/package/${name}${known ? `/v/${known}` : ''}`;
}
