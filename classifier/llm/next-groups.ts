/** What is asked again: smaller, and only so often. */
import { type Group, makeGroup } from './group.ts';
import type { AskOutcome } from './outcome.ts';

// Eight tools come down to one in three halvings; one more for a tool that is asked again by itself.
const mostAttempts = 5;
const enlarged = 3;

function isWorthAsking({ kind }: AskOutcome): boolean {
  return kind === 'cut-off' || kind === 'malformed' || kind === 'missing' || kind === 'refused';
}

/**
 * A part that got no answer is asked again without the rest; a whole that got none is halved, which finds the one tool that spoils
 * it. A tool alone is asked once more, with more room where its answer was cut off; a refusal of a tool alone is final.
 */
export function nextGroups(group: Group, outcomes: readonly AskOutcome[]): Group[] {
  if (group.attempt >= mostAttempts) return [];
  const unanswered = group.questions.filter((_, index) => {
    const outcome = outcomes[index];
    return outcome !== undefined && isWorthAsking(outcome);
  });
  const attempt = group.attempt + 1;
  if (unanswered.length === 0) return [];
  if (unanswered.length < group.questions.length) return [makeGroup(unanswered, attempt)];
  if (unanswered.length > 1) {
    const middle = Math.ceil(unanswered.length / 2);
    return [makeGroup(unanswered.slice(0, middle), attempt), makeGroup(unanswered.slice(middle), attempt)];
  }
  const kind = outcomes[0]?.kind;
  if (kind === 'refused' || group.repeats > 0) return [];
  const maxTokens = kind === 'cut-off' ? group.maxTokens * enlarged : group.maxTokens;
  return [{ ...group, attempt, repeats: 1, maxTokens }];
}
