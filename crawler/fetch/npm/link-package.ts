/** Puts a stored package where a program will find it: new folders, and in them links to the files of the store. */
import { constants, copyFileSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { errorCode } from './failure.ts';
import type { StoredPackage } from './store.ts';

// Another device, a disk without links, files of another owner, or as many links as the disk allows.
const noLink: ReadonlySet<string> = new Set(['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** What is at `destination` gives way. Throws what the disk says, `ENOENT` also where the store's entry is gone. */
export function linkPackage({ folder, files }: StoredPackage, destination: string): void {
  rmSync(destination, { recursive: true, force: true });
  mkdirSync(destination, { recursive: true });
  const made = new Set<string>(['.']);
  for (const [file] of files) {
    const parent = path.posix.dirname(file);
    if (!made.has(parent)) {
      mkdirSync(path.join(destination, parent), { recursive: true });
      made.add(parent);
    }
    linkOrCopy(path.join(folder, file), path.join(destination, file));
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!noLink.has(errorCode(error))) throw error;
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
  }
}
