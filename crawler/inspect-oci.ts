/** A container image: its own program's files are read, and nothing of it is run. */
import type { FailureKind, Server, Snapshot } from '../schema/snapshot.ts';
import { describeNotes } from './describe-notes.ts';
import type { Extraction } from './extract/extract.ts';
import { readTreeApart } from './extract/read-apart.ts';
import { makeFailedSnapshot, noLaunch } from './failed-snapshot.ts';
import { explainCacheError } from './fetch/cache-error.ts';
import { formatImageReference, type ImageReference, isDigest } from './fetch/oci/image-reference.ts';
import { lookUpDigest, lookUpManifest } from './fetch/oci/look-up.ts';
import { type OpenImage, openImage } from './fetch/oci/open-image.ts';
import type { RegistryOptions } from './fetch/oci/registry.ts';
import type { InspectContext } from './inspect.ts';
import { webAddress } from './introspect/package-manifest.ts';
import { identifyPackage } from './sources/identity.ts';
import { formatTarget, type Target } from './target.ts';

type OciTarget = Extract<Target, { kind: 'oci' }>;

/** Rejects only when the signal aborts, or for a fault of ours. */
export async function inspectOci(target: OciTarget, context: InspectContext): Promise<Snapshot> {
  const server = nameServer(target.image);
  if (context.offline) return makeFailedSnapshot(target, { server, ...offline });
  try {
    return await inspectImage(target, server, context);
  } catch (error) {
    const known = explainCacheError(error);
    if (known === undefined) throw error;
    return makeFailedSnapshot(target, { server, ...known });
  }
}

async function inspectImage(target: OciTarget, nameless: Server, context: InspectContext): Promise<Snapshot> {
  context.onProgress?.('asking the registry');
  const found = await lookUpManifest(target.image, makeOptions(context));
  if (!found.ok) return makeFailedSnapshot(target, { server: nameless, ...found });
  context.onProgress?.('fetching it');
  const image = await openImage(found, context);
  const revision = found.digest;
  if (!image.ok) return makeFailedSnapshot(target, { server: nameless, revision, ...image });
  context.onProgress?.('reading');
  const read = await extractFirst(image, context.signal);
  const server = describeServer(nameless, target.image, image.labels);
  if (!read.ok) return makeFailedSnapshot(target, { server, revision, ...read });
  const { extraction } = read;
  const notes = [...extraction.notes, ...image.tree.leftOut];
  if (extraction.tools.length === 0) {
    const empty =
      image.tree.files.size === 0 ? ['it may be a compiled program, whose source the image does not hold'] : [];
    const reason = describeNotes('no tool was found in the files of the image', [...empty, ...notes]);
    return makeFailedSnapshot(target, { server, revision, failure: 'no-tools-found', reason });
  }
  const { instructions } = extraction.server;
  return {
    server,
    target: formatTarget(target),
    revision,
    launch: noLaunch,
    coverage: { state: 'source-only', reason: describeNotes('read from the files of the image', notes) },
    ...(instructions === undefined ? {} : { instructions }),
    egress: [],
    tools: extraction.tools,
  };
}

/** The digest that a look would read now: one small request. */
export async function lookUpImageRevision(
  { image }: OciTarget,
  context: InspectContext,
): Promise<{ ok: true; revision: string } | { ok: false; failure: FailureKind; reason: string }> {
  const found = await lookUpDigest(image, makeOptions(context));
  return found.ok ? { ok: true, revision: found.digest } : found;
}

const offline = {
  failure: 'unreachable',
  reason: 'Offline, and what an image stands for only its registry knows.',
} as const;

function makeOptions({ publicOnly, signal }: InspectContext): RegistryOptions {
  return { allowPrivate: publicOnly !== true, signal };
}

/** Of the places where the program may lie, the first that shows tools. */
async function extractFirst({ tree, folders }: OpenImage, signal: AbortSignal): ReturnType<typeof readTreeApart> {
  const notes: string[] = [];
  for (const subfolder of [...folders, undefined]) {
    const read = await readTreeApart(tree, { subfolder }, signal);
    if (!read.ok || read.extraction.tools.length > 0) return read;
    notes.push(...read.extraction.notes);
  }
  return { ok: true, extraction: { tools: [], notes, server: {} } satisfies Extraction };
}

function nameServer(image: ImageReference): Server {
  const identity = identifyPackage('oci', formatImageReference({ ...image, version: undefined }));
  const name = image.repository.split('/').at(-1) ?? image.repository;
  return { id: identity?.purl ?? `pkg:oci/${name}`, name };
}

/** The labels that image-spec and the MCP registry give a meaning. Its version is its tag: that label is often the base image's. */
function describeServer(server: Server, image: ImageReference, labels: ReadonlyMap<string, string>): Server {
  const read = (name: string, most: number) =>
    labels.get(name)?.replace(/\s+/g, ' ').trim().slice(0, most).toWellFormed() || undefined;
  const own = (name: string, most = 200) => read(`org.opencontainers.image.${name}`, most);
  const title = own('title');
  const version = isDigest(image.version) || image.version === 'latest' ? undefined : image.version;
  const description = own('description', 1_000);
  const repository = webAddress(own('source', 300));
  const homepage = webAddress(own('url', 300) ?? own('documentation', 300));
  return {
    ...server,
    name: read('io.modelcontextprotocol.server.name', 200) ?? server.name,
    ...(title === undefined ? {} : { title }),
    ...(version === undefined ? {} : { version }),
    ...(description === undefined ? {} : { description }),
    ...(repository === undefined ? {} : { repository }),
    ...(homepage === undefined ? {} : { homepage }),
  };
}
