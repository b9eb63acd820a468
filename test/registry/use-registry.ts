/** What tests of fetching have in common: a registry on loopback that npm's settings lead to, and an empty cache for every test. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { FetchContext } from '../../crawler/fetch/npm/look-up.ts';
import { type InventedPackage, type Registry, startRegistry } from './registry.ts';

export interface TestedCache {
  registry: Registry;
  folder: string;
  context(options?: Partial<FetchContext>): FetchContext;
}

/** To be called once, at the top of a test file: npm's settings are read once in a process. The parts are there once a test runs. */
export function useRegistry(packages: readonly InventedPackage[]): TestedCache {
  const cache: TestedCache = {
    registry: { address: '', requests: [], stalled: new Set(), broken: new Set(), close: async () => {} },
    folder: '',
    context: (options = {}) => ({
      cacheFolder: cache.folder,
      offline: false,
      signal: new AbortController().signal,
      ...options,
    }),
  };
  const own = new Map<string, string | undefined>();
  beforeAll(async () => {
    cache.registry = await startRegistry(packages);
    const settings = { npm_config_registry: cache.registry.address, npm_config_userconfig: '/nonexistent' };
    for (const [name, value] of Object.entries(settings)) {
      own.set(name, process.env[name]);
      process.env[name] = value;
    }
  });
  afterAll(async () => {
    await cache.registry.close();
    for (const [name, value] of own) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });
  beforeEach(async () => {
    cache.folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-install-'));
    return () => rm(cache.folder, { recursive: true, force: true });
  });
  return cache;
}

export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
