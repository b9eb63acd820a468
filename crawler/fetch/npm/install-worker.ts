/**
 * Fetches one package, alone or with what it needs to run, in a process of its own that can be killed at any time. No script of any
 * package is run. Reads one line of JSON (`InstallOrder`) from stdin and writes one (`InstallResult`) to stdout; stdin stays open,
 * and its end means that whoever gave the order is gone.
 */
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type NpmError, readNpmError } from './failure.ts';
import { linkPackage } from './link-package.ts';
import { resolveAlone } from './resolve-alone.ts';
import { type PlacedPackage, type Resolution, resolveTree } from './resolve-tree.ts';
import type { StoredPackage } from './store.ts';
import { storePackages } from './store-packages.ts';
import { leastBytes } from './unpack.ts';

export interface InstallOrder {
  name: string;
  version: string;
  /** An empty one for `node_modules`; undefined: the package alone, in the store. */
  folder: string | undefined;
  store: string;
  /** An empty folder on the store's disk. */
  drafts: string;
  maxBytes: number;
  offline: boolean;
  /** Options for arborist and pacote, credentials included. */
  options: Record<string, unknown>;
}

/** `folder` holds `node_modules`, or the package's own files where it was wanted alone. */
export type InstallResult = { ok: true; folder: string } | { ok: false; error: NpmError };

const tooLarge: InstallResult = { ok: false, error: { code: 'TOO-LARGE', subject: undefined } };

async function install(order: InstallOrder): Promise<InstallResult> {
  try {
    const resolution = await resolve(order);
    if (!resolution.ok) return resolution;
    const { packages } = resolution;
    // What packages say of their own size saves a download; what they unpack to is measured all the same.
    if (sum(packages.map(({ declaredBytes }) => declaredBytes)) > order.maxBytes) return tooLarge;
    return await place(packages, order).catch((error: unknown) => {
      // An entry that went after it was found: another process swept it, or it was damaged.
      if (readNpmError(error).code === 'ENOENT') return place(packages, order);
      throw error;
    });
  } catch (error) {
    return { ok: false, error: readNpmError(error) };
  }
}

function resolve({ name, version, folder, options }: InstallOrder): Promise<Resolution> {
  return folder === undefined ? resolveAlone(name, version, options) : resolveTree(folder, name, version, options);
}

async function place(packages: readonly PlacedPackage[], order: InstallOrder): Promise<InstallResult> {
  const { store, drafts, maxBytes, offline, options, folder } = order;
  const stored = await storePackages(packages, { store, drafts, maxBytes, offline, fetching: options });
  if (sum([...stored.values()].map(measure)) > maxBytes) return tooLarge;
  if (folder === undefined) return answerAlone([...stored.values()]);
  // What a package brings along in its own node_modules gives way to what npm puts there.
  const outermostFirst = [...stored].sort(([one], [other]) => one.location.length - other.location.length);
  for (const [{ location }, entry] of outermostFirst) linkPackage(entry, path.join(folder, location));
  return { ok: true, folder };
}

function answerAlone([entry]: readonly StoredPackage[]): InstallResult {
  if (entry === undefined) return { ok: false, error: { code: 'UNKNOWN', subject: undefined } };
  return { ok: true, folder: entry.folder };
}

function measure({ files }: StoredPackage): number {
  return sum(files.map(([, bytes]) => Math.max(leastBytes, bytes)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function answer(result: InstallResult): void {
  process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(0));
}

// What is fetched is read by a program that runs as another user.
process.umask(0o022);
const lines = createInterface({ input: process.stdin });
lines.once('line', (line) => {
  // The line is written by run-worker.ts, which shares the type.
  install(JSON.parse(line) as InstallOrder).then(answer);
});
lines.once('close', () => process.exit(1));
