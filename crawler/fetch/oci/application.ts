/** Where in an image its own program lies, as far as its configuration and its package metadata say. Paths are without a slash in front. */
import { posix } from 'node:path';
import { z } from 'zod';
import { readCommands } from '../pypi/installed-package.ts';
import type { ImageConfig } from './schema.ts';

export interface StartPlaces {
  /** Folders that hold the program, the likelier one first. */
  folders: string[];
  /** Single files, where the folder that holds them belongs to the system. */
  files: string[];
  /** Words that may name a command that some package has installed. */
  commands: string[];
  /** What `python -m` starts. */
  modules: string[];
}

/** Where the system keeps its own, so that a program among it is taken alone. */
const systemFolders =
  /^(|bin|sbin|etc|lib|lib64|usr|usr\/(bin|sbin|lib|share|local|src|local\/(bin|sbin|lib|share))|opt|home|root|tmp|var|srv)$/;
const interpreters =
  /^(python[\d.]*|node|bun|deno|tsx|ts-node|npx|npm|uv|uvx|run|sh|bash|ash|dash|env|exec|tini|dumb-init|--)$/;

export function findStartPlaces({ Entrypoint, Cmd, WorkingDir }: ImageConfig): StartPlaces {
  const places: StartPlaces = { folders: [], files: [], commands: [], modules: [] };
  const words = [...Entrypoint, ...Cmd].flatMap((word) => word.split(/[\s;&|]+/)).filter((word) => word !== '');
  const work = inner(WorkingDir, '');
  if (work !== undefined && !systemFolders.test(work)) places.folders.push(work);
  for (const [index, word] of words.slice(0, 60).entries()) {
    if (words[index - 1] === '-m' && /^[A-Za-z_][\w.]*$/.test(word)) places.modules.push(word.split('.')[0] ?? word);
    if (word.startsWith('-') || interpreters.test(word)) continue;
    const name = word.split('/').at(-1) ?? '';
    if (/^[\w.-]{1,100}$/.test(name)) places.commands.push(name);
    const file = /\.[cm]?[jt]sx?$|\.py$|\.sh$/.test(word) || word.startsWith('/') ? inner(word, work ?? '') : undefined;
    if (file === undefined) continue;
    const folder = posix.dirname(file) === '.' ? '' : posix.dirname(file);
    if (systemFolders.test(folder)) places.files.push(file);
    else places.folders.push(folder);
    // It may as well be the folder that a shell goes to before it starts something.
    if (!/\.\w+$/.test(file) && !systemFolders.test(file)) places.folders.push(file);
  }
  return { ...places, folders: [...new Set(places.folders)] };
}

function inner(path: string, base: string): string | undefined {
  const joined = posix.normalize(path.startsWith('/') ? path : `/${base}/${path}`).replace(/^\/+|\/+$/g, '');
  return joined.length > 500 ? undefined : joined;
}

const otherPeoples = /(^|\/)(node_modules|site-packages|dist-packages|\.venv|venv|\.git)\//;
const packageFacts =
  /(^|\/)((site|dist)-packages\/[^/]+\.dist-info\/entry_points\.txt|lib\/node_modules\/(@[^/]+\/)?[^/]+\/package\.json)$/;

/** What is read first: the program's own folders, and what installed packages say of their commands. */
export function isOfFirstReading(path: string, { folders, files }: StartPlaces): boolean {
  if (packageFacts.test(path)) return true;
  const isInside = folders.some(
    (folder) => path.startsWith(`${folder}/`) && !otherPeoples.test(path.slice(folder.length)),
  );
  return isInside || files.includes(path);
}

const NodePackage = z.object({ name: z.string(), bin: z.union([z.string(), z.record(z.string(), z.unknown())]) });

/** The folders of the packages that the image starts a command of. `facts`: the files that say so. */
export function findCommandPackages(facts: ReadonlyMap<string, string>, { commands, modules }: StartPlaces): string[] {
  const found = new Set<string>();
  for (const [path, text] of facts) {
    if (path.endsWith('/package.json') && isNodeCommand(text, commands)) found.add(posix.dirname(path));
    if (!path.endsWith('/entry_points.txt')) continue;
    const packages = posix.dirname(posix.dirname(path));
    for (const { name, module } of readCommands(text)) {
      if (commands.includes(name)) found.add(`${packages}/${module.split('.')[0]}`);
    }
    for (const module of modules) found.add(`${packages}/${module}`);
  }
  return [...found].slice(0, 20);
}

function isNodeCommand(text: string, commands: readonly string[]): boolean {
  try {
    const { name, bin } = NodePackage.parse(JSON.parse(text));
    const names = typeof bin === 'string' ? [name.replace(/^@[^/]*\//, '')] : Object.keys(bin);
    return names.some((each) => commands.includes(each));
  } catch {
    return false;
  }
}
