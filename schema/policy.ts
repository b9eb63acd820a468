/**
 * `policy.json`. Version 1 is the seed catalogue's gateway format; version 2 adds `ask_if` and conditions, which an engine of
 * version 1 must refuse rather than drop. Field names are the format's own, hence the snake case.
 */
import { z } from 'zod';

export const operators = [
  'eq',
  'neq',
  'in',
  'not_in',
  'lt',
  'lte',
  'gt',
  'gte',
  'regex',
  'contains',
  'exists',
] as const;
export const Operator = z.enum(operators);
export type Operator = z.infer<typeof Operator>;

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/**
 * `path` is `args.<name>`, dots inside a name escaped as `\.`, `[n]` and `[*]` for arrays. Values are compared exactly, type and
 * case. `default` is the value taken where the argument is absent; without it a missing or wrongly typed value makes a condition
 * of `deny_if` and `ask_if` hold and one of `require` fail. `exists` alone tests absence (`value: false`).
 */
export const Condition = z.strictObject({
  path: z.string(),
  op: Operator,
  value: z.union([Scalar, z.array(Scalar)]),
  default: Scalar.optional(),
});
export type Condition = z.infer<typeof Condition>;

/** Conditions of one rule are ANDed; an empty list always holds. */
export const RequireRule = z.strictObject({ conditions: z.array(Condition), on_deny: z.string().optional() });
export const DenyRule = z.strictObject({ conditions: z.array(Condition), on_deny: z.string().optional() });
export const AskRule = z.strictObject({ conditions: z.array(Condition), reason: z.string().optional() });

/** At most `max` forwarded calls in a window, per client identity. */
export const LimitRule = z.strictObject({
  counter: z.string(),
  window: z.enum(['minute', 'hour', 'day']),
  max: z.int().nonnegative(),
  scope: z.literal('grant'),
  conditions: z.array(Condition).optional(),
});
export type LimitRule = z.infer<typeof LimitRule>;

export const ToolRule = z.strictObject({
  require: z.array(RequireRule).optional(),
  deny_if: z.array(DenyRule).optional(),
  ask_if: z.array(AskRule).optional(),
  limits: z.array(LimitRule).optional(),
});
export type ToolRule = z.infer<typeof ToolRule>;

export const Policy = z.strictObject({
  $schema: z.string().optional(),
  version: z.enum(['1', '2']),
  default: z.enum(['allow', 'deny']),
  /** Removed from the list, and denied when called. `*` hides every tool. */
  hide: z.array(z.string()).optional(),
  all_tools: z.strictObject({ limits: z.array(LimitRule) }).optional(),
  tools: z.record(z.string(), ToolRule).optional(),
});
export type Policy = z.infer<typeof Policy>;

export const profiles = ['strict', 'balanced', 'open'] as const;
export const Profile = z.enum(profiles);
export type Profile = z.infer<typeof Profile>;

/** `pointer` is the JSON Pointer of the rule in the policy document, or `(default)`. */
export const Decision = z.strictObject({
  action: z.enum(['allow', 'ask', 'deny']),
  because: z.array(z.strictObject({ pointer: z.string(), message: z.string() })),
});
export type Decision = z.infer<typeof Decision>;
