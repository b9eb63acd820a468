/** What a model is asked to say of one tool: the shape sent with the request, and held against what comes back. */
import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod';
import { z } from 'zod';
import {
  Accepts,
  Category,
  Destination,
  Outcome,
  Power,
  rankedCategories,
  Scope,
  Sensitivity,
} from '../../schema/taxonomy.ts';

const AnswerOperation = z.object({
  /** Where the choosing parameter stands in the arguments, as a JSON Pointer. */
  parameter: z.string(),
  value: z.string(),
  category: z.enum(rankedCategories),
  outcome: Outcome,
  scope: Scope,
  power: Power,
});
export type AnswerOperation = z.infer<typeof AnswerOperation>;

const AnswerEvidence = z.object({ pointer: z.string(), quote: z.string(), says: z.string() });

/** Everything is required and bounds are kept out, so that the schema sent is the one checked; lengths are bounded when it is read. */
export const Answer = z.object({
  category: Category,
  outcome: Outcome,
  destination: Destination,
  sensitivity: Sensitivity,
  scope: Scope,
  power: Power,
  openInput: z.array(z.object({ pointer: z.string(), accepts: Accepts })),
  untrustedOutput: z.boolean(),
  movesMoney: z.boolean(),
  metaTool: z.boolean(),
  operations: z.array(AnswerOperation),
  evidence: z.array(AnswerEvidence),
  rationale: z.string(),
  confidence: z.number(),
});
export type Answer = z.infer<typeof Answer>;

export const AnswerItem = z.object({ id: z.string(), ...Answer.shape });
const Answers = z.object({ tools: z.array(AnswerItem) });

const { type, schema } = zodOutputFormat(Answers);

/** `output_config.format` of every request (structured output). */
export const answerFormat = { type, schema };
