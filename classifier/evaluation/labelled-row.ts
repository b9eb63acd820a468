/** A labelled tool, and what the classifier says of it. */
import type { LabelledTool } from '../../schema/labelled-tool.ts';
import type { Verdict } from '../../schema/verdict.ts';

/** As much of a verdict as is measured. */
export type Answer = Pick<Verdict, 'category' | 'risk' | 'confidence' | 'needsReview'>;

export interface Judged {
  row: LabelledTool;
  answer: Answer;
}

/** Whether the category is the labelled one or an accepted other. */
export function isAccepted({ row, answer }: Judged): boolean {
  return answer.category === row.category || row.also.some((category) => category === answer.category);
}

export function isMissed(one: Judged): boolean {
  return !isAccepted(one);
}
