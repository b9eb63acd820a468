/** What a person asks to look at. The forms are those of `plimsoll inspect`; anything that looks like an option or a trick is refused. */
import path from 'node:path';
import { PackageURL } from 'packageurl-js';
import { showHidden } from '../schema/hidden-characters.ts';
import { formatImageReference, type ImageReference, parseImageReference } from './fetch/oci/image-reference.ts';
import { parseGitTarget } from './git-target.ts';
import { isNpmName, isNpmVersion, splitNpmSpec } from './npm-name.ts';
import { isPypiName, isPypiVersion, splitPypiSpec } from './pypi-name.ts';

export type Target =
  | { kind: 'npm'; name: string; version: string | undefined }
  | { kind: 'pypi'; name: string; version: string | undefined }
  | { kind: 'oci'; image: ImageReference }
  | { kind: 'git'; location: string; ref: string | undefined; subfolder: string | undefined }
  | { kind: 'tools'; file: string }
  | { kind: 'command'; command: string; args: string[] }
  | { kind: 'http'; url: string };

/** Whether what it stands for has a revision that can be asked for without looking at it whole. */
export function hasRevision({ kind }: Target): boolean {
  return kind === 'npm' || kind === 'pypi' || kind === 'oci' || kind === 'git';
}

export interface TargetError {
  /** One line for a person. */
  error: string;
}

const forms =
  'npm:NAME[@VERSION], pypi:NAME[@VERSION], oci:IMAGE[:TAG|@DIGEST], git:URL|PATH[#REF[:FOLDER]], tools:FILE, http(s)://…, a purl, or -- COMMAND';

/** `base` is the folder that relative paths start at. */
export function parseTarget(text: string, base: string): Target | TargetError {
  if (text === '') return { error: `no target given; it is one of ${forms}` };
  if (text.length > 2000) return { error: 'the target is longer than 2,000 characters' };
  if (/[\u0000-\u001f\u007f]/.test(text)) return { error: `the target holds control characters: ${quote(text)}` };
  if (text.startsWith('npm:')) return parseNpm(text.slice(4));
  if (text.startsWith('pypi:')) return parsePypi(text.slice(5));
  if (text.startsWith('oci:')) return parseOci(text.slice(4));
  if (text.startsWith('git:') && !text.startsWith('git://')) return parseGitTarget(text.slice(4), base);
  if (text.startsWith('tools:')) return parseToolsFile(text.slice(6), base);
  if (text.startsWith('pkg:')) return parsePurl(text, base);
  if (/^https?:/i.test(text)) return parseEndpoint(text);
  return { error: `${quote(text)} is not a target; it is one of ${forms}` };
}

/** The form a target is written in: what `parseTarget` reads. A file is named without its folder, a command without its arguments. */
export function formatTarget(target: Target): string {
  switch (target.kind) {
    case 'npm':
    case 'pypi':
      return `${target.kind}:${target.name}${target.version === undefined ? '' : `@${target.version}`}`;
    case 'oci':
      return `oci:${formatImageReference(target.image)}`;
    case 'git': {
      const subfolder = target.subfolder === undefined ? '' : `:${target.subfolder}`;
      const ref = target.ref === undefined && subfolder === '' ? '' : `#${target.ref ?? ''}`;
      return `git:${target.location}${ref}${subfolder}`;
    }
    case 'tools':
      return `tools:${path.basename(target.file)}`;
    case 'command':
      return `-- ${path.basename(target.command)}`;
    case 'http':
      return target.url;
  }
}

function parseNpm(text: string): Target | TargetError {
  const { name, version } = splitNpmSpec(text);
  if (!isNpmName(name)) return { error: `${quote(name)} is not a name an npm package can have` };
  if (version !== undefined && !isNpmVersion(version)) {
    return { error: `${quote(version)} is not a version, a simple range or a tag of an npm package` };
  }
  return { kind: 'npm', name, version };
}

function parsePypi(text: string): Target | TargetError {
  const { name, version } = splitPypiSpec(text);
  if (!isPypiName(name)) return { error: `${quote(name)} is not a name a Python package can have` };
  if (version !== undefined && !isPypiVersion(version)) {
    return { error: `${quote(version)} is not a version of a Python package` };
  }
  return { kind: 'pypi', name, version };
}

function parseOci(text: string): Target | TargetError {
  const image = parseImageReference(text);
  return image === undefined ? { error: `${quote(text)} is not a name an image can have` } : { kind: 'oci', image };
}

function parseToolsFile(file: string, base: string): Target | TargetError {
  return file === '' ? { error: 'tools: needs a file' } : { kind: 'tools', file: path.resolve(base, file) };
}

function parseEndpoint(text: string): Target | TargetError {
  if (!URL.canParse(text)) return { error: `${quote(text)} is not a URL` };
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') {
    return { error: 'a URL with a user name or password in it is refused; credentials go into a header' };
  }
  return { kind: 'http', url: url.href };
}

function parsePurl(text: string, base: string): Target | TargetError {
  let purl: PackageURL;
  try {
    purl = PackageURL.fromString(text);
  } catch {
    return { error: `${quote(text)} is not a package URL (purl)` };
  }
  const name = [purl.namespace, purl.name].filter(Boolean).join('/');
  if (purl.type === 'npm') return parseNpm(purl.version ? `${name}@${purl.version}` : name);
  if (purl.type === 'pypi') return parsePypi(purl.version ? `${name}@${purl.version}` : name);
  if (purl.type === 'oci') return parseOci(writeImageName(purl));
  if (purl.type === 'github') {
    const place = `${purl.version ?? ''}${purl.subpath ? `:${purl.subpath}` : ''}`;
    return parseGitTarget(`https://github.com/${name}.git${place === '' ? '' : `#${place}`}`, base);
  }
  return { error: `packages of type ${quote(purl.type)} cannot be looked at; npm, pypi, oci and github can` };
}

/** The registry stands among the qualifiers, and so does a tag; the version is a digest (purl-spec, type oci). */
function writeImageName({ name, version, qualifiers }: PackageURL): string {
  const repository = qualifiers?.repository_url;
  const tag = qualifiers?.tag;
  const image = typeof repository === 'string' ? repository.replace(/^https?:\/\//, '') : name;
  if (version) return `${image}${version.includes(':') ? '@' : ':'}${version}`;
  return typeof tag === 'string' ? `${image}:${tag}` : image;
}

function quote(text: string): string {
  const shown = showHidden(text).replaceAll('\n', '⟨U+000A⟩').replaceAll('\t', '⟨U+0009⟩');
  return `"${shown.length > 80 ? `${shown.slice(0, 80)}…` : shown}"`;
}
