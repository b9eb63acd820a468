/** Puts rules for one tool together. */
import type { ToolRule } from '../../schema/policy.ts';

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
