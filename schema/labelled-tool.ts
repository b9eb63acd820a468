/**
 * A tool with a person's labels: one line of a file that `plimsoll evaluate` measures with. Fields that mean nothing here are
 * let through, so that a labelling project's own columns do no harm.
 */
import { z } from 'zod';
import { HandlerEvidence } from './snapshot.ts';
import { rankedCategories, rankedRisks } from './taxonomy.ts';

export const LabelledCategory = z.enum(rankedCategories);
export type LabelledCategory = z.infer<typeof LabelledCategory>;
export const LabelledRisk = z.enum(rankedRisks);
export type LabelledRisk = z.infer<typeof LabelledRisk>;

/** `mutate`: no more is known than that it changes something; write and execute are both accepted then. */
const GivenCategory = z.enum([...rankedCategories, 'mutate']);

const LabelledLine = z.looseObject({
  id: z.string().optional(),
  server: z.string().optional(),
  /** Servers of one maker that resemble each other; resampled together. The server where it is left out. */
  family: z.string().optional(),
  name: z.string().optional(),
  tool: z.string().optional(),
  title: z.string().nullish(),
  description: z.string().nullish(),
  /** A JSON Schema, or a list of `{ name, required, type }`. */
  inputSchema: z.unknown().optional(),
  annotations: z.unknown().optional(),
  handler: z.array(HandlerEvidence).nullish(),
  category: GivenCategory,
  risk: LabelledRisk.nullish(),
  /** Other answers that a careful reader would accept. */
  also: z.array(LabelledCategory).default([]),
  risk_also: z.array(LabelledRisk).optional(),
  riskAlso: z.array(LabelledRisk).optional(),
  /** Whether there is more than one right category; true where `also` names one, unless it is said. */
  ambiguous: z.boolean().optional(),
  tags: z.array(z.string()).default([]),
  /** How the tool came to be chosen; `random` alone estimates natural accuracy. */
  pick: z.string().nullish(),
});

/** One shape for every way of writing a line. `risk` is undefined where nobody rated the tool. */
export const LabelledTool = LabelledLine.transform((line, context) => {
  const tool = line.name ?? line.tool;
  if (tool === undefined) {
    context.addIssue({ code: 'custom', path: ['name'], message: 'a tool needs a name' });
    return z.NEVER;
  }
  const { category, also: given } = line;
  const also: LabelledCategory[] = category === 'mutate' ? [...given, 'execute'] : given;
  return {
    id: line.id,
    tool,
    server: line.server,
    family: line.family ?? line.server ?? tool,
    title: line.title ?? undefined,
    description: line.description ?? undefined,
    inputSchema: line.inputSchema ?? undefined,
    annotations: line.annotations ?? undefined,
    handler: line.handler ?? undefined,
    category: category === 'mutate' ? 'write' : category,
    also,
    risk: line.risk ?? undefined,
    riskAlso: line.riskAlso ?? line.risk_also ?? [],
    ambiguous: line.ambiguous ?? also.length > 0,
    tags: line.tags,
    pick: line.pick ?? undefined,
  };
});
export type LabelledTool = z.infer<typeof LabelledTool>;
