/** Builds the site from a catalogue. The new pages take the place of the old ones only once all of them are there. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { openCatalogue } from '../catalogue/index.ts';

export interface BuildOptions {
  /** The catalogue, a SQLite file. */
  database: string;
  /** Where the site goes. Replaced if it holds a built site or nothing. */
  outFolder: string;
}

export class SiteError extends Error {
  override name = 'SiteError';
}

/** @throws {SiteError} where there is no catalogue, or where `outFolder` holds something else; CatalogueError from the store */
export async function buildSite(options: BuildOptions): Promise<{ pages: number }> {
  const [database, outFolder] = [path.resolve(options.database), path.resolve(options.outFolder)];
  if (!existsSync(database)) {
    throw new SiteError(`there is no catalogue at ${database}; make one with plimsoll index`);
  }
  await refuseForeignFolder(outFolder);
  // Opened once before the pages are made, so that a store that cannot be read is one clear error and not one for each page.
  await (await openCatalogue(database, { readOnly: true })).close();

  // Never the same twice: a process that builds again would otherwise be handed the pages' modules, and what they had read, once more.
  const fresh = `${outFolder}.building-${randomUUID().slice(0, 8)}`;
  try {
    await mkdir(path.dirname(outFolder), { recursive: true });
    await runAstro(database, fresh);
    await replaceFolder(outFolder, fresh);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return { pages: await countPages(outFolder) };
}

async function runAstro(database: string, outDir: string): Promise<void> {
  process.env.PLIMSOLL_DB = database;
  process.env.PLIMSOLL_SITE_OUT = outDir;
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const { build } = await import('astro');
  // Astro leaves its working files below the current folder, unless the site itself goes somewhere below it.
  const before = process.cwd();
  process.chdir(path.dirname(outDir));
  try {
    await build({ root: import.meta.dirname, logLevel: 'warn' });
  } finally {
    process.chdir(before);
  }
}

async function refuseForeignFolder(folder: string): Promise<void> {
  const names: string[] = await readdir(folder).catch(() => []);
  if (names.length > 0 && !names.includes('search-index.json')) {
    throw new SiteError(`${folder} holds something other than a built site; give an empty folder with --out`);
  }
}

async function replaceFolder(folder: string, fresh: string): Promise<void> {
  const old = `${folder}.old-${process.pid}`;
  if (existsSync(folder)) await rename(folder, old);
  await rename(fresh, folder);
  await rm(old, { recursive: true, force: true });
}

async function countPages(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true });
  return entries.filter((entry) => entry.endsWith('.html')).length;
}
