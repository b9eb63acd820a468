/** Paths a person types are relative to where they stand, which under `npm run` is not the working directory. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export function standpoint(): string {
  return process.env.INIT_CWD ?? process.cwd();
}

export function resolvePath(typed: string): string {
  return path.resolve(standpoint(), typed);
}

/** The root of this package, in a checkout and in the published `dist`. */
export function packageRoot(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  return path.basename(path.dirname(here)) === 'dist' ? path.resolve(here, '../..') : path.resolve(here, '..');
}

/** Everything a run keeps: the store, fetched packages, the built site. */
export function stateFolder(): string {
  return path.join(standpoint(), '.plimsoll');
}

export function defaultDatabase(): string {
  return process.env.PLIMSOLL_DB ? resolvePath(process.env.PLIMSOLL_DB) : path.join(stateFolder(), 'catalogue.db');
}
