/**
 * A list of servers: a folder of YAML files, each named after its entry; a YAML or JSON file; or a text file with one target per
 * line. Either every entry is in order, or the answer is every fault that was found.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type FileEntries, type PlacedEntry, placeError, type ServerList } from './list-error.ts';
import { readPlainEntries } from './read-plain-entries.ts';
import { readYamlEntries } from './read-yaml-entries.ts';

/** A list of 100,000 servers takes some 15 MB. */
const largestFile = 32_000_000;
/** Of a file in a folder, which holds one entry. */
const largestEntryFile = 64_000;
const mostFiles = 100_000;

export async function readServerList(location: string): Promise<ServerList> {
  const kind = await stat(location).catch((error: NodeJS.ErrnoException) => error);
  if (kind instanceof Error) {
    const why = kind.code === 'ENOENT' ? 'there is no such file or folder' : `cannot be read (${kind.code})`;
    return { ok: false, errors: [placeError(location, undefined, `${why}; give another one with --servers`)] };
  }
  const found = kind.isDirectory() ? await readFolder(location) : await readOne(location, largestFile);
  const errors = [...found.errors, ...findDoubles(found.entries)];
  if (errors.length === 0 && found.entries.length === 0) {
    errors.push(placeError(location, undefined, 'holds no servers; add one, such as npm:@acme/notes-mcp'));
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, entries: found.entries.map(({ entry }) => entry) };
}

async function readFolder(folder: string): Promise<FileEntries> {
  const found: FileEntries = { entries: [], errors: [] };
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names
    .filter((name) => name.isFile() && /\.ya?ml$/.test(name.name) && !name.name.startsWith('.'))
    .map((name) => path.join(name.parentPath, name.name))
    .sort();
  if (files.length > mostFiles) {
    return {
      entries: [],
      errors: [placeError(folder, undefined, `holds more than ${mostFiles} files; split the list`)],
    };
  }
  for (const file of files) {
    const { entries, errors } = await readOne(file, largestEntryFile);
    found.entries.push(...entries);
    found.errors.push(...errors, ...findMisnamed(file, entries));
  }
  return found;
}

async function readOne(file: string, largest: number): Promise<FileEntries> {
  const { size } = await stat(file);
  if (size > largest) {
    const message = `is larger than ${largest / 1000} kB; split it`;
    return { entries: [], errors: [placeError(file, undefined, message)] };
  }
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => error);
  if (text instanceof Error) {
    return { entries: [], errors: [placeError(file, undefined, `cannot be read (${text.code}); check its rights`)] };
  }
  const read = /\.(ya?ml|json)$/.test(file) ? readYamlEntries : readPlainEntries;
  return read(text.replace(/^\ufeff/, ''), file);
}

function findMisnamed(file: string, entries: readonly PlacedEntry[]): string[] {
  const name = path.basename(file).replace(/\.ya?ml$/, '');
  const [only, second] = entries;
  if (second !== undefined)
    return [placeError(file, second.line, 'a file in a folder of servers holds one entry; move this one out')];
  if (only === undefined || only.entry.id === name) return [];
  return [
    placeError(file, only.line, `id is ${only.entry.id} and the file ${path.basename(file)}; give both one name`),
  ];
}

function findDoubles(entries: readonly PlacedEntry[]): string[] {
  const errors: string[] = [];
  const byId = new Map<string, PlacedEntry>();
  const bySource = new Map<string, PlacedEntry>();
  for (const placed of entries) {
    const { entry, file, line } = placed;
    const sameId = byId.get(entry.id);
    const sameSource = bySource.get(entry.source);
    if (sameId)
      errors.push(
        placeError(file, line, `the id ${entry.id} stands in ${sameId.file}:${sameId.line} as well; change one`),
      );
    else if (sameSource) {
      const other = `${sameSource.file}:${sameSource.line}`;
      errors.push(
        placeError(file, line, `the source ${entry.source} stands in ${other} as well; take one of the two out`),
      );
    }
    byId.set(entry.id, placed);
    bySource.set(entry.source, placed);
  }
  return errors;
}
