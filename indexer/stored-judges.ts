/** Ways to judge several stored servers at once. */
import { classifySnapshot, localModel, subjectsOf } from '../classifier/index.ts';
import type { AskOutcome, LlmClassifier } from '../classifier/llm/index.ts';
import type { Snapshot } from '../schema/snapshot.ts';
import type { Verdict } from '../schema/verdict.ts';
import { nameWithModel } from './judge.ts';

export interface StoredJudge {
  /** Names the version; kept beside the verdicts. */
  model: string;
  /** Per snapshot the verdicts on its tools, in order; undefined where they could not be made now, so that what is stored should stand. */
  judge(snapshots: readonly Snapshot[]): Promise<(Verdict[] | undefined)[]>;
}

export const localStoredJudge: StoredJudge = {
  model: localModel,
  judge: async (snapshots) => snapshots.map(classifySnapshot),
};

// A later run gets these answered. What else can come of asking is final, and the local verdict stands for it.
const unsettled: ReadonlySet<AskOutcome['kind'] | undefined> = new Set([
  'pending',
  'not-asked',
  'expired',
  'cancelled',
]);

/** Asks about the tools of all of them together, so that a batch holds as many as it can. */
export function storedJudgeOf(llm: LlmClassifier): StoredJudge {
  return {
    model: nameWithModel(llm),
    async judge(snapshots) {
      const { verdicts, outcomes } = await llm.classify(snapshots.flatMap(subjectsOf));
      let start = 0;
      return snapshots.map(({ tools }) => {
        const from = start;
        start += tools.length;
        const isSettled = outcomes.slice(from, start).every((outcome) => !unsettled.has(outcome?.kind));
        return isSettled ? verdicts.slice(from, start) : undefined;
      });
    },
  };
}
