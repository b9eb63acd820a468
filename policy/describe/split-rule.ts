/**
 * Parts a tool's rule by what its conditions look at. A rule that only looks at which value one argument has, or whether it has
 * one, can be told value by value, in a table; any other has to be told in words.
 */
import type { Condition, Scalar, ToolRule } from '../../schema/policy.ts';
import { parsePath } from '../argument-path.ts';

export interface Choice {
  /** `args.action`. */
  path: string;
  /** The members that lead to the argument. */
  names: string[];
  /** Every value that a rule names, in order of appearance. */
  values: Scalar[];
  /** The value that an absent argument counts as, where the rules agree on one. */
  fallback: Scalar | undefined;
  /** The rules that look at this argument alone, and those without conditions. */
  rule: ToolRule;
}

export interface SplitRule {
  choices: Choice[];
  /** The rules without conditions. */
  unconditional: ToolRule;
  /** The rules that look at anything else. */
  special: ToolRule;
}

type Kind = 'unconditional' | 'special' | { path: string };
type TellKind = (conditions: readonly Condition[]) => Kind;

// What these answer depends on nothing but which of the values they name the argument has.
const comparing: ReadonlySet<Condition['op']> = new Set(['eq', 'neq', 'in', 'not_in']);

export function splitRule(rule: ToolRule): SplitRule {
  const paths = new Set(listConditions(rule).flatMap((conditions) => comparedPath(conditions) ?? []));
  const tellKind: TellKind = (conditions) => {
    if (conditions.length === 0) return 'unconditional';
    const path = onlyPath(conditions);
    return path !== undefined && paths.has(path) ? { path } : 'special';
  };
  return {
    choices: [...paths].map((path) => makeChoice(path, rule, tellKind)),
    unconditional: keepRules(rule, (conditions) => tellKind(conditions) === 'unconditional'),
    special: keepRules(rule, (conditions) => tellKind(conditions) === 'special'),
  };
}

function makeChoice(path: string, whole: ToolRule, tellKind: TellKind): Choice {
  const rule = keepRules(whole, (conditions) => {
    const kind = tellKind(conditions);
    return kind === 'unconditional' || (typeof kind === 'object' && kind.path === path);
  });
  const conditions = listConditions(rule).flat();
  const fallbacks = new Set(conditions.map((condition) => condition.default));
  return {
    path,
    names: namesOf(path) ?? [],
    values: [...new Set(conditions.flatMap(({ op, value }) => (comparing.has(op) ? value : [])))],
    // A condition on presence has no default, so beside one there is no value that absence counts as.
    fallback: fallbacks.size === 1 ? [...fallbacks][0] : undefined,
    rule,
  };
}

function listConditions({ require, deny_if, ask_if, limits }: ToolRule): Condition[][] {
  return [...(require ?? []), ...(deny_if ?? []), ...(ask_if ?? []), ...(limits ?? [])].map(
    (part) => part.conditions ?? [],
  );
}

function keepRules(rule: ToolRule, keep: (conditions: readonly Condition[]) => boolean): ToolRule {
  const kept = <Part extends { conditions?: Condition[] | undefined }>(parts: Part[] | undefined): Part[] =>
    (parts ?? []).filter(({ conditions }) => keep(conditions ?? []));
  return {
    require: kept(rule.require),
    deny_if: kept(rule.deny_if),
    ask_if: kept(rule.ask_if),
    limits: kept(rule.limits),
  };
}

/** The path of conditions that look at one argument and compare it with values. */
function comparedPath(conditions: readonly Condition[]): string | undefined {
  return conditions.some(({ op }) => comparing.has(op)) ? onlyPath(conditions) : undefined;
}

/** The path of conditions that look at one argument, and at nothing but its value or presence. */
function onlyPath(conditions: readonly Condition[]): string | undefined {
  const [first] = conditions;
  if (first === undefined || namesOf(first.path) === undefined) return undefined;
  const fits = conditions.every(({ path, op }) => path === first.path && (comparing.has(op) || op === 'exists'));
  return fits ? first.path : undefined;
}

/** The members that a path goes through; undefined where it goes through elements of a list. */
function namesOf(path: string): string[] | undefined {
  const steps = parsePath(path);
  const names = steps?.filter((step) => typeof step === 'string');
  return names && names.length === steps?.length ? names : undefined;
}
