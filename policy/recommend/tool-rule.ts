/** The rule for one tool under one profile. A tool of several operations gets its rule per operation, as an allow-list. */
import type { AskRule, Condition, DenyRule, LimitRule, RequireRule, ToolRule } from '../../schema/policy.ts';
import { categoryRank } from '../../schema/taxonomy.ts';
import type { Verdict } from '../../schema/verdict.ts';
import { listInWords, nameInWords, valueInWords } from '../words.ts';
import type { NameCounter } from './counter-names.ts';
import { type Level, levelOfTool } from './level.ts';
import { capAmount } from './money-cap.ts';
import { compareActions, type ProfileTable } from './profile-table.ts';
import { type Operation, readSelectors, type Selector } from './selector.ts';

export interface RuleContext {
  /** The tool's name, as a call gives it. */
  name: string;
  profile: ProfileTable;
  nameCounter: NameCounter;
}

export function makeRule(verdict: Verdict, definition: unknown, context: RuleContext): ToolRule | 'hide' {
  const selectors = readSelectors(verdict, definition, context.profile);
  if (selectors === undefined || selectors.length === 0) return makeWholeRule(verdict, definition, context, selectors);
  const rules: ToolRule[] = [];
  for (const selector of selectors) {
    const rule = makeSelectorRule(selector, verdict, definition, context);
    if (rule === 'hide') return 'hide';
    rules.push(rule);
  }
  return joinRules(rules);
}

/** Every rule of each: a call has to satisfy all of them. A rule that is there twice is kept once. */
export function joinRules(rules: readonly ToolRule[]): ToolRule {
  const deny_if = unique(rules.flatMap((rule) => rule.deny_if ?? []));
  const require = unique(rules.flatMap((rule) => rule.require ?? []));
  const ask_if = unique(rules.flatMap((rule) => rule.ask_if ?? []));
  const limits = unique(rules.flatMap((rule) => rule.limits ?? []));
  return {
    ...(deny_if.length > 0 && { deny_if }),
    ...(require.length > 0 && { require }),
    ...(ask_if.length > 0 && { ask_if }),
    ...(limits.length > 0 && { limits }),
  };
}

function unique<Rule>(rules: readonly Rule[]): Rule[] {
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
}

/** Where the operations cannot be told apart in a policy, the tool is taken for the worst of them. */
function makeWholeRule(
  verdict: Verdict,
  definition: unknown,
  { name, profile, nameCounter }: RuleContext,
  selectors: Selector[] | undefined,
): ToolRule | 'hide' {
  const levels = [levelOfTool(verdict, profile)];
  if (selectors === undefined) {
    levels.push(
      ...verdict.operations.map((operation) => levelOfTool({ ...verdict, ...operation, operations: [] }, profile)),
    );
  }
  const { action, reason } = levels.reduce(stricterLevel);
  if (action === 'hide') return 'hide';
  return joinRules([
    verdict.flags.includes('movesMoney') ? { deny_if: capAmount(definition, profile.moneyCap, []) } : {},
    action === 'ask' ? { ask_if: [{ conditions: [], reason }] } : {},
    typeof action === 'number' ? { limits: [makeLimit(nameCounter(name), action)] } : {},
  ]);
}

function stricterLevel(left: Level, right: Level): Level {
  return compareActions(right.action, left.action) > 0 ? right : left;
}

function makeSelectorRule(
  selector: Selector,
  verdict: Verdict,
  definition: unknown,
  { name, profile, nameCounter }: RuleContext,
): ToolRule | 'hide' {
  const passing = selector.operations.filter(({ level }) => level.action !== 'hide');
  if (passing.length === 0) return 'hide';
  return joinRules([
    {
      deny_if: verdict.flags.includes('movesMoney')
        ? capOperations(selector, passing, definition, profile.moneyCap)
        : [],
    },
    { require: [requireOneOf(selector, passing)] },
    { ask_if: askFor(selector, passing) },
    { limits: limitEach(selector, passing, (value) => nameCounter(name, { path: selector.path, value })) },
  ]);
}

function requireOneOf(selector: Selector, passing: readonly Operation[]): RequireRule {
  const argument = nameInWords(selector.path.slice('args.'.length));
  const values = passing.map(({ value }) => value);
  const most = 20;
  return {
    conditions: [choose(selector, values, 'in')],
    on_deny: `${argument} must be ${listInWords(values.map(valueInWords), 'or', most)}.`,
  };
}

/** Operations with the same reason share a rule. */
function askFor(selector: Selector, passing: readonly Operation[]): AskRule[] {
  const reasons = new Map<string, Operation['value'][]>();
  for (const { value, level } of passing) {
    if (level.action === 'ask') reasons.set(level.reason, [...(reasons.get(level.reason) ?? []), value]);
  }
  return [...reasons].map(([reason, values]) => ({ conditions: [choose(selector, values)], reason }));
}

function limitEach(
  selector: Selector,
  passing: readonly Operation[],
  nameOf: (value: Operation['value']) => string,
): LimitRule[] {
  return passing.flatMap(({ value, level: { action } }) =>
    typeof action === 'number'
      ? [{ ...makeLimit(nameOf(value), action), conditions: [choose(selector, [value])] }]
      : [],
  );
}

/** Money leaves by an operation that executes, or by one of which too little is known. */
function capOperations(
  selector: Selector,
  passing: readonly Operation[],
  definition: unknown,
  cap: number,
): DenyRule[] {
  const paying = passing.filter(({ category }) => categoryRank(category) >= categoryRank('execute'));
  if (paying.length === 0) return [];
  return capAmount(definition, cap, [
    choose(
      selector,
      paying.map(({ value }) => value),
    ),
  ]);
}

function choose({ path, fallback }: Selector, values: readonly Operation['value'][], op?: 'in'): Condition {
  const [first, ...others] = values;
  const absent = fallback === undefined ? {} : { default: fallback };
  if (op === undefined && first !== undefined && others.length === 0)
    return { path, op: 'eq', value: first, ...absent };
  return { path, op: 'in', value: [...values], ...absent };
}

function makeLimit(counter: string, max: number): LimitRule {
  return { counter, window: 'minute', max, scope: 'grant' };
}
