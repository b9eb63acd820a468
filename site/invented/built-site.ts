/** Builds the site of an invented catalogue in a temporary folder, in a process of its own as the command line would. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { fillInventedCatalogue, makeEmptyCatalogue } from './catalogue.ts';

export interface BuiltSite {
  folder: string;
  /** Paths of the files below the folder, with forward slashes. */
  files: string[];
  remove(): Promise<void>;
}

const script = `
  const { buildSite } = await import(process.argv[1]);
  await buildSite({ database: process.argv[2], outFolder: process.argv[3] });
`;

export async function buildInventedSite(kind: 'filled' | 'empty'): Promise<BuiltSite> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'plimsoll-site-'));
  const database = path.join(home, 'catalogue.db');
  const folder = path.join(home, 'site');
  await (kind === 'filled' ? fillInventedCatalogue(database) : makeEmptyCatalogue(database));
  const builder = new URL('../build.ts', import.meta.url).href;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, builder, database, folder], {
    cwd: home,
    // Vitest's own NODE_ENV would have Astro make a development build.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  return { folder, files, remove: () => rm(home, { recursive: true, force: true }) };
}
