/** A package, alone or with what it needs to run, fetched once into the cache and used from there ever after. */
import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { addressSegment } from '../../../schema/page-address.ts';
import { describeInstallFailure, describeLookUpFailure, errorCode, type FetchFailure } from './failure.ts';
import type { InstallResult } from './install-worker.ts';
import { type FetchContext, requestOptions } from './look-up.ts';
import { runWorker } from './run-worker.ts';
import { readNpmSettings } from './settings.ts';
import { findStore, incoming } from './store.ts';
import { chooseShard, removeAbandoned, sweepShard } from './sweep-store.ts';

export interface InstallLimits {
  /** Until the worker is killed. */
  deadlineMs: number;
  /** Of everything that is unpacked. */
  maxBytes: number;
}

const defaultLimits: InstallLimits = { deadlineMs: 120_000, maxBytes: 600_000_000 };

/** Nobody may write to its files: they are links to the store's, which other installations share. */
export type Installation = { ok: true; folder: string } | FetchFailure;

/**
 * `folder` holds `node_modules/<name>`. `version` is exact. Rejects only when the signal aborts, and then leaves nothing half done
 * where it could be taken for whole.
 */
export async function installNpmPackage(
  name: string,
  version: string,
  context: FetchContext,
  limits: InstallLimits = defaultLimits,
): Promise<Installation> {
  const home = path.join(context.cacheFolder, 'npm');
  const folder = findInstallation(name, version, context);
  if (await exists(folder)) return { ok: true, folder };
  return inDraft(home, async (draft) => {
    const fetched = await fetchInto(draft, name, version, context, limits);
    return fetched.ok ? moveIntoPlace(draft, folder) : fetched;
  });
}

/** The package's own files alone: `folder` is the package's, and what it needs to run is not there. Otherwise as `installNpmPackage`. */
export async function fetchNpmPackage(
  name: string,
  version: string,
  context: FetchContext,
  limits: InstallLimits = defaultLimits,
): Promise<Installation> {
  const folder = path.join(findInstallation(name, version, context), 'node_modules', name);
  if (await exists(folder)) return { ok: true, folder };
  return fetchInto(undefined, name, version, context, limits);
}

function findInstallation(name: string, version: string, { cacheFolder }: FetchContext): string {
  return path.join(cacheFolder, 'npm', addressSegment(name), version);
}

async function fetchInto(
  folder: string | undefined,
  name: string,
  version: string,
  context: FetchContext,
  { deadlineMs, maxBytes }: InstallLimits,
): Promise<Installation> {
  const store = findStore(context.cacheFolder);
  return inDraft(store, async (drafts) => {
    await sweepShard(store, chooseShard());
    const { offline, signal } = context;
    const options = { ...(await readNpmSettings()), ...requestOptions(context.cacheFolder, offline) };
    const order = { name, version, folder, store, drafts, maxBytes, offline, options };
    return explain(await runWorker(order, signal, deadlineMs), name, version);
  });
}

/** An exact version is not looked up before it is installed, so that it is missing shows only here. */
function explain(result: InstallResult, name: string, version: string): Installation {
  if (result.ok) return result;
  const { error } = result;
  const missing = error.code === 'E404' || error.code === 'ETARGET';
  const itself = error.subject === name || error.subject?.startsWith(`${name}@`);
  return missing && itself ? describeLookUpFailure(error, `${name}@${version}`) : describeInstallFailure(error);
}

/** Gives `use` an empty folder below `home`, which is gone afterwards unless it was moved. */
async function inDraft(home: string, use: (draft: string) => Promise<Installation>): Promise<Installation> {
  let draft: string;
  try {
    await mkdir(home, { recursive: true });
    await removeAbandoned(home);
    draft = await mkdtemp(path.join(home, incoming));
  } catch (error) {
    return failOnDisk(error);
  }
  try {
    return await use(draft);
  } finally {
    await rm(draft, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
  }
}

async function moveIntoPlace(draft: string, folder: string): Promise<Installation> {
  try {
    await mkdir(path.dirname(folder), { recursive: true });
    await rename(draft, folder);
  } catch (error) {
    // Another process was faster, which is as good.
    if (!(await exists(folder))) return failOnDisk(error);
  }
  return { ok: true, folder };
}

function failOnDisk(error: unknown): FetchFailure {
  return describeInstallFailure({ code: errorCode(error), subject: undefined });
}

async function exists(folder: string): Promise<boolean> {
  return (await stat(folder).catch(() => undefined))?.isDirectory() ?? false;
}
