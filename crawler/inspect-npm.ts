/** An npm package: found, fetched without running anything of it, started in the sandbox. */
import path from 'node:path';
import { PackageURL } from 'packageurl-js';
import type { Server, Snapshot } from '../schema/snapshot.ts';
import { nodeInside } from './command-program.ts';
import { describeLaunch, listStandIns } from './describe-launch.ts';
import { makeFailedSnapshot, makeNoSandboxSnapshot } from './failed-snapshot.ts';
import { installNpmPackage } from './fetch/npm/install.ts';
import { lookUpNpmVersion } from './fetch/npm/look-up.ts';
import type { InspectContext } from './inspect.ts';
import { type EntryPoint, findEntryPoint } from './introspect/entry-point.ts';
import { type Introspection, introspect, type Program } from './introspect/introspect.ts';
import { findLaunchProfile, planOpenings } from './introspect/opening-plans.ts';
import { type PackageManifest, readPackageManifest, readReadme } from './introspect/package-manifest.ts';
import { findReadmeLaunches } from './introspect/readme-launches.ts';
import { makeLiveSnapshot } from './live-snapshot.ts';
import { isExactVersion } from './npm-name.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

type NpmTarget = { kind: 'npm'; name: string; version: string | undefined };

export async function inspectNpm(target: NpmTarget, context: InspectContext): Promise<Snapshot> {
  const server = nameServer(target.name);
  if (!context.sandbox.found) return makeNoSandboxSnapshot(target, server, context.sandbox);
  const progress = context.onProgress ?? (() => {});
  progress('asking the registry');
  const found = await findVersion(target, context);
  if (!found.ok) return makeFailedSnapshot(target, { server, ...found });
  const { version } = found;
  progress('fetching it');
  const installed = await installNpmPackage(target.name, version, context);
  if (!installed.ok)
    return makeFailedSnapshot(target, { server: { ...server, version }, revision: version, ...installed });
  const folder = path.join(installed.folder, 'node_modules', target.name);
  const manifest = await readPackageManifest(folder, target.name, version);
  const entry = manifest === undefined ? undefined : await findEntryPoint(folder, manifest);
  if (manifest === undefined || entry === undefined) {
    const reason = 'The package holds no program that could be started.';
    return makeFailedSnapshot(target, {
      server: { ...server, version },
      revision: version,
      failure: 'not-a-server',
      reason,
    });
  }
  const readme = findReadmeLaunches(await readReadme(folder), target.name, [...manifest.bins.keys()]);
  const profile = context.profiles === false ? undefined : findLaunchProfile(server.id);
  const result = await introspect({
    sandbox: context.sandbox.sandbox,
    program: makeProgram(entry, target.name, installed.folder),
    openings: planOpenings({ profile, last: context.lastLaunch, readme }),
    readme,
    signal: context.signal,
    onProgress: progress,
  });
  return makeSnapshot(target, manifest, entry, context.sandbox.sandbox, result);
}

/** An exact version needs no question: if the registry has it, the fetching shows it. */
async function findVersion(target: NpmTarget, context: InspectContext): ReturnType<typeof lookUpNpmVersion> {
  if (target.version !== undefined && isExactVersion(target.version)) return { ok: true, version: target.version };
  return lookUpNpmVersion(target.name, target.version, context);
}

const serverInside = '/opt/server';

function makeProgram(entry: EntryPoint, packageName: string, folder: string): Program {
  const file = path.posix.join(serverInside, 'node_modules', packageName, entry.file.split(path.sep).join('/'));
  const mounts = [
    { from: process.execPath, to: nodeInside },
    { from: folder, to: serverInside },
  ];
  if (entry.runner === 'node')
    return { command: nodeInside, args: [...entry.nodeOptions, file], mounts, network: 'none' };
  if (entry.runner === 'shell') return { command: '/bin/sh', args: [file], mounts, network: 'none' };
  return { command: file, args: [], mounts, network: 'none' };
}

function makeSnapshot(
  target: NpmTarget,
  manifest: PackageManifest,
  entry: EntryPoint,
  sandbox: Sandbox,
  result: Introspection,
): Snapshot {
  const launch = describeLaunch(entry.name, [], result.plan, sandbox);
  const server = describeServer(manifest, result.ok ? result.session.serverInfo.title : undefined);
  const revision = manifest.version;
  if (result.ok)
    return makeLiveSnapshot(target, {
      server,
      launch,
      session: result.session,
      revision,
      standIns: listStandIns(result.plan),
      egress: result.egress,
    });
  if (manifest.mentionsMcp) return makeFailedSnapshot(target, { server, launch, revision, ...result });
  const reason = 'Nothing in the package speaks of MCP, and started it does not answer.';
  return makeFailedSnapshot(target, {
    server,
    launch,
    revision,
    failure: 'not-a-server',
    reason,
    egress: result.egress,
  });
}

function nameServer(name: string): Server {
  return { id: makeNpmPurl(name), name };
}

function describeServer(manifest: PackageManifest, title: string | undefined): Server {
  const { version, description, repository, homepage } = manifest;
  return {
    ...nameServer(manifest.name),
    version,
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(repository === undefined ? {} : { repository }),
    ...(homepage === undefined ? {} : { homepage }),
  };
}

/** `pkg:npm/%40scope/name` */
function makeNpmPurl(name: string): string {
  const [scope, bare] = name.startsWith('@') ? name.split('/') : [undefined, name];
  return new PackageURL('npm', scope, bare ?? name, undefined, undefined, undefined).toString();
}
