import { expect, test } from 'vitest';
import type { Verdict } from '../../../schema/verdict.ts';
import { hintRows, summariseHints } from './hint-rows.ts';

function verdictWith(annotations: Verdict['annotations']): Verdict {
  return {
    id: 'moor',
    name: 'moor',
    category: 'write',
    risk: 'medium',
    flags: [],
    facets: {
      outcome: 'consequential',
      destination: 'internal',
      sensitivity: 'none',
      scope: 'one',
      power: 'none',
      openInput: [],
      untrustedOutput: false,
    },
    confidence: 0.9,
    needsReview: false,
    operations: [],
    rationale: 'It moors a barge.',
    evidence: [],
    annotations,
    findings: [],
    by: { model: 'local-1', definitionHash: 'sha256:0' },
  };
}

test('keeps absent, false and true apart', () => {
  const rows = hintRows(
    verdictWith({
      readOnlyHint: { declared: null, state: 'missing', suggested: false },
      destructiveHint: { declared: false, state: 'agrees', suggested: false },
      openWorldHint: { declared: true, state: 'contradicts', suggested: false },
    }),
  );

  expect(rows.map((row) => [row.hint, row.declared, row.state])).toEqual([
    ['readOnlyHint', 'not declared', 'missing'],
    ['destructiveHint', 'false', 'agrees'],
    ['openWorldHint', 'true', 'contradicts'],
  ]);
});

test('says that a hint which owns up to more than was found is the more cautious', () => {
  const rows = hintRows(verdictWith({ openWorldHint: { declared: true, state: 'agrees', suggested: false } }));

  expect(rows.map((row) => row.result)).toEqual(['More cautious']);
});

test('counts over the tools of a server', () => {
  const silent = verdictWith({ readOnlyHint: { declared: null, state: 'missing', suggested: false } });
  const wrong = verdictWith({ readOnlyHint: { declared: true, state: 'contradicts', suggested: false } });

  expect(summariseHints([silent, wrong])).toEqual({ agrees: 0, contradicts: 1, missing: 1, silent: 1, tools: 2 });
});
