/** Reads `URL|PATH[#REF[:FOLDER]]`. git itself would take options and helper programs in these places, so each is checked. */
import path from 'node:path';

export interface GitTarget {
  kind: 'git';
  /** A URL of a known scheme, `user@host:path`, or an absolute path. */
  location: string;
  ref: string | undefined;
  subfolder: string | undefined;
}

const schemes = /^(https?|ssh|git|file):\/\//i;
const secureShell = /^[a-z0-9_.-]+@[a-z0-9.-]+:[^:]/i;

export function parseGitTarget(text: string, base: string): GitTarget | { error: string } {
  const [location = '', place = ''] = splitOnce(text, '#');
  const [ref = '', subfolder = ''] = splitOnce(place, ':');
  if (location === '') return { error: 'git: needs a URL or a folder' };
  if (location.startsWith('-')) return { error: 'the location of a git repository cannot start with a hyphen' };
  if (ref !== '' && !isRef(ref)) return { error: 'the part after # is not a branch, a tag or a commit' };
  if (subfolder !== '' && !isInnerFolder(subfolder)) {
    return { error: 'the folder after # and : must be a plain path inside the repository' };
  }
  const resolved = resolveLocation(location, base);
  if (resolved === undefined) {
    return { error: 'a git location is an https, http, ssh, git or file URL, user@host:path, or a folder' };
  }
  return { kind: 'git', location: resolved, ref: ref || undefined, subfolder: subfolder || undefined };
}

function resolveLocation(location: string, base: string): string | undefined {
  if (schemes.test(location)) return isPlainUrl(location) ? location : undefined;
  if (secureShell.test(location)) return location;
  // `ext::sh -c …` and `fd::7` make git start a program or read a descriptor.
  if (location.includes('::') || /^[a-z][a-z0-9+.-]+:\/\//i.test(location)) return undefined;
  return path.resolve(base, location);
}

// ssh would read a host that starts with a hyphen as an option.
function isPlainUrl(location: string): boolean {
  if (!URL.canParse(location)) return false;
  const { hostname, username, password } = new URL(location);
  return !hostname.startsWith('-') && !username.startsWith('-') && password === '';
}

/** The part of git's rules for references that keeps a name from being an option, a range or a path out. */
function isRef(text: string): boolean {
  return /^[a-z0-9_][a-z0-9._/+-]{0,199}$/i.test(text) && !text.includes('..') && !text.endsWith('.lock');
}

function isInnerFolder(text: string): boolean {
  if (text.length > 300 || text.startsWith('/') || text.startsWith('-') || text.includes('\\')) return false;
  return text.split('/').every((segment) => segment !== '..' && segment !== '.git');
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}
