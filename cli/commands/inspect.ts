/** `plimsoll inspect TARGET`: one server's snapshot. */
import { inspect } from '../../crawler/inspect.ts';
import { parseTarget, type Target } from '../../crawler/target.ts';
import type { Snapshot } from '../../schema/snapshot.ts';
import { exitCodes } from '../exit-codes.ts';
import { abortOnSignals, type MachineOptions, makeInspectContext } from '../inspect-context.ts';
import { renderSnapshot } from '../render/snapshot.ts';
import { standpoint } from '../standpoint.ts';
import { UsageError } from '../usage-error.ts';

export interface InspectOptions extends MachineOptions {
  json?: boolean;
}

export async function inspectCommand(
  target: string | undefined,
  command: string[],
  options: InspectOptions,
): Promise<number> {
  const read = readTarget(target, command);
  if (Object.keys(options.header ?? {}).length > 0 && read.kind !== 'http')
    throw new UsageError('--header is for endpoints: https://…');
  if (options.allowNetwork && read.kind !== 'command')
    throw new UsageError('--allow-network is for a command after --');
  const snapshot = await inspectTarget(read, options);
  process.stdout.write(options.json ? `${JSON.stringify(snapshot)}\n` : renderSnapshot(snapshot));
  return snapshot.coverage.state === 'failed' ? exitCodes.inconclusive : exitCodes.done;
}

export async function inspectTarget(target: Target, options: MachineOptions): Promise<Snapshot> {
  const signal = abortOnSignals();
  try {
    return await inspect(target, await makeInspectContext(options, signal));
  } catch (error) {
    if (signal.aborted) process.exit(exitCodes.interrupted);
    throw error;
  }
}

/** Everything after `--` arrives as the first argument and the rest; what comes before it is a target. */
function readTarget(first: string | undefined, rest: string[]): Target {
  if (first === undefined)
    throw new UsageError('inspect needs a target, such as npm:NAME; see plimsoll inspect --help');
  const typedAsCommand = process.argv.indexOf('--');
  if (typedAsCommand !== -1 && process.argv[typedAsCommand + 1] === first)
    return { kind: 'command', command: first, args: rest };
  if (rest.length > 0) throw new UsageError(`inspect takes one target; put a command and its arguments after --`);
  return readOneTarget(first);
}

export function readOneTarget(text: string): Target {
  const target = parseTarget(text, standpoint());
  if ('error' in target) throw new UsageError(target.error);
  return target;
}
