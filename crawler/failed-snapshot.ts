/** The record of a look that gave nothing. */
import type { FailureKind, Launch, Server, Snapshot } from '../schema/snapshot.ts';
import { formatTarget, type Target } from './target.ts';

export interface FailedLook {
  server: Server;
  failure: FailureKind;
  reason: string;
  launch?: Launch;
  revision?: string;
  egress?: readonly string[];
  egressGap?: string;
}

export const noLaunch: Launch = { transport: 'none', args: [], environment: [] };

export function makeFailedSnapshot(target: Target, look: FailedLook): Snapshot {
  return {
    server: look.server,
    target: formatTarget(target),
    ...(look.revision === undefined ? {} : { revision: look.revision }),
    launch: look.launch ?? noLaunch,
    coverage: { state: 'failed', failure: look.failure, reason: look.reason },
    egress: [...(look.egress ?? [])],
    ...(look.egressGap === undefined ? {} : { egressGap: look.egressGap }),
    tools: [],
  };
}

/** Why nothing was started, and what would change that. */
export function explainNoSandbox(found: { reason: string; install: string }): string {
  return `Nothing was started, because no sandbox works here (${found.reason}). To get one: ${found.install}`;
}

/** Nothing is started where nothing can confine it. */
export function makeNoSandboxSnapshot(
  target: Target,
  server: Server,
  found: { reason: string; install: string },
): Snapshot {
  return makeFailedSnapshot(target, { server, failure: 'no-sandbox', reason: explainNoSandbox(found) });
}
