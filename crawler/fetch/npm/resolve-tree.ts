/** Which packages one package needs to run, in which versions and where each goes: npm's own answer, from the registry's lists alone. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import Arborist, { type TreeNode } from '@npmcli/arborist';
import { isOutage, type NpmError, readNpmError } from './failure.ts';
import type { Tarball } from './fetch-tarball.ts';

export interface PlacedPackage extends Tarball {
  /** `node_modules/a/node_modules/b`, relative to the installation. */
  location: string;
  /** What it says of its own size. */
  declaredBytes: number;
  /** The rest can be tried without it. */
  isOptional: boolean;
}

export type Resolution = { ok: true; packages: PlacedPackage[] } | { ok: false; error: NpmError };

interface Settings {
  freshLists: boolean;
  legacyPeerDeps: boolean;
}

/** A list of versions that was fetched within a day is as good as a new one (RFC 9111 §5.2.1.2), unless it lacks what is asked for. */
export const dayOldLists = { 'cache-control': 'max-stale=86400' };

export const notListed: ReadonlySet<string> = new Set(['E404', 'ETARGET', 'ENOVERSIONS']);

/** `folder` is an empty one that the installation will be in; it gets a package.json. */
export async function resolveTree(
  folder: string,
  name: string,
  version: string,
  options: Record<string, unknown>,
): Promise<Resolution> {
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ private: true, dependencies: { [name]: version } }),
  );
  let settings: Settings = { freshLists: false, legacyPeerDeps: false };
  for (;;) {
    const { resolution, missing } = await buildTree(folder, options, settings);
    if (missing && !settings.freshLists) settings = { ...settings, freshLists: true };
    // Peer dependencies that contradict each other stop npm, and seldom stop the server.
    else if (!resolution.ok && resolution.error.code === 'ERESOLVE' && !settings.legacyPeerDeps) {
      settings = { ...settings, legacyPeerDeps: true };
    } else return resolution;
  }
}

/** `missing`: the lists lack something, which a newer list may have. */
async function buildTree(
  folder: string,
  options: Record<string, unknown>,
  { freshLists, legacyPeerDeps }: Settings,
): Promise<{ resolution: Resolution; missing: boolean }> {
  const arborist = new Arborist({
    ...options,
    ...(legacyPeerDeps ? { legacyPeerDeps } : {}),
    ...(freshLists ? {} : { headers: dayOldLists }),
    path: folder,
    ignoreScripts: true,
    audit: false,
    packageLock: false,
    save: false,
    omit: ['dev'],
    progress: false,
  });
  try {
    const { inventory } = await arborist.buildIdealTree();
    const nodes = [...inventory.values()].filter((node) => !node.isRoot);
    const passedOver = nodes.flatMap(({ errors }) => errors.map(readNpmError));
    const missing = passedOver.some(({ code }) => notListed.has(code));
    // npm goes on without an optional package that it could not ask for, and this would be kept.
    const outage = passedOver.find(isOutage);
    if (outage !== undefined) return { resolution: { ok: false, error: outage }, missing };
    return { resolution: placePackages(nodes.filter((node) => !node.inert)), missing };
  } catch (error) {
    const failure = readNpmError(error);
    return { resolution: { ok: false, error: failure }, missing: notListed.has(failure.code) };
  }
}

function placePackages(nodes: readonly TreeNode[]): Resolution {
  const packages: PlacedPackage[] = [];
  for (const node of nodes) {
    const { location, packageName, version, resolved, integrity } = node;
    if (node.isLink || packageName === null || !isInside(location)) {
      return { ok: false, error: { code: 'EALLOWFILE', subject: undefined } };
    }
    if (!resolved) return { ok: false, error: { code: 'NO-TARBALL', subject: `${packageName}@${version}` } };
    const declared = node.package.dist?.unpackedSize;
    packages.push({
      name: packageName,
      version,
      resolved,
      integrity: integrity ?? undefined,
      location,
      declaredBytes: typeof declared === 'number' && declared > 0 ? declared : 0,
      isOptional: node.optional,
    });
  }
  return { ok: true, packages };
}

/** npm checks names, and this is where a name becomes a path. */
function isInside(location: string): boolean {
  const parts = location.split(/[\\/]/);
  return parts[0] === 'node_modules' && parts.every((part) => part !== '' && part !== '.' && part !== '..');
}
