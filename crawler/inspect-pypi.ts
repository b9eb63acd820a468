/** A package of Python from its index. */
import type { Server, Snapshot } from '../schema/snapshot.ts';
import { describeNotes } from './describe-notes.ts';
import { makeFailedSnapshot, noLaunch } from './failed-snapshot.ts';
import { lookUpRelease } from './fetch/pypi/look-up.ts';
import type { PackageMetadata } from './fetch/pypi/metadata.ts';
import type { InspectContext } from './inspect.ts';
import { normalizePypiName } from './pypi-name.ts';
import { type PypiSource, readPypiSource } from './pypi-source.ts';
import { formatTarget, type Target } from './target.ts';

type PypiTarget = Extract<Target, { kind: 'pypi' }>;

/** Rejects only when the signal aborts, or for a fault of ours. */
export async function inspectPypi(target: PypiTarget, context: InspectContext): Promise<Snapshot> {
  const nameless: Server = { id: makePypiPurl(target.name), name: target.name };
  context.onProgress?.('asking the index');
  const found = await lookUpRelease(target.name, target.version, context);
  if (!found.ok) return makeFailedSnapshot(target, { server: nameless, ...found });
  const { version } = found.release;
  context.onProgress?.('fetching it');
  const source = await readPypiSource(target.name, found.release, found.index, context);
  const server = describeServer(nameless, version, source.ok ? source.metadata : undefined);
  if (!source.ok) return makeFailedSnapshot(target, { server, revision: version, ...source });
  return makeSourceSnapshot(target, server, version, source);
}

function makeSourceSnapshot(target: PypiTarget, server: Server, revision: string, source: PypiSource): Snapshot {
  const { tools, notes, instructions, metadata } = source;
  if (tools.length === 0) {
    const failure = metadata?.mentionsMcp === false ? 'not-a-server' : 'no-tools-found';
    const opening = `no tool was found in the source of the package${failure === 'not-a-server' ? ', and nothing in it speaks of MCP' : ''}`;
    return makeFailedSnapshot(target, { server, revision, failure, reason: describeNotes(opening, notes) });
  }
  return {
    server,
    target: formatTarget(target),
    revision,
    launch: noLaunch,
    coverage: { state: 'source-only', reason: describeNotes('read from the source of the package', notes) },
    ...(instructions === undefined ? {} : { instructions }),
    egress: [],
    tools,
  };
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
