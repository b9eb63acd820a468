/** Sees to it that the store holds some packages: what is there is taken, what is not is fetched, several at a time. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import PQueue from 'p-queue';
import { isOwnFault, readNpmError } from './failure.ts';
import { fetchTarball, type Tarball } from './fetch-tarball.ts';
import { findEntry, makeEntry, removeEntry, type StoredPackage, takeEntry } from './store.ts';
import { type Budget, unpackTarball } from './unpack.ts';

export interface StoreOptions {
  store: string;
  /** An empty folder on the store's disk. */
  drafts: string;
  /** Of all that is unpacked. */
  maxBytes: number;
  offline: boolean;
  /** Options for pacote, credentials included. */
  fetching: Record<string, unknown>;
}

interface Wanted extends Tarball {
  isOptional: boolean;
}

const atOnce = 6;

/** Those that are optional and broken are not in the answer. Rejects as `fetchTarball` or `unpackTarball`, or with the code `ENOTCACHED`. */
export async function storePackages<Package extends Wanted>(
  packages: readonly Package[],
  options: StoreOptions,
): Promise<Map<Package, StoredPackage>> {
  const budget: Budget = { left: options.maxBytes };
  const made: string[] = [];
  const queue = new PQueue({ concurrency: atOnce });
  try {
    const stored = await queue.addAll(
      sortByEntry(packages, options.store).map(
        ([entry, same]) =>
          async () =>
            [same, await storeOne(entry, same[0], same.every(isOptional), budget, made, options)] as const,
      ),
    );
    return new Map(
      stored.flatMap(([same, entry]) => (entry === undefined ? [] : same.map((one) => [one, entry] as const))),
    );
  } catch (error) {
    queue.clear();
    // What is too large for one server is not kept for others.
    if (readNpmError(error).code === 'TOO-LARGE') for (const entry of made) await removeEntry(entry);
    throw error;
  }
}

type Group<Package> = readonly [Package, ...Package[]];

function sortByEntry<Package extends Wanted>(
  packages: readonly Package[],
  store: string,
): (readonly [entry: string, same: Group<Package>])[] {
  const groups = new Map<string, [Package, ...Package[]]>();
  for (const one of packages) {
    const entry = findEntry(store, one.integrity);
    const same = groups.get(entry);
    if (same === undefined) groups.set(entry, [one]);
    else same.push(one);
  }
  return [...groups];
}

function isOptional(wanted: Wanted): boolean {
  return wanted.isOptional;
}

async function storeOne(
  entry: string,
  tarball: Tarball,
  mayBeMissing: boolean,
  budget: Budget,
  made: string[],
  { drafts, offline, fetching }: StoreOptions,
): Promise<StoredPackage | undefined> {
  const found = takeEntry(entry);
  if (found !== undefined) return found;
  if (offline) throw Object.assign(new Error('offline'), { code: 'ENOTCACHED' });
  const file = path.join(drafts, `${randomUUID()}.tgz`);
  try {
    await fetchTarball(tarball, file, budget.left, fetching);
    const stored = await makeEntry(entry, drafts, (folder) => unpackTarball(file, folder, budget));
    made.push(entry);
    return stored;
  } catch (error) {
    if (mayBeMissing && isOwnFault(readNpmError(error))) return undefined;
    throw error;
  } finally {
    await rm(file, { force: true });
  }
}
