/** The name of an image: `HOST/PATH[:TAG][@DIGEST]`, and the short forms that Docker made usual. */

export interface ImageReference {
  /** With its port, where it has one. */
  host: string;
  /** `acme/notes` */
  repository: string;
  /** A tag, or `sha256:…`; where neither is named it is the tag `latest`. */
  version: string | undefined;
}

/**
 * A name without a host is Docker Hub's, and one without a folder is in its `library` (distribution/reference, “familiar names”); its
 * API answers at another host than its names say (Docker Hub API).
 */
const defaultHost = 'docker.io';
const hosts: Readonly<Record<string, string>> = {
  'docker.io': 'registry-1.docker.io',
  'index.docker.io': 'registry-1.docker.io',
};
const defaultFolder = 'library';

// distribution-spec, “pulling manifests”; the host as in a URL.
const host = /^(?:[a-z0-9](?:[a-z0-9-]{0,62})(?:\.[a-z0-9][a-z0-9-]{0,62})*|\[[0-9a-f:]+\])(?::\d{1,5})?$/i;
const path = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const tag = /^\w[\w.-]{0,127}$/;
const digest = /^sha256:[0-9a-f]{64}$/;

/** Undefined for what no image can be called. Where there is both a tag and a digest, the digest counts. */
export function parseImageReference(text: string): ImageReference | undefined {
  if (text.length > 400) return undefined;
  const [named = '', pinned, ...more] = text.split('@');
  const [, name = '', tagged] = /^(.+?)(?::([^/:]*))?$/.exec(named) ?? [];
  // Names are in small letters, and tags are not.
  const segments = name.toLowerCase().split('/');
  const [first = ''] = segments;
  const hasHost = segments.length > 1 && (/[.:]/.test(first) || first === 'localhost');
  const rest = hasHost ? segments.slice(1) : segments;
  const known = hasHost ? first : defaultHost;
  const repository = (known === defaultHost && rest.length === 1 ? [defaultFolder, ...rest] : rest).join('/');
  const version = pinned ?? tagged;
  if (more.length > 0 || !host.test(known) || repository.length > 255 || !path.test(repository)) return undefined;
  if (tagged !== undefined && !tag.test(tagged)) return undefined;
  if (pinned !== undefined && !digest.test(pinned)) return undefined;
  return { host: known, repository, version };
}

export function isDigest(version: string | undefined): version is string {
  return version !== undefined && digest.test(version);
}

/** What its manifest is asked for by. */
export function nameVersion({ version }: ImageReference): string {
  return version ?? 'latest';
}

export function formatImageReference({ host, repository, version }: ImageReference): string {
  const written = version === undefined ? '' : `${isDigest(version) ? '@' : ':'}${version}`;
  return `${host}/${repository}${written}`;
}

/** Where its registry's API answers. This machine itself is asked without encryption, as container engines do. */
export function registryAddress({ host }: ImageReference): string {
  const answering = hosts[host] ?? host;
  const isHere = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/.test(answering);
  return `${isHere ? 'http' : 'https'}://${answering}`;
}
