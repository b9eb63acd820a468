/** `plimsoll policy TARGET`: reads a server, classifies its tools, prints the recommended policy. */
import { classifySnapshot } from '../../classifier/index.ts';
import { makeOverrideBook } from '../../indexer/index.ts';
import { describeEffect, recommendServerPolicy, recommendToolPolicy } from '../../policy/index.ts';
import type { Policy, Profile } from '../../schema/policy.ts';
import { readTool } from '../../schema/tool-definition.ts';
import { exitCodes } from '../exit-codes.ts';
import type { MachineOptions } from '../inspect-context.ts';
import { loadOverrides } from '../load-overrides.ts';
import { oneLine, plural } from '../render/terminal-text.ts';
import { UsageError } from '../usage-error.ts';
import { inspectTarget, readOneTarget } from './inspect.ts';

export interface PolicyOptions extends MachineOptions {
  tool?: string;
  profile: Profile;
}

export async function policyCommand(target: string, options: PolicyOptions): Promise<number> {
  const snapshot = await inspectTarget(readOneTarget(target), options);
  if (snapshot.coverage.state === 'failed') {
    process.stderr.write(
      `plimsoll: no policy: ${oneLine(snapshot.coverage.reason ?? 'the server could not be read')}\n`,
    );
    return exitCodes.inconclusive;
  }
  const verdicts = makeOverrideBook(await loadOverrides()).correct(snapshot, classifySnapshot(snapshot));
  const tools = snapshot.tools.flatMap((tool, index) => {
    const verdict = verdicts[index];
    return verdict === undefined ? [] : [{ verdict, definition: tool.definition }];
  });
  const policy =
    options.tool === undefined
      ? recommendServerPolicy(tools, options.profile)
      : policyOfTool(tools, options.tool, options.profile);
  process.stdout.write(`${JSON.stringify(policy, null, 2)}\n`);
  if (options.tool !== undefined) process.stderr.write(`${describeEffect(policy, options.tool)}\n`);
  return exitCodes.done;
}

type ClassifiedTool = Parameters<typeof recommendServerPolicy>[0][number];

function policyOfTool(tools: readonly ClassifiedTool[], name: string, profile: Profile): Policy {
  const found =
    tools.find((tool) => tool.verdict.id === name) ?? tools.find((tool) => readTool(tool.definition).name === name);
  if (found) return recommendToolPolicy(found.verdict, found.definition, profile);
  const near = tools.slice(0, 8).map((tool) => tool.verdict.name);
  throw new UsageError(
    `the server has no tool ${oneLine(name, 80)}; it has ${plural(tools.length, 'tool')}: ${oneLine(near.join(', '), 300)}${tools.length > 8 ? ', …' : ''}`,
  );
}
