/** Puts every signal to one tool. A signal that throws is recorded as failed and hides none of the others. */
import type { Reading } from '../reading/subject.ts';
import type { AnySignal, Indication, SignalEvidence, Weight } from './define-signal.ts';

export interface Observed extends SignalEvidence {
  signal: string;
  indicates: Indication;
}

export interface Observations {
  /** All evidence of signals that count, in the order of the registry. */
  all: Observed[];
  /** Ids of signals that threw. */
  failed: string[];
}

export function runSignals(signals: readonly AnySignal[], reading: Reading): Observations {
  const observations: Observations = { all: [], failed: [] };
  for (const { id, indicates, lifecycle, detect } of signals) {
    if (lifecycle === 'experimental') continue;
    try {
      const outcome = detect(reading);
      if (outcome.outcome !== 'present') continue;
      for (const evidence of outcome.evidence) observations.all.push({ ...evidence, signal: id, indicates });
    } catch {
      observations.failed.push(id);
    }
  }
  return observations;
}

/** The evidence for one fact, of one of these weights where any are given. */
export function evidenceOf(observations: Observations, indication: Indication, ...weights: Weight[]): Observed[] {
  return observations.all.filter(
    ({ indicates, weight }) => indicates === indication && (weights.length === 0 || weights.includes(weight)),
  );
}
