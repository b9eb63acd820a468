/** A person's correction of one verdict: a file in `data/overrides/`. It ends when the tool's definition changes. */
import { z } from 'zod';
import { Facets, rankedCategories, rankedRisks } from './taxonomy.ts';
import { Evidence, Selector } from './verdict.ts';

const Sentence = z.string().regex(/^\S.*[^.]\.$/s, 'must be a sentence, with one full stop at its end');

/** One operation of a multi-action tool, chosen as the verdict chooses it. */
export const OperationOverride = z.strictObject({
  selector: Selector,
  category: z.enum(rankedCategories),
  risk: z.enum(rankedRisks),
  /** What this value makes the tool do. */
  rationale: Sentence,
});
export type OperationOverride = z.infer<typeof OperationOverride>;

const corrections = ['category', 'facets', 'movesMoney', 'metaTool', 'operations'] as const;

export const Override = z
  .strictObject({
    /** The server's id: a purl without a version, or a remote's URL. */
    server: z.string().min(1),
    /** The tool's id on its page. */
    tool: z.string().min(1),
    definitionHash: z.string().regex(/^sha256:[0-9a-f]{64}$/, 'must be the hash that the page shows'),
    /** What changes with the category has to be said with it: `facets.outcome` and `facets.power`. */
    category: z.enum(rankedCategories).optional(),
    facets: Facets.partial().optional(),
    movesMoney: z.boolean().optional(),
    metaTool: z.boolean().optional(),
    operations: z.array(OperationOverride).min(1).optional(),
    /** What the risk has to come to. It follows from the facets by the table; where it does not, the override is refused. */
    risk: z.enum(rankedRisks).optional(),
    reason: Sentence,
    /** The words of the definition, or of the source, that show it. A quote that is not there is refused. */
    evidence: z.array(Evidence.omit({ from: true })).min(1),
    /** Who says so. */
    by: z.string().min(1),
    date: z.iso.date(),
  })
  .refine((override) => corrections.some((key) => override[key] !== undefined), {
    message: `corrects nothing: give one of ${corrections.join(', ')}; the risk follows from the facets`,
  })
  .refine(({ category, facets }) => category === undefined || (facets?.outcome && facets.power), {
    path: ['facets'],
    message: 'where the category is corrected, say facets.outcome and facets.power as well',
  });
export type Override = z.infer<typeof Override>;
