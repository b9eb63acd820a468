/** The rules of one profile, and which of two is the stricter. Made from `data/policy/profiles.yaml`. */
import type { Category, Risk } from '../../schema/taxonomy.ts';

/** A number is a limit in calls a minute. */
export type Action = 'allow' | 'ask' | 'hide' | number;

export type Trait = 'needsReview' | 'metaTool' | 'movesMoney' | 'credentials' | 'regulated';

export interface ProfileTable {
  table: Readonly<Record<Category, Readonly<Record<Risk, Action>>>>;
  /** The mildest action for a tool with that trait. */
  atLeast: Readonly<Record<Trait, Action>>;
  /** The largest amount that a tool which moves money takes, in the tool's own unit. */
  moneyCap: number;
}

/** Negative where `left` is the milder: allow, then limits from high to low, then ask, then hide. */
export function compareActions(left: Action, right: Action): number {
  const [leftStep, rightStep] = [step(left), step(right)];
  if (leftStep !== rightStep) return leftStep - rightStep;
  return typeof left === 'number' && typeof right === 'number' ? right - left : 0;
}

export function strictest(first: Action, ...others: readonly Action[]): Action {
  return others.reduce((strict, action) => (compareActions(action, strict) > 0 ? action : strict), first);
}

function step(action: Action): number {
  if (action === 'allow') return 0;
  if (typeof action === 'number') return 1;
  return action === 'ask' ? 2 : 3;
}
