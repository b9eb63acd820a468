/** A package of Python: found, read, installed without running anything of it, and started in the sandbox. */
import type { FailureKind, Server, Snapshot } from '../schema/snapshot.ts';
import { describeLaunch, listStandIns } from './describe-launch.ts';
import { describeNotes } from './describe-notes.ts';
import type { Extraction } from './extract/extract.ts';
import { explainNoSandbox, makeFailedSnapshot } from './failed-snapshot.ts';
import { explainCacheError } from './fetch/cache-error.ts';
import { findPython, type Python } from './fetch/pypi/find-python.ts';
import { installWheels } from './fetch/pypi/install.ts';
import { readInstalledPackage } from './fetch/pypi/installed-package.ts';
import { type FetchFailure, lookUpRelease } from './fetch/pypi/look-up.ts';
import type { PackageMetadata } from './fetch/pypi/metadata.ts';
import type { InspectContext } from './inspect.ts';
import { introspect } from './introspect/introspect.ts';
import { findLaunchProfile, planOpenings } from './introspect/opening-plans.ts';
import { findReadmeLaunches } from './introspect/readme-launches.ts';
import { makeLiveSnapshot } from './live-snapshot.ts';
import { withPackageSource } from './package-source.ts';
import { normalizePypiName } from './pypi-name.ts';
import { readPypiSource } from './pypi-source.ts';
import { makePythonProgram } from './python-program.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import type { Target } from './target.ts';

type PypiTarget = Extract<Target, { kind: 'pypi' }>;

interface Look {
  target: PypiTarget;
  server: Server;
  /** Exact. */
  revision: string;
}

/** Rejects only when the signal aborts, or for a fault of ours. */
export async function inspectPypi(target: PypiTarget, context: InspectContext): Promise<Snapshot> {
  const server: Server = { id: makePypiPurl(target.name), name: target.name };
  try {
    return await inspectRelease(target, server, context);
  } catch (error) {
    const known = explainCacheError(error);
    if (known === undefined) throw error;
    return makeFailedSnapshot(target, { server, ...known });
  }
}

async function inspectRelease(target: PypiTarget, nameless: Server, context: InspectContext): Promise<Snapshot> {
  context.onProgress?.('asking the index');
  const found = await lookUpRelease(target.name, target.version, context);
  if (!found.ok) return makeFailedSnapshot(target, { server: nameless, ...found });
  const { release, index } = found;
  context.onProgress?.('fetching it');
  const source = await readPypiSource(target.name, release, index, context);
  const server = describeServer(nameless, release.version, source.ok ? source.metadata : undefined);
  const look: Look = { target, server, revision: release.version };
  if (!source.ok) return makeFailedSnapshot(target, { server, revision: release.version, ...source });
  const { extraction, metadata } = source;
  // To install what cannot be a server would cost most of all.
  if (extraction.tools.length === 0 && metadata?.mentionsMcp === false) {
    const reason = 'Nothing in the package speaks of MCP, and no tool was found in its source.';
    return makeFailedSnapshot(target, { server, revision: release.version, failure: 'not-a-server', reason });
  }
  const hasWheel = release.files.some(({ distribution }) => distribution.kind === 'wheel');
  const snapshot = await launch(look, hasWheel, context);
  return withPackageSource(explainEmpty(snapshot, extraction), extraction);
}

/** The failures here are followed by what can be read from the source. */
async function launch(look: Look, hasWheel: boolean, context: InspectContext): Promise<Snapshot> {
  const fail = (failed: { failure: FailureKind; reason: string }) =>
    makeFailedSnapshot(look.target, { server: look.server, revision: look.revision, ...failed });
  if (!hasWheel) {
    const reason = 'It is published as source alone, and nothing is built, since that runs code of it.';
    return fail({ failure: 'install-failed', reason });
  }
  if (!context.sandbox.found) return fail({ failure: 'no-sandbox', reason: explainNoSandbox(context.sandbox) });
  const search = await findPython();
  if (!search.ok) {
    const reason = `Nothing was started, because no Python 3.10 or newer with pip was found here. To get one: ${search.install}`;
    return fail({ failure: 'install-failed', reason });
  }
  context.onProgress?.('installing it');
  const installed = await installWheels(look.target.name, look.revision, search.python, context);
  if (!installed.ok) return fail(installed);
  const started = await start(look, installed.folder, search.python, context.sandbox.sandbox, context);
  return 'ok' in started ? fail(started) : started;
}

async function start(
  { target, server, revision }: Look,
  folder: string,
  python: Python,
  sandbox: Sandbox,
  context: InspectContext,
): Promise<Snapshot | FetchFailure> {
  const installed = await readInstalledPackage(folder, target.name);
  const [command] = installed?.commands ?? [];
  if (command === undefined) {
    return { ok: false, failure: 'not-a-server', reason: 'The package installs no program that could be started.' };
  }
  const names = installed?.commands.flatMap(({ name, module }) => [name, module]) ?? [];
  const readme = findReadmeLaunches(installed?.metadata?.description ?? '', target.name, names);
  const profile = context.profiles === false ? undefined : findLaunchProfile(server.id);
  const result = await introspect({
    sandbox,
    program: await makePythonProgram(python, folder, command, context.cacheFolder),
    openings: planOpenings({ profile, last: context.lastLaunch, readme }),
    readme,
    signal: context.signal,
    onProgress: context.onProgress ?? (() => {}),
  });
  const launched = describeLaunch(command.name, [], result.plan, sandbox);
  if (!result.ok) return makeFailedSnapshot(target, { server, launch: launched, revision, ...result });
  const { session, egress, plan } = result;
  const { title } = session.serverInfo;
  const titled = title === undefined ? server : { ...server, title };
  return makeLiveSnapshot(target, {
    server: titled,
    launch: launched,
    session,
    revision,
    standIns: listStandIns(plan),
    egress,
  });
}

/** Where nothing was listed in either way, why the source showed nothing is said as well. */
function explainEmpty(snapshot: Snapshot, { tools, notes }: Extraction): Snapshot {
  const { coverage } = snapshot;
  if (snapshot.tools.length > 0 || tools.length > 0) return snapshot;
  const reason = `${describeNotes('No tool was found in its source', notes)}. ${coverage.reason ?? ''}`.trim();
  return { ...snapshot, coverage: { ...coverage, reason } };
}

function describeServer(server: Server, version: string, metadata: PackageMetadata | undefined): Server {
  const { summary, repository, homepage } = metadata ?? {};
  return {
    ...server,
    version,
    ...(summary === undefined ? {} : { description: summary }),
    ...(repository === undefined ? {} : { repository }),
    ...(homepage === undefined ? {} : { homepage }),
  };
}

/** A normalised name needs no encoding in a purl. */
function makePypiPurl(name: string): string {
  return `pkg:pypi/${normalizePypiName(name)}`;
}
