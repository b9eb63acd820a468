/**
 * What a policy does with the calls of one tool, as a table. Each row is found by running the policy on such a call, so it cannot
 * say anything that the policy does not do.
 */
import { fromPointer } from '../../schema/json-pointer.ts';
import type { LimitRule, Policy, Scalar, ToolRule } from '../../schema/policy.ts';
import { formatPath } from '../argument-path.ts';
import { noCallsYet } from '../counters.ts';
import { decide, isHidden, limitsOn, ruleOf } from '../decide.ts';
import { nameInWords, valueInWords } from '../words.ts';
import { describeSpecial } from './special-sentences.ts';
import { type Choice, splitRule } from './split-rule.ts';

/** What becomes of a call. `limit`: it passes while the limit is not used up. */
export type Effect = 'allow' | 'limit' | 'ask' | 'deny' | 'hide';

/** One word for a badge; `mixed` where it depends on the arguments. */
export type Glance = Effect | 'mixed';

/**
 * Which calls a row is about. `other` is every value that no row names; `mistyped` is one that cannot be compared with those named,
 * and has a row only where it fares otherwise; `absent` is a call without the argument.
 */
type RowCalls =
  | { kind: 'every' }
  | { kind: 'value'; argument: string; value: Scalar }
  | { kind: 'other'; argument: string }
  | { kind: 'mistyped'; argument: string }
  | { kind: 'absent'; argument: string; countsAs: Scalar | undefined };

export interface EffectRow {
  calls: RowCalls;
  /** The row's heading, ready to be shown: `get`, `any other value`, `without action`. */
  label: string;
  effect: Effect;
  /** The limits that such a call counts under, one for each count, strictest first; an `ask` may have some as well. */
  limits: Pick<LimitRule, 'counter' | 'max' | 'window'>[];
  /** Why, in the policy's own words. */
  reason: string | undefined;
}

interface ToolEffect {
  glance: Glance;
  rows: EffectRow[];
  /** Sentences on rules that look at anything but the rows' arguments: an amount, a pattern. They come before the rows. */
  special: string[];
}

export function explainTool(policy: Policy, tool: string): ToolEffect {
  const rule = isHidden(policy, tool) ? undefined : ruleOf(policy, tool);
  if (rule === undefined) {
    const hidden = isHidden(policy, tool);
    const row = makeRow({ kind: 'every' }, { version: '2', default: hidden ? 'deny' : policy.default }, tool, {});
    const shown: EffectRow = hidden ? { ...row, effect: 'hide', reason: 'The policy hides this tool.' } : row;
    return { glance: shown.effect, rows: [shown], special: [] };
  }
  const { choices, unconditional, special } = splitRule(rule);
  const rows = choices.flatMap((choice) => rowsOf(choice, tool));
  if (choices.length === 0) rows.push(makeRow({ kind: 'every' }, onlyRule(tool, unconditional), tool, {}));
  const sentences = describeSpecial(special);
  return { glance: glanceAt(rows, sentences.length > 0), rows, special: sentences };
}

/**
 * What becomes of calls in which the argument at `pointer` (a JSON Pointer into the arguments) has that value. Answers for values
 * that the policy does not name as well, such as an operation that is left out of its allow-list.
 */
export function explainValue(policy: Policy, tool: string, pointer: string, value: Scalar): EffectRow {
  const names = pointer.startsWith('/') ? fromPointer(pointer) : [];
  const rule = isHidden(policy, tool) ? undefined : ruleOf(policy, tool);
  const choice = rule && splitRule(rule).choices.find((one) => one.path === formatPath(names));
  if (choice === undefined) {
    const [first] = explainTool(policy, tool).rows;
    const whole = first?.calls.kind === 'every' ? first : undefined;
    return whole ?? makeRow({ kind: 'every' }, onlyRule(tool, splitRule(rule ?? {}).unconditional), tool, {});
  }
  const calls: RowCalls = { kind: 'value', argument: argumentOf(choice.names), value };
  return makeRow(calls, onlyRule(tool, choice.rule), tool, nest(choice.names, value));
}

export function glance(policy: Policy, tool: string): Glance {
  return explainTool(policy, tool).glance;
}

function glanceAt(rows: readonly EffectRow[], hasSpecial: boolean): Glance {
  // That undeclared values are denied goes without saying; where they are not, it matters.
  const telling = rows.filter(
    ({ calls, effect }) => calls.kind === 'every' || calls.kind === 'value' || effect !== 'deny',
  );
  const effects = new Set(telling.map(({ effect }) => effect));
  const [only] = effects;
  if (effects.size !== 1 || only === undefined) return 'mixed';
  return hasSpecial && (only === 'allow' || only === 'limit') ? 'mixed' : only;
}

function rowsOf({ names, values, fallback, rule }: Choice, tool: string): EffectRow[] {
  const argument = argumentOf(names);
  const policy = onlyRule(tool, rule);
  const row = (calls: RowCalls, args: unknown) => makeRow(calls, policy, tool, args);
  const isSwitch = values.every((value) => typeof value === 'boolean');
  const named = isSwitch ? [...new Set([...values, true, false])] : values;
  const listed = named.map((value) => row({ kind: 'value', argument, value }, nest(names, value)));
  const other = isSwitch ? [] : [row({ kind: 'other', argument }, nest(names, makeOther(values)))];
  const mistyped = row({ kind: 'mistyped', argument }, nest(names, {}));
  const goesWithoutSaying =
    other.length === 0 ? mistyped.effect === 'deny' : other.every((one) => isSame(one, mistyped));
  return [
    ...listed,
    ...other,
    ...(goesWithoutSaying ? [] : [mistyped]),
    row({ kind: 'absent', argument, countsAs: fallback }, {}),
  ];
}

function isSame(left: EffectRow, right: EffectRow): boolean {
  return JSON.stringify([left.effect, left.limits]) === JSON.stringify([right.effect, right.limits]);
}

function argumentOf(names: readonly string[]): string {
  return names.map(nameInWords).join('.');
}

/** A value that is none of these, of the type of the first that is no truth value. */
function makeOther(values: readonly Scalar[]): Scalar {
  const first = values.find((value) => typeof value !== 'boolean');
  if (typeof first !== 'number') return values.reduce<string>((longer, value) => `${longer}${value}.`, '.');
  return [...values.keys(), values.length].find((value) => !values.includes(value)) ?? Number.NaN;
}

function onlyRule(tool: string, rule: ToolRule): Policy {
  return { version: '2', default: 'deny', tools: Object.fromEntries([[tool, rule]]) };
}

function nest(names: readonly string[], value: unknown): unknown {
  return names.reduceRight<unknown>((inner, name) => Object.fromEntries([[name, inner]]), value);
}

function makeRow(calls: RowCalls, policy: Policy, tool: string, args: unknown): EffectRow {
  const { action, because } = decide(policy, { tool, args }, noCallsYet(0));
  const limits = action === 'deny' ? [] : limitsOn(policy, { tool, args }).map(({ rule }) => rule);
  return {
    calls,
    label: labelOf(calls),
    effect: action === 'allow' && limits.length > 0 ? 'limit' : action,
    limits: tightest(limits).map(({ counter, max, window }) => ({ counter, max, window })),
    reason: action === 'allow' ? undefined : because.map(({ message }) => message).join(' '),
  };
}

/** Strictest first. Of limits on one count only the lowest ever bites. */
function tightest(limits: readonly LimitRule[]): LimitRule[] {
  const byCount = Map.groupBy(
    limits.toSorted((left, right) => left.max - right.max),
    ({ counter, window }) => `${window}:${counter}`,
  );
  return [...byCount.values()].flatMap(([first]) => first ?? []);
}

function labelOf(calls: RowCalls): string {
  switch (calls.kind) {
    case 'every':
      return 'every call';
    case 'value':
      return valueInWords(calls.value);
    case 'other':
      return 'any other value';
    case 'mistyped':
      return 'a value of another type';
    case 'absent':
      return `without ${calls.argument}`;
  }
}
