/** Verdicts invented for tests: a plain read at low risk, changed where a test says so. */
import type { OperationVerdict, Verdict } from '../../schema/verdict.ts';

export function sampleVerdict(changes: Partial<Verdict> = {}): Verdict {
  return {
    id: 'sample',
    name: 'sample',
    category: 'read',
    risk: 'low',
    flags: [],
    facets: {
      outcome: 'benign',
      destination: 'system',
      sensitivity: 'none',
      scope: 'one',
      power: 'none',
      openInput: [],
      untrustedOutput: false,
    },
    confidence: 0.9,
    needsReview: false,
    operations: [],
    rationale: 'Invented for a test.',
    evidence: [],
    annotations: {},
    findings: [],
    by: { model: 'test', definitionHash: 'sha256:0' },
    ...changes,
  };
}

/** An operation chosen by `action`. */
export function sampleOperation(
  value: string | number | boolean,
  category: OperationVerdict['category'],
  risk: OperationVerdict['risk'],
  path = '/action',
): OperationVerdict {
  return { selector: { path, value }, category, risk, rationale: '' };
}
