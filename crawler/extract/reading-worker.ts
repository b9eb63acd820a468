/** Reads packages and trees in a thread of its own: see reading-thread.ts. */
import { parentPort } from 'node:worker_threads';
import { extractPackage, extractTools } from './extract.ts';
import type { FromThread, ToThread } from './reading-thread.ts';
import type { SourceTree } from './source-tree.ts';

let takeTexts: ((texts: ReadonlyMap<string, string>) => void) | undefined;

function answer(said: FromThread): void {
  parentPort?.postMessage(said);
}

/** The texts stay with the thread that opened the tree, which may read them out of an archive or from git. */
function makeDistantTree({ files, leftOut }: Pick<SourceTree, 'files' | 'leftOut'>): SourceTree {
  return {
    files,
    leftOut,
    read: (paths) =>
      new Promise((resolve) => {
        takeTexts = resolve;
        answer({ wanted: paths });
      }),
  };
}

parentPort?.on('message', async (order: ToThread) => {
  if (order.kind === 'texts') takeTexts?.(order.texts);
  else if (order.kind === 'package') answer({ extraction: await extractPackage(order.folder) });
  else answer({ extraction: await extractTools(makeDistantTree(order), order.options) });
});
