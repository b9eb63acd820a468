/** Programs of this machine that build a sandbox, looked up in the system's own folders before the operator's PATH. */
import { accessSync, constants, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

const systemFolders = ['/usr/bin', '/bin', '/usr/sbin', '/sbin'];

/** The environment in which they run: never the operator's, never the stranger's. */
export const hostEnvironment: Readonly<Record<string, string>> = { PATH: systemFolders.join(':'), LC_ALL: 'C' };

/** A program's path, in the system's folders or, failing that, in the operator's PATH. */
export function findProgram(name: string): string | undefined {
  const own = (process.env.PATH ?? '').split(':').filter((folder) => isAbsolute(folder));
  return [...systemFolders, ...own].map((folder) => join(folder, name)).find(isProgram);
}

/** A program that is there inside a sandbox as well, since it lies in a folder that is shown there. */
export function findSystemProgram(name: string): string | undefined {
  return systemFolders.map((folder) => join(folder, name)).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
