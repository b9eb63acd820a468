/** The rule for one tool under one profile. A tool of several operations gets its rule per operation, as an allow-list. */
import type { ToolRule } from '../../schema/policy.ts';
import type { Verdict } from '../../schema/verdict.ts';
import { joinRules } from './join-rules.ts';
import { type Level, levelOfTool } from './level.ts';
import { capAmount } from './money-cap.ts';
import { compareActions } from './profile-table.ts';
import { readSelectors, type Selector } from './selector.ts';
import { makeLimit, makeSelectorRule, type RuleContext } from './selector-rule.ts';

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
