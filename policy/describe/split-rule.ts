/**
 * Parts a tool's rule by what its conditions look at. A rule that only looks at which value one argument has (`eq`, `in`) can be
 * told value by value, in a table; any other has to be told in words.
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
  /** The value taken where the argument is absent, where the rules agree on one. */
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

export function splitRule(rule: ToolRule): SplitRule {
  const conditions = listConditions(rule).filter((list) => typeof kindOf(list) === 'object');
  const paths = [...new Set(conditions.flat().map(({ path }) => path))];
  return {
    choices: paths.map((path) => makeChoice(path, rule, conditions.flat())),
    unconditional: keepRules(rule, (kind) => kind === 'unconditional'),
    special: keepRules(rule, (kind) => kind === 'special'),
  };
}

function makeChoice(path: string, rule: ToolRule, all: readonly Condition[]): Choice {
  const conditions = all.filter((condition) => condition.path === path);
  const fallbacks = new Set(conditions.map((condition) => condition.default));
  return {
    path,
    names: namesOf(path) ?? [],
    values: [...new Set(conditions.flatMap(({ value }) => value))],
    fallback: fallbacks.size === 1 ? [...fallbacks][0] : undefined,
    rule: keepRules(rule, (kind) => kind === 'unconditional' || (typeof kind === 'object' && kind.path === path)),
  };
}

function listConditions({ require, deny_if, ask_if, limits }: ToolRule): Condition[][] {
  return [...(require ?? []), ...(deny_if ?? []), ...(ask_if ?? []), ...(limits ?? [])].map(
    (part) => part.conditions ?? [],
  );
}

function keepRules(rule: ToolRule, keep: (kind: Kind) => boolean): ToolRule {
  const kept = <Part extends { conditions?: Condition[] | undefined }>(parts: Part[] | undefined): Part[] =>
    (parts ?? []).filter(({ conditions }) => keep(kindOf(conditions ?? [])));
  return {
    require: kept(rule.require),
    deny_if: kept(rule.deny_if),
    ask_if: kept(rule.ask_if),
    limits: kept(rule.limits),
  };
}

function kindOf(conditions: readonly Condition[]): Kind {
  const [first, ...others] = conditions;
  if (first === undefined) return 'unconditional';
  const chooses = conditions.every(({ op }) => op === 'eq' || op === 'in') && namesOf(first.path) !== undefined;
  return chooses && others.every(({ path }) => path === first.path) ? { path: first.path } : 'special';
}

/** The members that a path goes through; undefined where it goes through elements of a list. */
function namesOf(path: string): string[] | undefined {
  const steps = parsePath(path);
  const names = steps?.filter((step) => typeof step === 'string');
  return names && names.length === steps?.length ? names : undefined;
}
