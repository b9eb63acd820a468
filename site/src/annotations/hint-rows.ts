/** The audit of a tool's behaviour hints: what its author declares, what the verdict says, and what that means for a reader. */
import { type Hint, hints } from '../../../schema/tool-definition.ts';
import type { AnnotationAudit, Verdict } from '../../../schema/verdict.ts';

export interface HintRow {
  hint: Hint;
  asks: string;
  declared: 'true' | 'false' | 'not declared';
  suggested: 'true' | 'false';
  state: AnnotationAudit['state'];
  /** The state in a word. */
  result: string;
}

const questions = {
  readOnlyHint: 'Does it leave everything as it was?',
  destructiveHint: 'Can it delete or overwrite?',
  idempotentHint: 'Is calling it twice the same as once?',
  openWorldHint: 'Does it reach beyond the server’s own data?',
} as const satisfies Record<Hint, string>;

const stateWords = {
  agrees: 'Agrees',
  contradicts: 'Contradicts',
  missing: 'Missing',
} as const satisfies Record<AnnotationAudit['state'], string>;

export function hintRows(verdict: Verdict): HintRow[] {
  return hints.flatMap((hint) => {
    const audit = verdict.annotations[hint];
    if (audit === undefined) return [];
    const declared = audit.declared === null ? 'not declared' : audit.declared ? 'true' : 'false';
    const suggested = audit.suggested ? 'true' : 'false';
    return [{ hint, asks: questions[hint], declared, suggested, state: audit.state, result: resultWord(audit) }];
  });
}

/** A hint that owns up to more than the verdict found is no contradiction: a client that goes by it is the more careful. */
function resultWord({ state, declared, suggested }: AnnotationAudit): string {
  return state === 'agrees' && declared !== suggested ? 'More cautious' : stateWords[state];
}

export interface HintSummary {
  agrees: number;
  contradicts: number;
  missing: number;
  /** Tools that declare no hint at all. */
  silent: number;
  tools: number;
}

export function summariseHints(verdicts: readonly Verdict[]): HintSummary {
  const summary: HintSummary = { agrees: 0, contradicts: 0, missing: 0, silent: 0, tools: verdicts.length };
  for (const verdict of verdicts) {
    const rows = hintRows(verdict);
    for (const row of rows) summary[row.state]++;
    if (rows.every((row) => row.declared === 'not declared')) summary.silent++;
  }
  return summary;
}
