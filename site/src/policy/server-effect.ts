/** What a server's policy does, in a sentence: how many of its tools pass, are limited, ask or are hidden. */
import { type Glance, glance } from '../../../policy/index.ts';
import type { Policy } from '../../../schema/policy.ts';
import { joinWords, showNumber } from '../words/counting.ts';

const clauses = {
  allow: ['passes', 'pass'],
  limit: ['passes up to a limit', 'pass up to a limit'],
  mixed: ['goes by its arguments', 'go by their arguments'],
  ask: ['asks a person first', 'ask a person first'],
  deny: ['is denied', 'are denied'],
  hide: ['is hidden', 'are hidden'],
} as const satisfies Record<Glance, readonly [string, string]>;

const order: readonly Glance[] = ['allow', 'limit', 'mixed', 'ask', 'deny', 'hide'];

export function serverEffect(policy: Policy): string {
  const tools = [...new Set([...Object.keys(policy.tools ?? {}), ...(policy.hide ?? [])])];
  const counts = Map.groupBy(tools, (tool) => glance(policy, tool));
  const parts = order.flatMap((effect) => {
    const count = counts.get(effect)?.length ?? 0;
    return count === 0 ? [] : [`${showNumber(count)} ${clauses[effect][count === 1 ? 0 : 1]}`];
  });
  const rest = policy.default === 'deny' ? 'is denied' : 'passes';
  const unlisted = `A tool that is not listed ${rest}.`;
  if (parts.length === 0) return unlisted;
  // A count of one tool says which tool: the only one.
  const opening =
    tools.length === 1
      ? (parts[0] ?? '').replace('1', 'Its one tool')
      : `Of its ${showNumber(tools.length)} tools, ${joinWords(parts)}`;
  return `${opening}. ${unlisted}`;
}
