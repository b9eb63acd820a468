/** What the classifier says of one tool, and the words it rests on. */
import { z } from 'zod';
import { Category, Facets, Flag, Risk } from './taxonomy.ts';
import { Hint } from './tool-definition.ts';

/**
 * A quoted span and where it stands: a JSON Pointer (RFC 6901) into the definition, or a line of the server's source. A quote
 * that is not found there verbatim is refused when the verdict is made.
 */
export const Evidence = z.strictObject({
  pointer: z.string().optional(),
  file: z.string().optional(),
  line: z.int().positive().optional(),
  quote: z.string().min(1),
  /** What the span speaks for, in a few words: `destructive`, `runs code`, `reads only`. */
  says: z.string(),
  /** `signal:<id>`, `model:<id>` or `person:<name>`. */
  from: z.string(),
});
export type Evidence = z.infer<typeof Evidence>;

/** Chooses one operation of a multi-action tool: the value of the argument at a JSON Pointer into the arguments. */
export const Selector = z.strictObject({ path: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) });
export type Selector = z.infer<typeof Selector>;

export const OperationVerdict = z.strictObject({
  selector: Selector,
  category: Category,
  risk: Risk,
  /** One short sentence: what this value makes the tool do. */
  rationale: z.string(),
});
export type OperationVerdict = z.infer<typeof OperationVerdict>;

export const AnnotationAudit = z.strictObject({
  declared: z.boolean().nullable(),
  state: z.enum(['agrees', 'contradicts', 'missing']),
  /** What the verdict would have the author declare. */
  suggested: z.boolean(),
});
export type AnnotationAudit = z.infer<typeof AnnotationAudit>;

/** Something wrong with the definition itself, apart from how powerful the tool is. */
export const DefinitionFinding = z.strictObject({
  id: z.enum([
    'instructions-to-model',
    'hidden-characters',
    'look-alike-letters',
    'shadowing',
    'schema-disagrees',
    'missing-description',
    'annotation-contradicts',
  ]),
  severity: z.enum(['note', 'warning', 'alarm']),
  message: z.string(),
  pointer: z.string().optional(),
  quote: z.string().optional(),
});
export type DefinitionFinding = z.infer<typeof DefinitionFinding>;

export const VerdictSource = z.strictObject({
  model: z.string(),
  promptHash: z.string().optional(),
  override: z.strictObject({ by: z.string(), reason: z.string() }).optional(),
  definitionHash: z.string(),
});

const Opinion = z.strictObject({ category: Category, risk: Risk, confidence: z.number().min(0).max(1) });

/** Two readings of one tool that do not agree, both kept. `stands` says which the verdict follows; `both` is the darker of each. */
export const Disagreement = z.strictObject({
  local: Opinion,
  model: Opinion.extend({ name: z.string(), promptHash: z.string(), rationale: z.string() }),
  stands: z.enum(['local', 'model', 'both']),
  /** Why, in a sentence. */
  because: z.string(),
});
export type Disagreement = z.infer<typeof Disagreement>;

export const Verdict = z.strictObject({
  /** The tool's name; with `server` it identifies the verdict. */
  id: z.string(),
  server: z.string().optional(),
  name: z.string(),
  category: Category,
  risk: Risk,
  flags: z.array(Flag),
  facets: Facets,
  /** Calibrated probability, 0 to 1, that the category is right. */
  confidence: z.number().min(0).max(1),
  needsReview: z.boolean(),
  /** Every value of the selecting parameter, in the schema's order; empty for a tool that does one thing. */
  operations: z.array(OperationVerdict),
  rationale: z.string(),
  evidence: z.array(Evidence),
  annotations: z.partialRecord(Hint, AnnotationAudit),
  findings: z.array(DefinitionFinding),
  by: VerdictSource,
  /** There where a language model was asked and read the tool otherwise than the local model. */
  disagreement: Disagreement.optional(),
});
export type Verdict = z.infer<typeof Verdict>;
