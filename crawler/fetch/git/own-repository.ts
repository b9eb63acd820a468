/**
 * An empty bare repository of our own. Strangers' objects are fetched into it or read through it, so that no setting, hook,
 * filter or attribute file of theirs is ever in force.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type HashKind = 'sha1' | 'sha256';

/** Also puts back the settings after a fetch, so that git forgets where missing objects could be fetched from. */
export async function writeOwnSettings(folder: string, hash: HashKind): Promise<void> {
  const version = hash === 'sha1' ? 0 : 1;
  const extension = hash === 'sha1' ? '' : '[extensions]\n\tobjectFormat = sha256\n';
  await writeFile(
    join(folder, 'config'),
    `[core]\n\trepositoryformatversion = ${version}\n\tbare = true\n${extension}`,
  );
}

export async function makeOwnRepository(folder: string, hash: HashKind): Promise<void> {
  await mkdir(join(folder, 'objects'), { recursive: true });
  await mkdir(join(folder, 'refs'), { recursive: true });
  await writeFile(join(folder, 'HEAD'), 'ref: refs/heads/none\n');
  await writeOwnSettings(folder, hash);
}
