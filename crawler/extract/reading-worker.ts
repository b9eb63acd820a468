/** Reads packages and trees in a process of its own: see reading-process.ts. Ends when the channel to its parent closes. */
import { extractPackage, extractTools } from './extract.ts';
import type { FromWorker, ToWorker } from './reading-process.ts';
import type { SourceTree } from './source-tree.ts';

let takeTexts: ((texts: ReadonlyMap<string, string>) => void) | undefined;

function answer(said: FromWorker): void {
  process.send?.(said);
}

/** The texts stay with the process that opened the tree, which may read them out of an archive or from git. */
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

process.on('message', async (message) => {
  // It comes from our own parent.
  const order = message as ToWorker;
  if (order.kind === 'texts') takeTexts?.(order.texts);
  else if (order.kind === 'package') answer({ extraction: await extractPackage(order.folder) });
  else answer({ extraction: await extractTools(makeDistantTree(order), order.options) });
});
