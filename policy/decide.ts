/**
 * What a policy answers to one call. Rules apply in this order: `hide`, `deny_if`, `require`, `limits`, `ask_if`; the first denial
 * wins, and every reason to ask is collected. Pure and total: whatever the call holds there is an answer, and nothing that goes
 * wrong allows.
 */
import { toPointer } from '../schema/json-pointer.ts';
import type { Condition, Decision, LimitRule, Policy, ToolRule } from '../schema/policy.ts';
import { mayHold, mustHold } from './condition.ts';
import { type CounterState, countCall, countCalls, timeToWait } from './counters.ts';

export interface Call {
  tool: string;
  /** The arguments object; undefined is the same as an empty one, as in the protocol. */
  args: unknown;
}

type Reason = Decision['because'][number];

/** A rule with its JSON Pointer in the policy. */
interface Placed<Rule> {
  pointer: string;
  rule: Rule;
}

export function decide(policy: Policy, call: Call, state: CounterState): Decision {
  try {
    return judge(policy, call, state);
  } catch {
    // A policy object that was never parsed, or arguments with getters that throw. Denying is the only answer that is not a guess.
    return deny({ pointer: '(call)', message: 'The call could not be held against the policy.' });
  }
}

/** The counts after the call was forwarded at `at`: a limit is spent then, and not when it is checked. */
export function spend(policy: Policy, call: Call, state: CounterState, at: number): CounterState {
  const applying = limitsOn(policy, call).map(({ rule }) => rule);
  return countCall(state, applying, at);
}

export function isHidden(policy: Policy, tool: string): boolean {
  return findHide(policy, tool) !== -1;
}

/** The rule of a tool, by its exact name. Only own members count, so no name reaches the prototype. */
export function ruleOf(policy: Policy, tool: string): ToolRule | undefined {
  return policy.tools && Object.hasOwn(policy.tools, tool) ? policy.tools[tool] : undefined;
}

function judge(policy: Policy, call: Call, state: CounterState): Decision {
  const malformed = findMalformed(call);
  if (malformed !== undefined) return deny({ pointer: '(call)', message: malformed });

  if (policy.version !== '1' && policy.version !== '2') {
    return deny({ pointer: '/version', message: 'The policy is of a version that is not known here.' });
  }

  const args = call.args ?? {};
  const denial = findHidden(policy, call.tool) ?? findUnlisted(policy, call.tool);
  if (denial) return deny(denial);

  const rule = ruleOf(policy, call.tool);
  const place = toPointer(['tools', call.tool]);
  const refusal =
    (rule && (findDenied(rule, place, args) ?? findUnmet(rule, place, args))) ?? findSpent(policy, call, state);
  if (refusal) return deny(refusal);

  const asks = rule ? findAsks(rule, place, args) : [];
  if (asks.length > 0) return { action: 'ask', because: asks };
  return {
    action: 'allow',
    because: [{ pointer: rule ? place : '(default)', message: 'The policy lets this call pass.' }],
  };
}

function deny(reason: Reason): Decision {
  return { action: 'deny', because: [reason] };
}

function findMalformed({ tool, args }: Call): string | undefined {
  if (typeof tool !== 'string') return 'The call names no tool.';
  if (args === undefined) return undefined;
  return typeof args !== 'object' || args === null || Array.isArray(args)
    ? 'The arguments are not an object.'
    : undefined;
}

function findHide(policy: Policy, tool: string): number {
  return policy.hide?.findIndex((name) => name === tool || name === '*') ?? -1;
}

function findHidden(policy: Policy, tool: string): Reason | undefined {
  const index = findHide(policy, tool);
  return index === -1 ? undefined : { pointer: toPointer(['hide', index]), message: 'The policy hides this tool.' };
}

function findUnlisted(policy: Policy, tool: string): Reason | undefined {
  if (ruleOf(policy, tool) || policy.default === 'allow') return undefined;
  return { pointer: '(default)', message: 'The policy does not list this tool.' };
}

function findDenied(rule: ToolRule, place: string, args: unknown): Reason | undefined {
  const index = rule.deny_if?.findIndex(({ conditions }) => allMayHold(conditions, args)) ?? -1;
  if (index === -1) return undefined;
  return {
    pointer: `${place}/deny_if/${index}`,
    message: rule.deny_if?.[index]?.on_deny ?? 'The policy denies this call.',
  };
}

function findUnmet(rule: ToolRule, place: string, args: unknown): Reason | undefined {
  const met = ({ conditions }: { conditions: Condition[] }) =>
    conditions.every((condition) => mustHold(condition, args));
  const index = rule.require?.findIndex((requirement) => !met(requirement)) ?? -1;
  if (index === -1) return undefined;
  return {
    pointer: `${place}/require/${index}`,
    message: rule.require?.[index]?.on_deny ?? 'The call does not meet what the policy requires.',
  };
}

function findAsks(rule: ToolRule, place: string, args: unknown): Reason[] {
  return (rule.ask_if ?? []).flatMap(({ conditions, reason }, index) =>
    allMayHold(conditions, args)
      ? [{ pointer: `${place}/ask_if/${index}`, message: reason ?? 'The policy asks before this call.' }]
      : [],
  );
}

function allMayHold(conditions: readonly Condition[], args: unknown): boolean {
  return conditions.every((condition) => mayHold(condition, args));
}

/** The limits that a call counts under: those of its tool, then those of all tools. */
export function limitsOn(policy: Policy, call: Call): Placed<LimitRule>[] {
  const place = (limits: readonly LimitRule[] | undefined, at: string): Placed<LimitRule>[] =>
    (limits ?? []).map((rule, index) => ({ pointer: `${at}/limits/${index}`, rule }));
  return [
    ...place(ruleOf(policy, call.tool)?.limits, toPointer(['tools', call.tool])),
    ...place(policy.all_tools?.limits, '/all_tools'),
  ].filter(({ rule }) => allMayHold(rule.conditions ?? [], call.args ?? {}));
}

function findSpent(policy: Policy, call: Call, state: CounterState): Reason | undefined {
  const spent = limitsOn(policy, call).find(({ rule }) => !(countCalls(state, rule) < rule.max));
  return spent && { pointer: spent.pointer, message: describeSpent(spent.rule, state) };
}

function describeSpent(rule: LimitRule, state: CounterState): string {
  const limit = `The limit of ${rule.max} ${rule.max === 1 ? 'call' : 'calls'} in one ${rule.window} is used up.`;
  const wait = timeToWait(state, rule);
  return wait === undefined ? limit : `${limit} Try again in ${Math.ceil(wait / 1000)} s.`;
}
