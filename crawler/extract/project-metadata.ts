/** What a project says of itself beside its source: `pyproject.toml`, `package.json`, the README's title. Texts, never run. */
import { z } from 'zod';
import type { SourceTree } from './source-tree.ts';

export interface ProjectMetadata {
  /** The README's first heading. */
  title: string | undefined;
  /** The name it is published under. */
  packageName: string | undefined;
  description: string | undefined;
  version: string | undefined;
  homepage: string | undefined;
}

const maxLine = 300;

/** From the folder that is the server; without one, from the top of the tree. */
export async function readProjectMetadata(tree: SourceTree, subfolder: string | undefined): Promise<ProjectMetadata> {
  const at = (name: string) => (subfolder === undefined ? name : `${subfolder}/${name}`);
  const readmes = ['README.md', 'Readme.md', 'readme.md', 'README.rst', 'README'].map(at);
  const texts = await tree.read(
    [at('pyproject.toml'), at('package.json'), ...readmes].filter((path) => tree.files.has(path)),
  );
  const toml = texts.get(at('pyproject.toml')) ?? '';
  const project = tomlTable(toml, 'project');
  const poetry = tomlTable(toml, 'tool.poetry');
  const urls = tomlTable(toml, 'project.urls');
  const node = readPackageJson(texts.get(at('package.json')));
  const readme = readmes.map((path) => texts.get(path)).find((text) => text !== undefined) ?? '';
  const { title, paragraph } = readReadme(readme);
  return {
    title,
    packageName: project.get('name') ?? poetry.get('name') ?? node.name,
    description: oneLine(project.get('description') ?? poetry.get('description') ?? node.description) ?? paragraph,
    version: project.get('version') ?? poetry.get('version') ?? node.version,
    homepage: webAddress(urls.get('homepage') ?? urls.get('Homepage') ?? poetry.get('homepage') ?? node.homepage),
  };
}

/** The plain text values of one table; the rest of TOML is not needed for that. */
function tomlTable(toml: string, table: string): Map<string, string> {
  const values = new Map<string, string>();
  let current = '';
  for (const line of toml.split('\n').slice(0, 5000)) {
    const heading = /^\s*\[([^[\]]+)\]\s*(#.*)?$/.exec(line)?.[1];
    if (heading !== undefined) current = heading.trim();
    if (current !== table) continue;
    const pair = /^\s*"?([\w-]+)"?\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)')\s*(#.*)?$/.exec(line.slice(0, 2000));
    if (pair?.[1]) values.set(pair[1], (pair[2]?.replace(/\\(.)/g, '$1') ?? pair[3] ?? '').trim());
  }
  return values;
}

const PackageJson = z.object({
  name: z.string().optional().catch(undefined),
  description: z.string().optional().catch(undefined),
  version: z.string().optional().catch(undefined),
  homepage: z.string().optional().catch(undefined),
});

function readPackageJson(text: string | undefined): z.infer<typeof PackageJson> {
  if (text === undefined) return {};
  try {
    return PackageJson.catch({}).parse(JSON.parse(text));
  } catch {
    return {}; // somebody's broken file; the other sources remain
  }
}

/** The first heading, and the paragraph of plain words between it and the next. */
function readReadme(text: string): { title: string | undefined; paragraph: string | undefined } {
  const lines = text.slice(0, 20_000).split('\n');
  const start = lines.findIndex((line, index) => headingOf(line, lines[index + 1]) !== undefined);
  if (start === -1) return { title: undefined, paragraph: undefined };
  const title = oneLine(plainWords(headingOf(lines[start] ?? '', lines[start + 1]) ?? ''))?.slice(0, 100);
  const below = lines.slice(start + 1);
  const end = below.findIndex((line) => /^\s{0,3}(#{1,6}\s|```|~~~|<h[1-6])/.test(line));
  const section = end === -1 ? below : below.slice(0, end);
  const first = section.findIndex(isProse);
  const paragraph =
    first === -1
      ? undefined
      : oneLine(
          plainWords(
            section
              .slice(first)
              .join('\n')
              .split(/\n\s*\n/)[0] ?? '',
          ),
        );
  return { title, paragraph: paragraph?.endsWith(':') ? undefined : paragraph };
}

function headingOf(line: string, next: string | undefined): string | undefined {
  const marked = /^\s{0,3}#\s+(.+)$/.exec(line)?.[1] ?? /<h1[^>]{0,200}>([^<]{1,200})/i.exec(line)?.[1];
  return marked ?? (/^\s*={3,}\s*$/.test(next ?? '') && line.trim() !== '' ? line : undefined);
}

function isProse(line: string): boolean {
  return (
    /^[A-Za-z`*[]/.test(line) && !/^(\[!\[|!\[|\[!|\*\s|```)/.test(line) && plainWords(line).split(/\s+/).length >= 5
  );
}

/** Words without images, link targets, tags and emphasis. */
function plainWords(markdown: string): string {
  return markdown
    .slice(0, 2000)
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]{0,300}>/g, '')
    .replace(/[*`]{1,3}/g, '')
    .replace(/#+\s*$/, '');
}

function oneLine(text: string | undefined): string | undefined {
  const line = text?.replace(/\s+/g, ' ').trim() ?? '';
  if (line === '') return undefined;
  return line.length > maxLine ? `${line.slice(0, maxLine)}…` : line;
}

/** Only an address that a browser may be sent to. */
function webAddress(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\//i.test(text) && text.length < 500 && URL.canParse(text)
    ? new URL(text).href
    : undefined;
}
