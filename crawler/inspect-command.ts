/** A command that a person typed, in the sandbox and without network. */
import path from 'node:path';
import type { Server, Snapshot } from '../schema/snapshot.ts';
import { showCommand } from './command-program.ts';
import { describeLaunch, listStandIns } from './describe-launch.ts';
import { makeFailedSnapshot, makeNoSandboxSnapshot } from './failed-snapshot.ts';
import type { InspectContext } from './inspect.ts';
import type { AttemptLimits } from './introspect/attempt.ts';
import { pickEgress } from './introspect/egress.ts';
import { introspect } from './introspect/introspect.ts';
import { barePlan } from './introspect/plan-attempts.ts';
import { makeLiveSnapshot } from './live-snapshot.ts';

type CommandTarget = { kind: 'command'; command: string; args: string[] };

export async function inspectCommand(
  target: CommandTarget,
  context: InspectContext,
  limits: Partial<AttemptLimits> = {},
): Promise<Snapshot> {
  const name = path.basename(target.command);
  const server: Server = { id: `command:${name}`, name };
  if (!context.sandbox.found) return makeNoSandboxSnapshot(target, server, context.sandbox);
  const { sandbox } = context.sandbox;
  const program = showCommand(target.command, target.args, process.env.INIT_CWD ?? process.cwd());
  const result = await introspect({
    sandbox,
    program: { ...program, network: context.allowNetwork ? 'host' : 'none' },
    openings: [barePlan],
    readme: [],
    signal: context.signal,
    onProgress: context.onProgress ?? (() => {}),
    limits,
  });
  const launch = describeLaunch(name, target.args, result.plan, sandbox);
  if (!result.ok) return makeFailedSnapshot(target, { server, launch, ...result });
  const { name: ownName, title, version } = result.session.serverInfo;
  const described = {
    ...server,
    name: ownName ?? name,
    ...(title === undefined ? {} : { title }),
    ...(version === undefined ? {} : { version }),
  };
  return makeLiveSnapshot(target, {
    server: described,
    launch,
    session: result.session,
    standIns: listStandIns(result.plan),
    ...pickEgress(result),
  });
}
