/** A source tree that counts what is read of it. */
import type { SourceTree } from '../../crawler/extract/source-tree.ts';

export interface Amount {
  files: number;
  bytes: number;
}

/** `read` grows as the tree is read; a file that is read twice counts twice. */
export function countReads(tree: SourceTree): { tree: SourceTree; read: Amount } {
  const read: Amount = { files: 0, bytes: 0 };
  const counted: SourceTree = {
    files: tree.files,
    leftOut: tree.leftOut,
    read: async (paths) => {
      const texts = await tree.read(paths);
      for (const text of texts.values()) read.bytes += Buffer.byteLength(text);
      read.files += texts.size;
      return texts;
    },
  };
  return { tree: counted, read };
}
