/**
 * The words a verdict is made of. Categories, risks, flags and facets are defined in `docs/concepts.md`; facets use the
 * vocabulary of the MCP trust-annotation drafts (SEP-1913) where they have a word for it.
 */
import { z } from 'zod';

/** The strongest effect that a tool's declared parameters can reach, weakest first. */
export const rankedCategories = ['read', 'write', 'execute', 'destructive'] as const;
export const Category = z.enum([...rankedCategories, 'unclassified']);
export type Category = z.infer<typeof Category>;

/** How badly a call can go wrong, mildest first. `unrated` goes with `unclassified` and is never treated as mild. */
export const rankedRisks = ['low', 'medium', 'high', 'critical'] as const;
export const Risk = z.enum([...rankedRisks, 'unrated']);
export type Risk = z.infer<typeof Risk>;

/** `movesMoney`: the call itself moves or commits real money. `metaTool`: it reaches other tools. */
export const Flag = z.enum(['movesMoney', 'multiAction', 'metaTool']);
export type Flag = z.infer<typeof Flag>;

export const Outcome = z.enum(['benign', 'consequential', 'irreversible']);
export const Destination = z.enum(['ephemeral', 'system', 'user', 'internal', 'public']);
export const Sensitivity = z.enum(['none', 'user', 'pii', 'financial', 'credentials', 'regulated']);
export const Scope = z.enum(['one', 'many', 'all']);
export const Power = z.enum(['none', 'lifecycle', 'permissions', 'arbitrary-code']);
export const Accepts = z.enum(['code', 'shell', 'sql', 'url', 'path', 'html']);
export type Accepts = z.infer<typeof Accepts>;

/** A parameter through which the caller hands over something that is interpreted, at a JSON Pointer into the definition. */
export const OpenInput = z.strictObject({ pointer: z.string(), accepts: Accepts });
export type OpenInput = z.infer<typeof OpenInput>;

export const Facets = z.strictObject({
  outcome: Outcome,
  destination: Destination,
  sensitivity: Sensitivity,
  scope: Scope,
  power: Power,
  openInput: z.array(OpenInput),
  /** It returns text that strangers wrote: a web page, an issue, a mail. */
  untrustedOutput: z.boolean(),
});
export type Facets = z.infer<typeof Facets>;

/** Orders categories by how much they ask for care; `unclassified` stands above all, since nothing is known of it. */
export function categoryRank(category: Category): number {
  return category === 'unclassified' ? rankedCategories.length : rankedCategories.indexOf(category);
}

/** Orders risks, `unrated` above all: what is not known is never the milder of two. */
export function riskRank(risk: Risk): number {
  return risk === 'unrated' ? rankedRisks.length : rankedRisks.indexOf(risk);
}
