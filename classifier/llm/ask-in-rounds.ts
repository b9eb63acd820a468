/** Asks, and asks again about what got no answer, until there is nothing left that is worth asking. */
import type { AskContext, OnOutcomes } from './ask.ts';
import type { Group } from './group.ts';
import { nextGroups } from './next-groups.ts';
import type { AskOutcome } from './outcome.ts';

export type Ask = (groups: readonly Group[], context: AskContext, onOutcomes: OnOutcomes) => Promise<void>;

export async function askInRounds(
  groups: readonly Group[],
  context: AskContext,
  ask: Ask,
  onOutcome: (key: string, outcome: AskOutcome) => Promise<void>,
): Promise<void> {
  let round = groups;
  while (round.length > 0) {
    const next: Group[] = [];
    await ask(round, context, async (group, outcomes) => {
      for (const [index, { key }] of group.questions.entries()) {
        const outcome = outcomes[index];
        // A tool that was malformed and then not asked again is malformed: what is learnt is not forgotten.
        const isNews = outcome !== undefined && (outcome.kind !== 'not-asked' || group.attempt === 0);
        if (isNews) await onOutcome(key, outcome);
      }
      next.push(...nextGroups(group, outcomes));
      emitAsked(group, outcomes, context);
    });
    round = next;
  }
}

function emitAsked(group: Group, outcomes: readonly AskOutcome[], { emit, budget }: AskContext): void {
  const counts: Partial<Record<AskOutcome['kind'], number>> = {};
  for (const { kind } of outcomes) counts[kind] = (counts[kind] ?? 0) + 1;
  emit({ type: 'asked', tools: group.questions.length, outcomes: counts, spent: budget.spent() });
}
