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

export const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type Scalar = z.infer<typeof Scalar>;

/**
 * `path` is `args.<name>`, dots inside a name escaped as `\.`, `[n]` and `[*]` for arrays. Values are compared exactly, type and
 * case. `default` is the value taken where the argument is absent; without it a missing or wrongly typed value makes a condition
 * of `deny_if`, `ask_if` and `limits` hold and one of `require` fail. `exists` alone tests absence (`value: false`).
 */
export const Condition = z
  .strictObject({
    path: z
      .string()
      .describe(
        'The argument: args.<name>, with .<name> for a member, [n] for an element and [*] for every element. A dot, bracket or backslash inside a name is escaped by a backslash. [*] holds in deny_if, ask_if and limits where any element does, and in require where all do; an empty list counts as missing.',
      ),
    op: Operator.describe(
      'eq, neq, in and not_in compare exactly, type and case; lt, lte, gt and gte compare numbers; regex matches the whole text in RE2 syntax; contains finds a part of a text or an element of a list; exists tests whether the argument is there.',
    ),
    value: z
      .union([Scalar, z.array(Scalar)])
      .describe(
        'A list for in and not_in, a number for lt, lte, gt and gte, a text for regex, true or false for exists.',
      ),
    default: Scalar.optional().describe(
      'The value taken where the argument is absent. Without it a missing value counts against the call, as one of the wrong type always does.',
    ),
  })
  .describe('A test of one argument.');
export type Condition = z.infer<typeof Condition>;

const conditions = z.array(Condition).describe('All of them must hold; an empty list always holds.');
const onDeny = z.string().optional().describe('What the agent is told when this rule denies its call.');

export const RequireRule = z
  .strictObject({ conditions, on_deny: onDeny })
  .describe('The call is denied unless every condition holds. Version 2.');
export type RequireRule = z.infer<typeof RequireRule>;

export const DenyRule = z
  .strictObject({ conditions, on_deny: onDeny })
  .describe('The call is denied where every condition holds. Version 1 knows only the empty list of conditions.');
export type DenyRule = z.infer<typeof DenyRule>;

export const AskRule = z
  .strictObject({ conditions, reason: z.string().optional().describe('What the person who is asked should know.') })
  .describe('Where every condition holds, the call waits until a person agrees. Version 2.');
export type AskRule = z.infer<typeof AskRule>;

/** At most `max` forwarded calls in a window, per client identity. */
export const LimitRule = z
  .strictObject({
    counter: z
      .string()
      .min(1)
      .describe('The name of the count. Rules that name the same counter and window share one count.'),
    window: z.enum(['minute', 'hour', 'day']).describe('How far back calls are counted; the window slides.'),
    max: z.int().nonnegative().describe('How many calls may be forwarded within any one window.'),
    scope: z.literal('grant').describe('Counted for one client identity: a token over HTTP, the process over stdio.'),
    conditions: z
      .array(Condition)
      .optional()
      .describe(
        'The limit concerns the calls for which all of these hold; without them, every call of the tool. Version 2.',
      ),
  })
  .describe('At most so many forwarded calls within a window.');
export type LimitRule = z.infer<typeof LimitRule>;

export const ToolRule = z
  .strictObject({
    require: z.array(RequireRule).optional().describe('Every one of these rules must hold.'),
    deny_if: z.array(DenyRule).optional().describe('The call is denied where any of these rules holds.'),
    ask_if: z.array(AskRule).optional().describe('A person is asked where any of these rules holds.'),
    limits: z.array(LimitRule).optional().describe('How often the tool may be called.'),
  })
  .describe('The rules for one tool; an empty object lets every call pass.');
export type ToolRule = z.infer<typeof ToolRule>;

export const Policy = z.strictObject({
  $schema: z.string().optional().describe('The address of this schema.'),
  version: z
    .enum(['1', '2'])
    .describe('1 knows hide, limits and unconditional deny_if; 2 adds require, ask_if and conditions.'),
  default: z.enum(['allow', 'deny']).describe('What happens to a tool that is listed neither in tools nor in hide.'),
  /** Removed from the list, and denied when called. `*` hides every tool. */
  hide: z
    .array(z.string())
    .optional()
    .describe('Tools that are removed from the list and denied when called. * hides every tool.'),
  all_tools: z
    .strictObject({ limits: z.array(LimitRule).describe('Limits over the calls of all tools together.') })
    .optional()
    .describe('What holds for every call, whichever tool it names.'),
  tools: z
    .record(z.string(), ToolRule)
    .optional()
    .describe('The rules for each tool, by its exact name; no name is a pattern.'),
});
export type Policy = z.infer<typeof Policy>;

export const profiles = ['strict', 'balanced', 'open'] as const;
export const Profile = z.enum(profiles);
export type Profile = z.infer<typeof Profile>;

/**
 * `pointer` is the JSON Pointer of the rule in the policy document; `(default)` where no rule names the tool, `(call)` where the
 * call itself is malformed.
 */
export const Decision = z.strictObject({
  action: z.enum(['allow', 'ask', 'deny']),
  because: z.array(z.strictObject({ pointer: z.string(), message: z.string() })),
});
export type Decision = z.infer<typeof Decision>;
