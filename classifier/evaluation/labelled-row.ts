/** A labelled tool, and what the classifier says of it. */
import type { LabelledTool } from '../../schema/labelled-tool.ts';
import type { Verdict } from '../../schema/verdict.ts';

/** As much of a verdict as is measured. */
export type Answer = Pick<Verdict, 'category' | 'risk' | 'confidence' | 'needsReview'>;

export interface Judged {
  row: LabelledTool;
  answer: Answer;
}
