import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toolOf } from '../../test/servers/messages-api/with-api.ts';
import { classifyTool } from '../index.ts';
import { type Group, makeGroup } from './group.ts';
import { nextGroups } from './next-groups.ts';
import type { AskOutcome } from './outcome.ts';
import { makeQuestion } from './question.ts';

function groupOf(count: number, attempt = 0): Group {
  const questions = Array.from({ length: count }, (_, index) => {
    const subject = toolOf(`tool_${index}`);
    return makeQuestion(subject, classifyTool(subject), { model: 'm', promptHash: 'h' });
  });
  return makeGroup(questions, attempt);
}

const namesOf = (groups: readonly Group[]) => groups.map(({ questions }) => questions.map(({ subject }) => subject.id));
const cut: AskOutcome = { kind: 'cut-off' };
const missing: AskOutcome = { kind: 'missing' };
const refused: AskOutcome = { kind: 'refused', reason: '' };
const failed: AskOutcome = { kind: 'failed', status: 400, reason: '' };

it('halves a group that got no answer', () => {
  expect(namesOf(nextGroups(groupOf(3), [cut, cut, cut]))).toEqual([['tool_0', 'tool_1'], ['tool_2']]);
});

it('asks again about the part that was left out', () => {
  expect(namesOf(nextGroups(groupOf(3), [failed, missing, failed]))).toEqual([['tool_1']]);
});

it('gives a tool alone more room once, and then lets it be', () => {
  const [again] = nextGroups(groupOf(1), [cut]);

  expect(again?.maxTokens).toBeGreaterThan(groupOf(1).maxTokens);
  expect(again && nextGroups(again, [cut])).toEqual([]);
});

it('takes a refusal of a tool alone, and any failure, as final', () => {
  expect(nextGroups(groupOf(1), [refused])).toEqual([]);
  expect(nextGroups(groupOf(2), [failed, failed])).toEqual([]);
});

it('comes to an end whatever the answers are', () => {
  const outcome = fc.constantFrom(cut, missing, refused, failed, { kind: 'malformed', reason: '' } as const);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.infiniteStream(outcome), (size, outcomes) => {
      let asked = 0;
      for (let round: Group[] = [groupOf(size)]; round.length > 0; ) {
        asked += round.length;
        round = round.flatMap((group) => nextGroups(group, [...outcomes.take(group.questions.length)]));
      }
      expect(asked).toBeLessThanOrEqual(4 * size);
    }),
  );
});
