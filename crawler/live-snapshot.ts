/** The record of a conversation with a running server. */
import type { Coverage, Launch, Server, Snapshot } from '../schema/snapshot.ts';
import { quoteWords } from './introspect/describe-evidence.ts';
import { noteNetwork } from './introspect/egress.ts';
import type { ListProblem } from './introspect/read-list.ts';
import type { Session } from './introspect/session.ts';
import { makeSnapshotTools } from './snapshot-tool.ts';
import { formatTarget, type Target } from './target.ts';

export interface LiveLook {
  server: Server;
  launch: Launch;
  session: Session;
  revision?: string;
  /** Variables, options and services that were given made-up values or imitated. */
  standIns: readonly string[];
  egress?: readonly string[];
  egressGap?: string;
  /** Whether somebody's real credentials were sent. */
  withCredentials?: boolean;
}

export function makeLiveSnapshot(target: Target, look: LiveLook): Snapshot {
  const { session } = look;
  const { isPrivate, ttlMs } = session.caching;
  const isWithheld = isPrivate && look.withCredentials === true;
  return {
    server: look.server,
    target: formatTarget(target),
    ...(look.revision === undefined ? {} : { revision: look.revision }),
    launch: look.launch,
    coverage: isWithheld ? explainPrivate(judgeCoverage(look, [])) : judgeCoverage(look, look.standIns),
    ...(session.protocolVersion === undefined ? {} : { protocolVersion: session.protocolVersion }),
    ...(session.instructions === undefined ? {} : { instructions: session.instructions }),
    ...(ttlMs === undefined ? {} : { ttlMs }),
    ...(isWithheld ? { isPrivate: true as const } : {}),
    egress: [...(look.egress ?? [])],
    ...(look.egressGap === undefined ? {} : { egressGap: look.egressGap }),
    tools: makeSnapshotTools(session.tools, { from: 'live' }),
  };
}

function explainPrivate(coverage: Coverage): Coverage {
  const privacy = 'The server gives this list to the owner of these credentials alone, so it must not be published.';
  return { ...coverage, reason: coverage.reason === undefined ? privacy : `${coverage.reason} ${privacy}` };
}

const methodNotFound = -32601;

function judgeCoverage({ session, egress = [] }: LiveLook, standIns: readonly string[]): Coverage {
  const { tools, problem, declaresTools } = session;
  if (tools.length === 0) {
    const refused = problem?.kind === 'error' && problem.code === methodNotFound;
    if (problem !== undefined && !(refused && !declaresTools)) {
      const reason = `${describeProblem(problem)}${noteNetwork({ failure: 'list-failed' }, egress)}`;
      return { state: 'failed', failure: 'list-failed', reason };
    }
    return { state: 'failed', failure: 'no-tools-found', reason: 'It answers, and offers no tools.' };
  }
  if (problem !== undefined) {
    return {
      state: 'partial',
      failure: 'list-failed',
      reason: `Only a part of the list was read. ${describeProblem(problem)}`,
    };
  }
  if (standIns.length > 0) {
    const reason = `Listed with made-up values for ${standIns.join(', ')}; with real ones it may list other tools.`;
    return { state: 'unauthenticated', reason };
  }
  return { state: 'complete' };
}

function describeProblem(problem: ListProblem): string {
  switch (problem.kind) {
    case 'error':
      return `Asked for its tools it gave an error${quoteWords(problem.message)}.`;
    case 'no-list':
      return 'Asked for its tools it gave an answer without a list.';
    case 'timeout':
      return 'Asked for its tools it did not answer in time.';
    case 'cursor-repeats':
      return 'Its list has pages that lead back to each other.';
    case 'too-long':
      return 'Its list has more pages or tools than are read of one server.';
  }
}
