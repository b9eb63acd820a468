/** Why a person should look at a verdict again, as far as the verdict itself tells. */
import type { Verdict } from '../../../schema/verdict.ts';
import { showShare } from '../words/counting.ts';

export function reviewReason(verdict: Verdict): string {
  if (verdict.category === 'unclassified') {
    return 'There is too little here to tell what the tool does. That is not counted as low risk.';
  }
  if (verdict.findings.some(({ severity }) => severity === 'alarm')) {
    return 'The definition raises an alarm, so a person should read it before the verdict is relied on.';
  }
  if (verdict.confidence >= 0.85) return 'A person should look at this verdict again before it is relied on.';
  return `The category is only ${showShare(verdict.confidence)} sure, so a person should look at it again.`;
}
