/** One entry of the list: looked at where it must be, judged, stored. */
import { type Catalogue, CatalogueError, type ServerState } from '../catalogue/index.ts';
import { type InspectContext, lookUpRevision } from '../crawler/inspect.ts';
import { parseTarget, type Target } from '../crawler/target.ts';
import type { RunEntry } from '../schema/server-entry.ts';
import type { Coverage, FailureKind, Launch, Snapshot } from '../schema/snapshot.ts';
import { decideStep, isStored } from './decide-look.ts';
import type { Outcome } from './events.ts';
import { type Classifier, judgeSnapshot } from './judge.ts';
import { judgeStored } from './judge-stored.ts';
import { lookInTime, type TimeBounds } from './look-in-time.ts';
import type { LaunchGate } from './memory/launch-gate.ts';
import { noteIdentities } from './note-identities.ts';

export interface EntryContext {
  /** Relative paths of targets start here. */
  base: string;
  catalogue: Catalogue;
  classifier: Classifier;
  inspectContext: InspectContext;
  maxAgeMs: number | undefined;
  bounds: TimeBounds;
  now: () => Date;
  /** What a server is started behind, so that the machine is not overloaded. */
  gate: LaunchGate;
  /** Server id → the entry of this run that it belongs to. */
  owners: Map<string, string>;
}

export interface EntryOutcome {
  outcome: Outcome;
  tools: number;
  reason: string | undefined;
  coverage: Coverage | undefined;
}

/** Undefined where the run was stopped before the entry came to an outcome. @throws CatalogueError where nothing can be stored any more */
export async function indexEntry(entry: RunEntry, context: EntryContext): Promise<EntryOutcome | undefined> {
  const state = await context.catalogue.getServerState(entry.id);
  try {
    return await readEntry(entry, state, context);
  } catch (error) {
    if (context.inspectContext.signal.aborted) return undefined;
    if (error instanceof CatalogueError && error.fault !== 'address-taken') throw error;
    const message = error instanceof Error ? error.message : String(error);
    return storeFailure(entry, state, context, 'internal', `A fault in Plimsoll itself: ${toOneLine(message)}`);
  }
}

async function readEntry(
  entry: RunEntry,
  state: ServerState | undefined,
  context: EntryContext,
): Promise<EntryOutcome | undefined> {
  const { inspectContext, maxAgeMs } = context;
  const target = parseTarget(entry.source, context.base);
  if ('error' in target) return storeFailure(entry, state, context, 'bad-input', toOneLine(target.error));
  const now = context.now().getTime();
  const step = decideStep({ source: entry.source, target, state, offline: inspectContext.offline, maxAgeMs, now });
  if (state === undefined || step === 'look') return look(entry, target, state, context);
  if (step === 'skip') return skip(entry, state, context, 'not asked, this run being offline');
  if (step === 'current') return skip(entry, state, context, 'not asked, as the server says its list is still current');

  const asked = await lookUpRevision(target, inspectContext);
  if (inspectContext.signal.aborted) return undefined;
  if (!asked.ok) return storeFailure(entry, state, context, asked.failure, asked.reason);
  if (!isStored(state, asked.revision)) return look(entry, target, state, context);
  return skip(entry, state, context, `still at ${asked.revision}`);
}

async function look(
  entry: RunEntry,
  target: Target,
  state: ServerState | undefined,
  context: EntryContext,
): Promise<EntryOutcome | undefined> {
  const lastLaunch = state === undefined ? undefined : await findLastLaunch(state.id, context.catalogue);
  const { gate, inspectContext, bounds } = context;
  const timed = await gate.pass(
    inspectContext.signal,
    () => lookInTime(target, { ...inspectContext, lastLaunch }, bounds),
    () => inspectContext.onProgress?.('waiting for memory'),
  );
  if (timed === undefined || timed.ended === 'stopped') return undefined;
  if (timed.ended === 'too-long') {
    const seconds = Math.round(context.bounds.limitMs / 1000);
    return storeFailure(entry, state, context, 'timeout', `It was not done within ${seconds} seconds.`);
  }
  if (timed.snapshot.isPrivate) {
    const reason = 'The server gives its list to the owner of the credentials alone, so it is not stored.';
    return storeFailure(entry, state, context, 'list-failed', reason);
  }
  return storeSnapshot(entry, timed.snapshot, context);
}

/** What worked is tried first; how a failed start was made teaches nothing. */
async function findLastLaunch(serverId: string, catalogue: Catalogue): Promise<Launch | undefined> {
  const known = await catalogue.getServer(serverId);
  return known?.coverage.state === 'failed' ? undefined : known?.launch;
}

/** What is stored stands; it is judged by today's rules all the same, which costs little and leaves no verdict behind the times. */
async function skip(entry: RunEntry, state: ServerState, context: EntryContext, why: string): Promise<EntryOutcome> {
  const owned = findOwner(entry, state.id, context);
  if (owned !== undefined) return owned;
  const { coverage, toolCount: tools } = state;
  const at = context.now().toISOString();
  const isJudgedAnew = await judgeStored(state.id, context, at);
  await context.catalogue.recordUnchanged(state.id, at);
  const known = await context.catalogue.getServer(state.id);
  await noteIdentities(context.catalogue, state.id, entry, known?.server);
  if (coverage.state === 'failed') {
    const reason = `${(coverage.reason ?? 'It could not be read').replace(/\.$/, '')} (${why})`;
    return { outcome: 'failed', tools, reason, coverage };
  }
  return { outcome: isJudgedAnew ? 'reclassified' : 'unchanged', tools, reason: why, coverage };
}

async function storeSnapshot(entry: RunEntry, snapshot: Snapshot, context: EntryContext): Promise<EntryOutcome> {
  const owned = findOwner(entry, snapshot.server.id, context);
  if (owned !== undefined) return owned;
  const lookedAt = context.now().toISOString();
  const judgement = await judgeSnapshot(snapshot, context.classifier);
  const { id: entryId, title, source: target } = entry;
  const stored = await context.catalogue.storeLook({ entryId, title, target, lookedAt, snapshot, ...judgement });
  if (stored.kept) await judgeStored(stored.serverId, context, lookedAt);
  const { coverage, server } = snapshot;
  const isLearnt = coverage.state !== 'failed';
  await noteIdentities(context.catalogue, stored.serverId, entry, isLearnt ? server : undefined);
  const outcome = coverage.state === 'failed' ? 'failed' : 'indexed';
  return { outcome, tools: stored.tools, reason: coverage.reason, coverage };
}

/** A failure before there was a snapshot. It stands under the server it was before, where there was one. */
async function storeFailure(
  entry: RunEntry,
  state: ServerState | undefined,
  context: EntryContext,
  failure: FailureKind,
  reason: string,
): Promise<EntryOutcome> {
  const known = state === undefined ? undefined : await context.catalogue.getServer(state.id);
  const coverage: Coverage = { state: 'failed', failure, reason };
  const snapshot: Snapshot = {
    server: known?.server ?? { id: `entry:${entry.id}`, name: entry.title },
    target: entry.source,
    ...(state?.latestRevision === undefined ? {} : { revision: state.latestRevision }),
    launch: known?.launch ?? { transport: 'none', args: [], environment: [] },
    coverage,
    egress: [],
    tools: [],
  };
  try {
    return await storeSnapshot(entry, snapshot, context);
  } catch (error) {
    if (error instanceof CatalogueError && error.fault !== 'address-taken') throw error;
    return { outcome: 'failed', tools: known?.toolCount ?? 0, reason, coverage };
  }
}

/** Two entries for one server would overwrite each other at every run, so the second one is told off. */
function findOwner(entry: RunEntry, serverId: string, { owners }: EntryContext): EntryOutcome | undefined {
  const owner = owners.get(serverId);
  if (owner === undefined || owner === entry.id) {
    owners.set(serverId, entry.id);
    return undefined;
  }
  const reason = `${serverId} is the server of the entry ${owner} already; take one of the two out of the list.`;
  return { outcome: 'failed', tools: 0, reason, coverage: { state: 'failed', failure: 'bad-input', reason } };
}

function toOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 500);
}
