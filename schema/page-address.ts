/**
 * Addresses of the catalogue's pages. Names come from strangers, so an address is made only of `a-z 0-9 . _ ~ -`; where that
 * loses anything (letters, case, length), a piece of the name's hash keeps two names apart.
 */
import { createHash } from 'node:crypto';

const plain = /^[a-z0-9][a-z0-9._-]{0,99}$/;
// Windows refuses these as file names, and a static site writes files; `index` and `policy.json` are files of its own.
const reserved = /^(con|prn|aux|nul|com\d|lpt\d|index)(\.|$)|^policy\.json$/;

/** One path segment for any text: the text itself where it is plain, else a readable stem and eight digits of its SHA-256. */
export function addressSegment(text: string): string {
  if (plain.test(text) && !text.endsWith('.') && !reserved.test(text)) return text;
  const stem = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return stem === '' ? `x-${digest}` : `${stem}-${digest}`;
}

/** `pkg:npm/%40scope/name` → `npm/scope~name`; a remote's URL → `remote/<stem>-<digest>`. Always two segments. */
export function serverAddress(id: string): string {
  const purl = /^pkg:([a-z0-9.+-]+)\/(.+)$/.exec(id);
  if (!purl?.[1] || !purl[2]) return `remote/${addressSegment(id)}`;
  const path = decodeURIComponentSafely(purl[2]);
  const parts = path.replace(/^@/, '').split('/');
  const scoped = path.startsWith('@') || purl[1] !== 'npm';
  const distinct = parts.every((part) => plain.test(part)) && (scoped || parts.length === 1);
  return `${addressSegment(purl[1])}/${distinct ? parts.join('~') : addressSegment(path)}`;
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
