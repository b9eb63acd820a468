/** A tool with a person's labels, and what the classifier says of it. */
import { z } from 'zod';
import { Category, Risk, rankedCategories, rankedRisks } from '../../schema/taxonomy.ts';

/** One line of a labelled file. `also` and `risk_also` are other answers that a careful reader would accept. */
export const LabelledRow = z.looseObject({
  id: z.string().optional(),
  server: z.string(),
  tool: z.string(),
  title: z.string().nullish(),
  description: z.string().nullish(),
  inputSchema: z.unknown().optional(),
  annotations: z.unknown().optional(),
  category: z.enum(rankedCategories),
  risk: z.enum(rankedRisks),
  also: z.array(z.string()).default([]),
  risk_also: z.array(z.string()).default([]),
  ambiguous: z.boolean().default(false),
  tags: z.array(z.string()).default([]),
});
export type LabelledRow = z.infer<typeof LabelledRow>;

export const Answer = z.strictObject({ category: Category, risk: Risk, confidence: z.number() });
export type Answer = z.infer<typeof Answer>;

export interface Judged {
  row: LabelledRow;
  answer: Answer;
}
