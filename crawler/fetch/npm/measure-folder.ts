/** How much a folder holds. */
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';

// A block of the disk: a million empty files are not nothing.
const leastBytes = 512;

/** Bytes of all files below, links not followed; stops counting once past `enough`. What vanishes meanwhile counts nothing. */
export async function measureFolder(folder: string, enough: number): Promise<number> {
  const waiting = [folder];
  let bytes = 0;
  for (let next = waiting.pop(); next !== undefined && bytes <= enough; next = waiting.pop()) {
    const current = next;
    const entries = await readdir(current, { withFileTypes: true }).catch(() => []);
    const sizes = await Promise.all(
      entries.map(async (entry) => {
        const file = path.join(current, entry.name);
        if (entry.isDirectory()) waiting.push(file);
        const status = await lstat(file).catch(() => undefined);
        return Math.max(leastBytes, status?.size ?? 0);
      }),
    );
    for (const size of sizes) bytes += size;
  }
  return bytes;
}
