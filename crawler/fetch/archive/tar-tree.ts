/** A compressed tar file as source that can be read, without the one folder that it holds everything in. */
import { isPlainPath, sourceLimits } from '../../extract/source-tree.ts';
import { ArchiveFault, describeFault } from './archive-fault.ts';
import { CollectedFiles } from './collected-files.ts';
import { decompressFile } from './decompress.ts';
import { readTar } from './tar.ts';
import type { OpenArchive } from './zip-tree.ts';

/** `maxBytes`: of everything in the archive, unpacked. */
export async function openTarTree(path: string, maxBytes = 600_000_000): Promise<OpenArchive> {
  const files = new CollectedFiles();
  const seen = new Set<string>();
  try {
    const entries = readTar(decompressFile(path, 'gzip', maxBytes), {
      wants: (name, size) => files.wants(name, size),
      maxEntries: sourceLimits.entries,
    });
    for await (const { name, kind, content } of entries) {
      if (kind === 'link' || kind === 'hard-link') files.noteLeftOut('links');
      if (kind !== 'file') continue;
      if (!isPlainPath(name)) files.noteLeftOut('names');
      // Which of the two counts depends on who unpacks it.
      if (seen.has(name)) throw new ArchiveFault('broken', 'The archive holds a file name twice.');
      seen.add(name);
      if (content !== undefined) files.add(name, content);
    }
  } catch (error) {
    return describeFault(error);
  }
  const top = findTop(seen);
  const tree = files.makeTree((name) => (top === undefined ? name : name.slice(top.length)));
  return { ok: true, tree, close: async () => {} };
}

/** `name-1.0/`, where everything lies in it. */
function findTop(names: ReadonlySet<string>): string | undefined {
  const [first = ''] = names;
  const top = first.slice(0, first.indexOf('/') + 1);
  return top !== '' && [...names].every((name) => name.startsWith(top)) ? top : undefined;
}
