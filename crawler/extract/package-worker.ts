/** Reads packages in a thread of its own: see read-package-apart.ts. */
import { parentPort } from 'node:worker_threads';
import { extractPackage } from './extract.ts';
import type { ReadAnswer, ReadOrder } from './read-package-apart.ts';

parentPort?.on('message', async ({ folder }: ReadOrder) => {
  const answer: ReadAnswer = { extraction: await extractPackage(folder) };
  parentPort?.postMessage(answer);
});
