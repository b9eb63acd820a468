/** The sentences under a policy: what happens to the calls of one tool, and to every other tool of its server. */
import type { Policy } from '../../schema/policy.ts';
import { listInWords, valueInWords } from '../words.ts';
import { type Effect, type EffectRow, explainTool } from './explain.ts';
import { limitInWords } from './limit-words.ts';
import { limitedCallsInWords } from './special-sentences.ts';

/** Made from the policy object alone, so it says what the policy does and nothing else. */
export function describeEffect(policy: Policy, tool: string): string {
  const { rows, special } = explainTool(policy, tool);
  return [
    ...special,
    ...describeRows(rows, special.length > 0),
    ...describeTotal(policy),
    describeOthers(policy, tool),
  ].join(' ');
}

function describeRows(rows: readonly EffectRow[], afterSpecial: boolean): string[] {
  const [first] = rows;
  if (first?.calls.kind === 'every') return [describeEvery(first, afterSpecial)];
  const tables = Map.groupBy(rows, ({ calls }) => (calls.kind === 'every' ? '' : calls.argument));
  const sentences = [...tables].flatMap(([argument, choices]) => [
    describeChoice(argument, choices, afterSpecial),
    ...describeAbsent(argument, choices, afterSpecial),
  ]);
  return tables.size > 1 ? [...sentences, 'The stricter of these counts.'] : sentences;
}

function describeEvery({ effect, limits }: EffectRow, afterSpecial: boolean): string {
  const call = afterSpecial ? 'Any other call' : 'Every call';
  switch (effect) {
    case 'allow':
      return `${call} passes.`;
    case 'limit':
      return `${afterSpecial ? 'Other calls' : 'Calls'} pass ${limitInWords(limits)}; what goes beyond is denied.`;
    case 'ask':
      return `${call} waits until a person agrees${limits.length > 0 ? `, ${limitInWords(limits)}` : ''}.`;
    case 'deny':
      return `${call} is denied.`;
    case 'hide':
      return 'The tool is hidden: it is taken off the list, and a call to it is denied.';
  }
}

/** "By action: get and list pass; pause passes at most 10 times a minute; any other value is denied." */
function describeChoice(argument: string, rows: readonly EffectRow[], afterSpecial: boolean): string {
  const groups = Map.groupBy(
    rows.filter((row) => !isCountedAs(row) && !standsApart(row)),
    keyOf,
  );
  const ordered = [...groups.values()].sort((left, right) => stepOf(left) - stepOf(right));
  const clauses = [...ordered.map((group) => describeGroup(group)), ...rows.flatMap(describeFallback)];
  return `${afterSpecial ? 'Otherwise, by' : 'By'} ${argument}: ${clauses.join('; ')}.`;
}

/** "Calls without action wait until a person agrees." */
function describeAbsent(argument: string, rows: readonly EffectRow[], afterSpecial: boolean): string[] {
  const calls = `${afterSpecial ? 'Other calls' : 'Calls'} without ${argument}`;
  return rows.filter(standsApart).map((row) => {
    const others = rows.filter((other) => other !== row);
    return `${calls} ${predicate(row, true)}${countedWith(row, others)}.`;
  });
}

/** A call without the argument that is let through on terms of its own; a denied one is told with the other values. */
function standsApart({ calls, effect }: EffectRow): boolean {
  return calls.kind === 'absent' && calls.countsAs === undefined && effect !== 'deny';
}

/** Whether these calls use up the limits of the others. */
function countedWith(row: EffectRow, others: readonly EffectRow[]): string {
  const [own, all] = [countsOf([row]), countsOf(others)];
  const shared = [...all].filter((count) => own.has(count)).length;
  if (shared === 0) return '';
  if (shared < all.size) return ', and count towards limits above';
  return `, and count towards ${shared === 1 ? 'the' : 'every'} limit above`;
}

function countsOf(rows: readonly EffectRow[]): Set<string> {
  return new Set(rows.flatMap(({ limits }) => limits.map(({ counter, window }) => `${window}:${counter}`)));
}

function isCountedAs({ calls }: EffectRow): boolean {
  return calls.kind === 'absent' && calls.countsAs !== undefined;
}

/** A value that is denied may not have been named before. */
function describeFallback({ calls, effect }: EffectRow): string[] {
  if (calls.kind !== 'absent' || calls.countsAs === undefined) return [];
  const denied = effect === 'deny' ? ', and is denied' : '';
  return [`a call without ${calls.argument} counts as ${valueInWords(calls.countsAs)}${denied}`];
}

const steps: readonly Effect[] = ['allow', 'limit', 'ask', 'deny', 'hide'];

function stepOf(group: readonly EffectRow[]): number {
  const [first] = group;
  return first === undefined ? 0 : steps.indexOf(first.effect);
}

function keyOf({ effect, limits }: EffectRow): string {
  return JSON.stringify([effect, limits.map(({ max, window }) => [max, window])]);
}

function describeGroup(group: readonly EffectRow[]): string {
  const [first] = group;
  if (first === undefined) return '';
  const values = group.filter(({ calls }) => calls.kind === 'value').map(({ label }) => label);
  const rest = group.flatMap(({ calls, label }) =>
    calls.kind === 'value' ? [] : [calls.kind === 'absent' ? `a call without ${calls.argument}` : label],
  );
  const subject = listInWords([...(values.length > 6 ? [listInWords(values, 'and')] : values), ...rest], 'and');
  return `${subject} ${predicate(first, group.length > 1, shareOf(group))}`;
}

function predicate({ effect, limits }: EffectRow, isPlural: boolean, share = ''): string {
  switch (effect) {
    case 'allow':
      return isPlural ? 'pass' : 'passes';
    case 'limit':
      return `${isPlural ? 'pass' : 'passes'} ${limitInWords(limits)}${share}`;
    case 'ask':
      return `${isPlural ? 'wait' : 'waits'} until a person agrees${limits.length > 0 ? `, ${limitInWords(limits)}${share}` : ''}`;
    case 'deny':
    case 'hide':
      return isPlural ? 'are denied' : 'is denied';
  }
}

/** Whether values with the same limit have it each or share it. */
function shareOf(group: readonly EffectRow[]): string {
  const [first] = group;
  if (first === undefined || group.length < 2) return '';
  return countsOf(group).size === first.limits.length ? ' together' : ' each';
}

function describeTotal({ all_tools }: Policy): string[] {
  return (all_tools?.limits ?? []).map((limit) => `Over all tools together, ${limitedCallsInWords(limit)}.`);
}

function describeOthers(policy: Policy, tool: string): string {
  if (policy.hide?.includes('*')) return 'So is every other tool of the server.';
  const others = new Set([...Object.keys(policy.tools ?? {}), ...(policy.hide ?? [])].filter((name) => name !== tool))
    .size;
  const rest = policy.default === 'allow' ? 'passes' : 'is denied';
  if (others === 0) return `Every other tool of the server ${rest}.`;
  const listed = others === 1 ? 'One other tool has a rule' : `${others} other tools have rules`;
  return `${listed} of ${others === 1 ? 'its' : 'their'} own; a tool that is not listed ${rest}.`;
}
