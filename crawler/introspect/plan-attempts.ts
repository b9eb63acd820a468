/** What to try next with a server that did not answer. Each attempt follows from what the one before showed. */
import type { Evidence } from './attempt.ts';
import type { Negotiation } from './client.ts';
import { findDemandedPrefix, findDemandedVariables } from './demanded-variables.ts';
import { makeDummyValue } from './dummy-values.ts';
import type { ReadmeLaunch } from './readme-launches.ts';

export interface LaunchPlan {
  args: readonly string[];
  env: Readonly<Record<string, string>>;
  negotiation: Negotiation;
  /** Variables and options that were given made-up values. */
  standIns: readonly string[];
}

export const barePlan: LaunchPlan = { args: [], env: {}, negotiation: 'auto', standIns: [] };

/** The most promising plan that was not tried yet, or undefined when nothing is left to learn from. */
export function planNext(
  tried: readonly LaunchPlan[],
  evidence: Evidence,
  readme: readonly ReadmeLaunch[],
): LaunchPlan | undefined {
  const last = tried.at(-1) ?? barePlan;
  const known = new Set(tried.map(describe));
  return listCandidates(last, evidence, readme).find((plan) => !known.has(describe(plan)));
}

function listCandidates(last: LaunchPlan, evidence: Evidence, readme: readonly ReadmeLaunch[]): LaunchPlan[] {
  const variables = planVariables(last, evidence);
  const fromReadme = readme.map((launch) => ({
    ...last,
    args: launch.args,
    env: { ...last.env, ...launch.env },
    standIns: [...new Set([...last.standIns, ...launch.standIns])],
  }));
  const spoken = planSpokenArguments(last, evidence);
  const plain = [['--stdio'], ['stdio']].map((args) => ({ ...last, args }));
  const older: LaunchPlan[] = evidence.endedItself ? [{ ...last, negotiation: 'initialize' }] : [];
  const dislikesProbe = /server\/discover|\binitializ/i.test(evidence.text) ? older : [];
  if (!evidence.endedItself) return [...spoken, ...fromReadme, ...plain];
  return [...dislikesProbe, ...variables, ...fromReadme, ...spoken, ...older];
}

function planVariables(last: LaunchPlan, { text }: Evidence): LaunchPlan[] {
  const prefix = findDemandedPrefix(text);
  const names = findDemandedVariables(text);
  const wanted = prefix === undefined ? names.filter((name) => !Object.hasOwn(last.env, name)) : names;
  if (wanted.length === 0) return [];
  const dummies = wanted.map((name) => [name, makeDummyValue(name, wanted.length === 1 ? prefix : undefined)] as const);
  const env = { ...last.env, ...Object.fromEntries(dummies) };
  return [{ ...last, env, standIns: [...new Set([...last.standIns, ...wanted])] }];
}

/** Ways to choose standard input and output that the server itself speaks of. */
function planSpokenArguments(last: LaunchPlan, { text }: Evidence): LaunchPlan[] {
  const ways: (readonly [RegExp, string[]])[] = [
    [/--stdio\b/, ['--stdio']],
    [/--transport\b/, ['--transport', 'stdio']],
    [/^\s*(?:\S+\s+)?stdio\b/im, ['stdio']],
    [/^\s+mcp\b/m, ['mcp']],
    [/^\s+serve\b/m, ['serve']],
    [/^\s+start\b/m, ['start']],
    [/^\s+server\b/m, ['server']],
  ];
  return ways.filter(([pattern]) => pattern.test(text)).map(([, args]) => ({ ...last, args }));
}

function describe(plan: LaunchPlan): string {
  return JSON.stringify([plan.args, Object.entries(plan.env).sort(), plan.negotiation]);
}
