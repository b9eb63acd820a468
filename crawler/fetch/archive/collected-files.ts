/** Files taken out of an archive that can only be read from its beginning to its end: the texts a reader of source may ask for. */
import {
  decodeSource,
  isPlainPath,
  leftOutSentence,
  type SourceTree,
  sourceLimits,
  withinLimits,
} from '../../extract/source-tree.ts';

/** Sources, and what projects say of themselves beside them. */
const texts =
  /\.(py|pyi|[cm]?[jt]sx?|go|rs|java|kts?|cs|json|jsonc|toml|cfg|mod|xml|csproj|md|rst|ya?ml)$|(^|\/)(Dockerfile|Procfile|README|PKG-INFO|METADATA|entry_points\.txt)$/;

export class CollectedFiles {
  readonly #files = new Map<string, Buffer>();
  readonly #counts = { links: 0, names: 0, large: 0 };
  #bytes = 0;

  /** Whether the file at a path is worth keeping; a large one is noted. */
  wants(path: string, size: number): boolean {
    if (!isPlainPath(path) || !texts.test(path)) return false;
    const hasRoom = this.#bytes + size <= sourceLimits.totalBytes && this.#files.size < sourceLimits.entries;
    if (size <= sourceLimits.fileBytes && hasRoom) return true;
    this.#counts.large++;
    return false;
  }

  add(path: string, content: Buffer): void {
    this.remove(path);
    this.#files.set(path, content);
    this.#bytes += content.length;
  }

  remove(path: string): void {
    this.#bytes -= this.#files.get(path)?.length ?? 0;
    this.#files.delete(path);
  }

  paths(): string[] {
    return [...this.#files.keys()];
  }

  get(path: string): Buffer | undefined {
    return this.#files.get(path);
  }

  noteLeftOut(kind: 'links' | 'names'): void {
    this.#counts[kind]++;
  }

  /** With the paths as `rename` makes them; undefined leaves a file out. */
  makeTree(rename: (path: string) => string | undefined): SourceTree {
    const found = new Map<string, Buffer>();
    for (const [path, content] of this.#files) {
      const name = rename(path);
      if (name !== undefined && isPlainPath(name)) found.set(name, content);
    }
    const files = new Map([...found].map(([path, { length }]) => [path, length]));
    const kinds = ['links', 'names', 'large'] as const;
    const leftOut = kinds.flatMap((kind) =>
      this.#counts[kind] > 0 ? [leftOutSentence(kind, this.#counts[kind])] : [],
    );
    const read = async (paths: readonly string[]) => {
      const answer = new Map<string, string>();
      for (const path of withinLimits(paths, files)) {
        const text = decodeSource(found.get(path) ?? Buffer.alloc(0));
        if (text !== undefined) answer.set(path, text);
      }
      return answer;
    };
    return { files, leftOut, read };
  }
}
