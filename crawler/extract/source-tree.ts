/** A read-only view of somebody's source: which files there are, and their text where it is asked for. Nothing in it is run. */
import { findHidden } from '../../schema/hidden-characters.ts';

export interface SourceTree {
  /** Repository-relative paths, `/` between segments, with their size in bytes. Links and submodules are not among them. */
  readonly files: ReadonlyMap<string, number>;
  /** One sentence per kind of thing that was left out. */
  readonly leftOut: readonly string[];
  /** The texts of those of the paths that exist and are text; whatever goes beyond `sourceLimits` is absent from the answer. */
  read(paths: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Bytes of one file, bytes read altogether, entries of a tree. */
export const sourceLimits = { fileBytes: 1_000_000, totalBytes: 64_000_000, entries: 200_000 } as const;

/** Whether a path taken from a stranger's tree may be used and shown: relative, normal, printable. */
export function isPlainPath(path: string): boolean {
  if (path === '' || path.length > 1000 || path.includes('\\') || path.includes('\uFFFD')) return false;
  if (/[\t\n\r]/.test(path) || findHidden(path).length > 0) return false;
  return path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..');
}

/** Source as text with `\n` line ends and no byte order mark, or undefined for what is not text. */
export function decodeSource(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  return new TextDecoder('utf-8').decode(bytes).replace(/\r\n?/g, '\n');
}

/** Those of the paths that may still be read, in order, within the limits. */
export function withinLimits(paths: readonly string[], files: ReadonlyMap<string, number>): string[] {
  let total = 0;
  return paths.filter((path) => {
    const size = files.get(path);
    if (size === undefined || size > sourceLimits.fileBytes || total + size > sourceLimits.totalBytes) return false;
    total += size;
    return true;
  });
}

/** A tree of texts that are already at hand. */
export function makeSourceTree(texts: ReadonlyMap<string, string>): SourceTree {
  const files = new Map<string, number>();
  for (const [path, text] of texts) if (isPlainPath(path)) files.set(path, Buffer.byteLength(text));
  return {
    files,
    leftOut: files.size < texts.size ? [leftOutSentence('names', texts.size - files.size)] : [],
    read: async (paths) => {
      const found = new Map<string, string>();
      for (const path of withinLimits(paths, files)) {
        const text = decodeSource(Buffer.from(texts.get(path) ?? ''));
        if (text !== undefined) found.set(path, text);
      }
      return found;
    },
  };
}

const leftOutWords = {
  links: ['symbolic link', 'not followed'],
  submodules: ['submodule', 'not fetched'],
  names: ['file with an unusable name', 'left out'],
  large: ['file over 1 MB', 'not read'],
  folders: ['folder that could not be read', 'left out'],
} as const;

/** `3 symbolic links not followed`. */
export function leftOutSentence(kind: keyof typeof leftOutWords, count: number): string {
  const [noun, what] = leftOutWords[kind];
  const plural = count === 1 ? noun : noun.replace(/^(\S+)( link)?/, (word) => `${word}s`);
  return `${count} ${plural} ${what}`;
}
