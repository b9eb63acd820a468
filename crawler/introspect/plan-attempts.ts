/** What to try next with a server that did not answer. Each attempt follows from what the one before showed. */
import { type Backend, backendPorts, backends } from '../../schema/launch-profile.ts';
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
  /** In HOME: path → content. */
  files: Readonly<Record<string, string>>;
  /** Services that are imitated for it. */
  backends: readonly Backend[];
  /** The launch profile that it is, by its id. */
  profile?: string;
}

export const barePlan: LaunchPlan = { args: [], env: {}, negotiation: 'auto', standIns: [], files: {}, backends: [] };

/** The most promising plan that was not tried yet, or undefined when nothing is left to learn from. */
export function planNext(
  tried: readonly LaunchPlan[],
  evidence: Evidence,
  readme: readonly ReadmeLaunch[],
): LaunchPlan | undefined {
  const last = tried.at(-1) ?? barePlan;
  const known = new Set(tried.map(describePlan));
  return listCandidates(last, evidence, readme).find((plan) => !known.has(describePlan(plan)));
}

/** The same for one that answers and refuses its list: only what it names as missing is worth another start. */
export function planAfterRefusal(tried: readonly LaunchPlan[], evidence: Evidence): LaunchPlan | undefined {
  const last = tried.at(-1) ?? barePlan;
  const known = new Set(tried.map(describePlan));
  const candidates = [...planBackends(last, evidence), ...planVariables(last, evidence)];
  return candidates.find((plan) => !known.has(describePlan(plan)));
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
  const imitated = planBackends(last, evidence);
  const plain = [['--stdio'], ['stdio']].map((args) => ({ ...last, args }));
  const older: LaunchPlan[] = evidence.endedItself ? [{ ...last, negotiation: 'initialize' }] : [];
  const dislikesProbe = /server\/discover|\binitializ/i.test(evidence.text) ? older : [];
  if (!evidence.endedItself) return [...imitated, ...spoken, ...fromReadme, ...plain];
  return [...dislikesProbe, ...imitated, ...variables, ...fromReadme, ...spoken, ...older];
}

function planVariables(last: LaunchPlan, { text }: Evidence): LaunchPlan[] {
  const prefix = findDemandedPrefix(text);
  const named = findDemandedVariables(text);
  // It may speak of the value's form without naming the variable once more.
  const names = named.length === 0 && prefix !== undefined ? last.standIns.filter((name) => isKey(name, last)) : named;
  const wanted = prefix === undefined ? names.filter((name) => !Object.hasOwn(last.env, name)) : names;
  if (wanted.length === 0) return [];
  const dummies = wanted.map((name) => [name, makeDummyValue(name, wanted.length === 1 ? prefix : undefined)] as const);
  const env = { ...last.env, ...Object.fromEntries(dummies) };
  return [{ ...last, env, standIns: [...new Set([...last.standIns, ...wanted])] }];
}

function isKey(name: string, { env }: LaunchPlan): boolean {
  return Object.hasOwn(env, name) && /KEY|TOKEN|SECRET|PASS/.test(name);
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

/** It went to a database's port and was turned away there. */
function planBackends(last: LaunchPlan, { reached = [] }: Evidence): LaunchPlan[] {
  const wanted = backends.filter((each) => reached.some(({ port }) => port === backendPorts[each]));
  const all = [...new Set([...last.backends, ...wanted])];
  return all.length === last.backends.length ? [] : [{ ...last, backends: all }];
}

/** The same text for plans that start a server the same way. */
export function describePlan({ args, env, negotiation, files, backends: imitated }: LaunchPlan): string {
  return JSON.stringify([args, Object.entries(env).sort(), negotiation, Object.entries(files).sort(), imitated]);
}

/**
 * The same without what a README sets beyond what the server asked for, which may make its list shorter; undefined where it sets
 * nothing.
 */
export function planWithoutSettings(plan: LaunchPlan): LaunchPlan | undefined {
  if (plan.profile !== undefined) return undefined;
  const needed = Object.entries(plan.env).filter(([name]) => plan.standIns.includes(name));
  return needed.length === Object.keys(plan.env).length ? undefined : { ...plan, env: Object.fromEntries(needed) };
}
