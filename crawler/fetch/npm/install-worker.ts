/**
 * Installs one package with what it needs to run, in a process of its own that can be killed at any time. No script of any package
 * is run. Reads one line of JSON (`InstallOrder`) from stdin and writes one (`InstallResult`) to stdout; stdin stays open, and its
 * end means that whoever gave the order is gone.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import Arborist from '@npmcli/arborist';
import { type NpmError, readNpmError } from './failure.ts';
import { measureFolder } from './measure-folder.ts';

export interface InstallOrder {
  folder: string;
  name: string;
  version: string;
  maxBytes: number;
  /** Options for arborist and pacote, credentials included. */
  options: Record<string, unknown>;
}

export type InstallResult = { ok: true; bytes: number } | { ok: false; error: NpmError };

const checkEveryMs = 2_000;
const tooLarge: NpmError = { code: 'TOO-LARGE', subject: undefined };

async function install(order: InstallOrder): Promise<InstallResult> {
  const manifest = { private: true, dependencies: { [order.name]: order.version } };
  await writeFile(path.join(order.folder, 'package.json'), JSON.stringify(manifest));
  try {
    return await reify(order, false);
  } catch (error) {
    const failure = readNpmError(error);
    if (failure.code !== 'ERESOLVE') return { ok: false, error: failure };
  }
  // Peer dependencies that contradict each other stop npm, and seldom stop the server.
  try {
    return await reify(order, true);
  } catch (error) {
    return { ok: false, error: readNpmError(error) };
  }
}

async function reify(order: InstallOrder, legacyPeerDeps: boolean): Promise<InstallResult> {
  const options = {
    ...order.options,
    ...(legacyPeerDeps ? { legacyPeerDeps } : {}),
    path: order.folder,
    ignoreScripts: true,
    audit: false,
    fund: false,
    binLinks: false,
    packageLock: false,
    save: false,
    omit: ['dev'],
    progress: false,
  };
  const arborist = new Arborist(options);
  const tree = await arborist.buildIdealTree();
  if (sumDeclaredSizes(tree.inventory.values()) > order.maxBytes) return { ok: false, error: tooLarge };
  const watch = watchSize(order);
  try {
    await arborist.reify(options);
  } finally {
    clearInterval(watch);
  }
  const bytes = await measureFolder(order.folder, order.maxBytes);
  return bytes > order.maxBytes ? { ok: false, error: tooLarge } : { ok: true, bytes };
}

// What packages say of their own size saves a download; what they unpack to is measured all the same.
function sumDeclaredSizes(nodes: Iterable<{ package: { dist?: { unpackedSize?: unknown } } }>): number {
  let sum = 0;
  for (const node of nodes) {
    const size = node.package.dist?.unpackedSize;
    if (typeof size === 'number' && size > 0) sum += size;
  }
  return sum;
}

function watchSize(order: InstallOrder): NodeJS.Timeout {
  let measuring = false;
  return setInterval(async () => {
    if (measuring) return;
    measuring = true;
    if ((await measureFolder(order.folder, order.maxBytes)) > order.maxBytes) answer({ ok: false, error: tooLarge });
    measuring = false;
  }, checkEveryMs);
}

let answered = false;

function answer(result: InstallResult): void {
  if (answered) return;
  answered = true;
  process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(0));
}

const lines = createInterface({ input: process.stdin });
lines.once('line', (line) => {
  // The line is written by install.ts, which shares the type.
  const order = JSON.parse(line) as InstallOrder;
  install(order).then(answer, (error: unknown) => answer({ ok: false, error: readNpmError(error) }));
});
lines.once('close', () => process.exit(1));
