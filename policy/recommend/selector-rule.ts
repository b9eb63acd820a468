/**
 * The rule for a tool by the argument that chooses its operation: an allow-list of values, and for each value its own rule. Where
 * the argument may be left out and the schema does not say what that does, such a call gets the strictest of what its operations
 * get, short of being denied.
 */
import type { AskRule, Condition, LimitRule, ToolRule } from '../../schema/policy.ts';
import { categoryRank } from '../../schema/taxonomy.ts';
import type { Verdict } from '../../schema/verdict.ts';
import { listInWords, nameInWords, valueInWords } from '../words.ts';
import type { NameCounter } from './counter-names.ts';
import { joinRules } from './join-rules.ts';
import { capAmount } from './money-cap.ts';
import type { ProfileTable } from './profile-table.ts';
import type { Operation, Selector } from './selector.ts';

export interface RuleContext {
  /** The tool's name, as a call gives it. */
  name: string;
  profile: ProfileTable;
  nameCounter: NameCounter;
}

const mostValuesTold = 20;

export function makeSelectorRule(
  selector: Selector,
  verdict: Verdict,
  definition: unknown,
  { name, profile, nameCounter }: RuleContext,
): ToolRule | 'hide' {
  const passing = selector.operations.filter(passes);
  if (passing.length === 0) return 'hide';
  const paying = verdict.flags.includes('movesMoney') ? payingCalls(selector) : undefined;
  const given = asksWhenAbsent(selector) ? [exists(selector, true)] : [];
  return joinRules([
    { deny_if: paying === undefined ? [] : capAmount(definition, profile.moneyCap, paying) },
    allowOnly(selector, passing),
    { ask_if: [...askFor(selector, passing, given), ...askWhenAbsent(selector)] },
    { limits: limitEach(selector, passing, given, (value) => nameCounter(name, { path: selector.path, value })) },
  ]);
}

export function makeLimit(counter: string, max: number): LimitRule {
  return { counter, window: 'minute', max, scope: 'grant' };
}

/** A value of the wrong type is denied by either form, an absent one by `require` alone. */
function allowOnly(selector: Selector, passing: readonly Operation[]): ToolRule {
  const values = passing.map(({ value }) => value);
  const only = `${argumentOf(selector)} must be ${listInWords(values.map(valueInWords), 'or', mostValuesTold)}`;
  if (!selector.isOpen) return { require: [{ conditions: [choose(selector, values, 'in')], on_deny: `${only}.` }] };
  return {
    deny_if: [
      {
        conditions: [exists(selector, true), { path: selector.path, op: 'not_in', value: values }],
        on_deny: `${only}, or be left out.`,
      },
    ],
  };
}

function asksWhenAbsent({ isOpen, operations }: Selector): boolean {
  return isOpen && operations.some(({ level: { action } }) => action === 'ask' || action === 'hide');
}

function askWhenAbsent(selector: Selector): AskRule[] {
  if (!asksWhenAbsent(selector)) return [];
  const reason = `What it does without ${argumentOf(selector)} is not known.`;
  return [{ conditions: [exists(selector, false)], reason }];
}

/** Operations with the same reason share a rule. */
function askFor(selector: Selector, passing: readonly Operation[], given: readonly Condition[]): AskRule[] {
  const reasons = new Map<string, Operation['value'][]>();
  for (const { value, level } of passing) {
    if (level.action === 'ask') reasons.set(level.reason, [...(reasons.get(level.reason) ?? []), value]);
  }
  return [...reasons].map(([reason, values]) => ({ conditions: [...given, choose(selector, values)], reason }));
}

/**
 * A call without the argument that does not ask counts under the limit of every operation, as it may be any of them: leaving the
 * argument out is then no way to get more calls of one.
 */
function limitEach(
  selector: Selector,
  passing: readonly Operation[],
  given: readonly Condition[],
  nameOf: (value: Operation['value']) => string,
): LimitRule[] {
  return passing.flatMap(({ value, level: { action } }) =>
    typeof action === 'number'
      ? [{ ...makeLimit(nameOf(value), action), conditions: [...given, choose(selector, [value])] }]
      : [],
  );
}

/**
 * The calls by which money may leave: by an operation that executes, or of which too little is known, or without the argument,
 * where that may mean one of these, a hidden one included.
 */
function payingCalls(selector: Selector): Condition[] | undefined {
  const paying = selector.operations.filter(({ category }) => categoryRank(category) >= categoryRank('execute'));
  const passing = paying.filter(passes).map(({ value }) => value);
  if (passing.length > 0) return [choose(selector, passing)];
  return paying.length > 0 && selector.isOpen ? [exists(selector, false)] : undefined;
}

function passes({ level }: Operation): boolean {
  return level.action !== 'hide';
}

function choose({ path, fallback }: Selector, values: readonly Operation['value'][], op?: 'in'): Condition {
  const [first, ...others] = values;
  const absent = fallback === undefined ? {} : { default: fallback };
  if (op === undefined && first !== undefined && others.length === 0)
    return { path, op: 'eq', value: first, ...absent };
  return { path, op: 'in', value: [...values], ...absent };
}

function exists({ path }: Selector, value: boolean): Condition {
  return { path, op: 'exists', value };
}

function argumentOf({ path }: Selector): string {
  return nameInWords(path.slice('args.'.length));
}
