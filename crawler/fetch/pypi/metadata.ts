/** What a package says of itself: the core metadata file (`METADATA` of a wheel, `PKG-INFO` of a source archive). A stranger's text. */

export interface PackageMetadata {
  summary: string | undefined;
  homepage: string | undefined;
  repository: string | undefined;
  /** The README that it is published with. */
  description: string;
  /** Whether anything in it speaks of MCP: its name, its summary, a keyword, a dependency. */
  mentionsMcp: boolean;
}

const maxHeaders = 5_000;
const maxReadme = 500_000;
const mcp = /mcp|model.?context.?protocol/i;
const repositoryLabels = /^(source|sources|source code|repository|repo|code|github|gitlab)$/i;
const homepageLabels = /^(homepage|home|website|documentation|docs)$/i;

/** Header lines as in e-mail (core metadata specification); what follows the first empty line is the README. */
export function readMetadata(text: string): PackageMetadata {
  const end = text.search(/\n[ \t]*\n/);
  const headers = readHeaders(end === -1 ? text : text.slice(0, end));
  const all = (name: string) => headers.flatMap(([key, value]) => (key === name ? [value] : []));
  const links = all('project-url').map((link): [string, string] => {
    const comma = link.indexOf(',');
    return [link.slice(0, comma).trim(), link.slice(comma + 1).trim()];
  });
  const linked = (labels: RegExp) => links.find(([label]) => labels.test(label))?.[1];
  const code =
    linked(repositoryLabels) ?? links.find(([, url]) => /^https:\/\/(www\.)?(github|gitlab)\.com\//.test(url))?.[1];
  const home = all('home-page')[0];
  const body = end === -1 ? (all('description')[0] ?? '') : text.slice(end).trimStart();
  const words = [...all('name'), ...all('summary'), ...all('keywords'), ...all('requires-dist')];
  return {
    summary: plainLine(all('summary')[0]),
    homepage: webAddress(linked(homepageLabels) ?? home),
    repository: webAddress(code ?? (/^https:\/\/(github|gitlab)\.com\//.test(home ?? '') ? home : undefined)),
    description: body.slice(0, maxReadme),
    mentionsMcp: words.some((word) => mcp.test(word)),
  };
}

function readHeaders(text: string): [string, string][] {
  const headers: [string, string][] = [];
  for (const line of text.split('\n', maxHeaders)) {
    const last = headers.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) {
      last[1] += `\n${line.trim()}`;
      continue;
    }
    const colon = line.indexOf(':');
    if (colon > 0) headers.push([line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]);
  }
  return headers;
}

function plainLine(text: string | undefined): string | undefined {
  const line = text?.replace(/\s+/g, ' ').trim().slice(0, 1_000).toWellFormed();
  return line === undefined || line === '' || line === 'UNKNOWN' ? undefined : line;
}

/** Only an address that a browser may be sent to. */
function webAddress(text: string | undefined): string | undefined {
  if (text === undefined || text.length > 300 || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.username === '' && url.password === '' ? url.href.replace(/\.git$/, '') : undefined;
}
