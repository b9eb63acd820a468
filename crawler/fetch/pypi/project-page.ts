/** What an index says of one project: the files it has, in JSON (PEP 691) or as a page of links (PEP 503). A stranger's text. */
import { z } from 'zod';
import { list, text } from '../../sources/read-leniently.ts';

export interface ProjectFile {
  name: string;
  /** Absolute. */
  url: string;
  /** Hexadecimal digits. */
  sha256: string | undefined;
  /** Withdrawn: taken only where a person names its version (PEP 592). */
  yanked: boolean;
}

const mostFiles = 50_000;
const maxNameLength = 300;
const maxAttributes = 4_000;

const ListedFile = z.object({
  filename: z.string().min(1).max(maxNameLength),
  url: z.string().min(1).max(4_000),
  hashes: z.object({ sha256: text(64) }).catch({ sha256: undefined }),
  // A reason, or no more than that it is so.
  yanked: z.union([z.boolean(), z.string().transform(() => true)]).catch(false),
});

const ProjectPage = z.object({ files: list(ListedFile, mostFiles) });

/** `address`: where the page was read, which its links start at. Undefined where it is neither of the two. */
export function readProjectPage(body: string, address: string): ProjectFile[] | undefined {
  return /^\s*\{/.test(body) ? readJson(body, address) : readLinks(body, address);
}

function readJson(body: string, address: string): ProjectFile[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return undefined;
  }
  const page = ProjectPage.safeParse(value).data;
  return page?.files.flatMap(({ filename, url, hashes, yanked }) =>
    makeFile(filename, url, address, hashes.sha256, yanked),
  );
}

/** Goes once through the page from beginning to end, however it is made. */
function readLinks(body: string, address: string): ProjectFile[] | undefined {
  const lower = body.toLowerCase();
  if (!lower.includes('<html') && !lower.includes('<a ') && !lower.includes('<!doctype')) return undefined;
  const files: ProjectFile[] = [];
  let at = lower.indexOf('<a');
  while (at !== -1 && files.length < mostFiles) {
    const opened = body.indexOf('>', at);
    const closed = opened === -1 ? -1 : body.indexOf('<', opened);
    if (closed === -1) break;
    if (/^<a\s/.test(lower.slice(at, at + 3)) && opened - at <= maxAttributes) {
      files.push(...readLink(body.slice(at + 2, opened), body.slice(opened + 1, closed), address));
    }
    at = lower.indexOf('<a', closed);
  }
  return files;
}

function readLink(attributes: string, label: string, address: string): ProjectFile[] {
  const found = new Map<string, string>();
  for (const [, name = '', quoted, single] of attributes.matchAll(
    /([a-z-]{1,40})(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/gi,
  )) {
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), decodeEntities(quoted ?? single ?? ''));
  }
  const href = found.get('href');
  if (href === undefined) return [];
  const marks = href.slice(href.indexOf('#') + 1).split('&', 20);
  const sha256 = marks.find((mark) => mark.startsWith('sha256='))?.slice('sha256='.length);
  return makeFile(decodeEntities(label).trim(), href, address, sha256, found.has('data-yanked'));
}

function makeFile(
  name: string,
  href: string,
  address: string,
  sha256: string | undefined,
  yanked: boolean,
): ProjectFile[] {
  if (name.length > maxNameLength || !URL.canParse(href, address)) return [];
  const url = new URL(href, address);
  url.hash = '';
  const digest = sha256?.toLowerCase();
  return [{ name, url: url.href, sha256: /^[0-9a-f]{64}$/.test(digest ?? '') ? digest : undefined, yanked }];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };

function decodeEntities(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|#39|#x27);/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole);
}
