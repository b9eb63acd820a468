/** Makes tools and verdicts for an invented catalogue: what a server would send, and what a classifier would say of it. */
import { definitionHash } from '../../schema/definition-hash.ts';
import type { SnapshotTool } from '../../schema/snapshot.ts';
import type { Facets } from '../../schema/taxonomy.ts';
import { hints, type Json, type JsonObject } from '../../schema/tool-definition.ts';
import type { Verdict } from '../../schema/verdict.ts';

export interface InventedTool {
  tool: SnapshotTool;
  verdict: Verdict;
}

const plainFacets: Facets = {
  outcome: 'benign',
  destination: 'internal',
  sensitivity: 'none',
  scope: 'one',
  power: 'none',
  openInput: [],
  untrustedOutput: false,
};

/** What differs from a plain, well-described, low-risk read. */
export interface Differences {
  verdict?: Partial<Omit<Verdict, 'facets'>>;
  facets?: Partial<Facets>;
  source?: { file: string; line: number };
  conditions?: string[];
}

export function inventTool(
  definition: JsonObject,
  { verdict, facets, source, conditions }: Differences = {},
): InventedTool {
  const hash = definitionHash(definition);
  const name = typeof definition.name === 'string' ? definition.name : '(unnamed)';
  return {
    tool: {
      definition,
      provenance: source ? { from: 'source', ...source } : { from: 'live' },
      conditions: conditions ?? [],
      conformance: [],
      definitionHash: hash,
      stableHash: hash,
    },
    verdict: {
      id: name,
      name,
      category: 'read',
      risk: 'low',
      flags: [],
      confidence: 0.96,
      needsReview: false,
      operations: [],
      rationale:
        'It looks something up in the harbour’s own records and hands it back. Nothing is different afterwards.',
      evidence: [],
      annotations: auditOf(definition.annotations ?? null),
      findings: [],
      by: { model: 'invented', definitionHash: hash },
      ...verdict,
      facets: { ...plainFacets, ...facets },
    },
  };
}

function auditOf(annotations: Json): Verdict['annotations'] {
  const declared =
    typeof annotations === 'object' && annotations !== null && !Array.isArray(annotations) ? annotations : {};
  return Object.fromEntries(
    hints.map((hint) => {
      const value = declared[hint];
      const isDeclared = typeof value === 'boolean';
      const suggested = hint === 'readOnlyHint';
      const state = !isDeclared ? 'missing' : value === suggested ? 'agrees' : 'contradicts';
      return [hint, { declared: isDeclared ? value : null, state, suggested }] as const;
    }),
  );
}
