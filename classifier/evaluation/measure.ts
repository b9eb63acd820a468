/** All figures of a set of judged rows at once. */
import { type FigureId, figureIds } from '../../schema/evaluation.ts';
import type { Judged } from './labelled-row.ts';
import {
  calibrationError,
  categoryRight,
  criticalsLow,
  macroF1Lenient,
  macroF1Strict,
  missesReviewed,
  needsReview,
  overFlagged,
  riskRight,
  type Share,
  shareOf,
  unambiguous,
  underRanked,
} from './metrics.ts';

/** NaN where there was nothing to count. */
export interface Measured {
  value: number;
  of: number;
}

function fromShare(measure: (rows: readonly Judged[]) => Share) {
  return (rows: readonly Judged[]): Measured => {
    const share = measure(rows);
    return { value: shareOf(share), of: share.of };
  };
}

function overRows(
  choose: (rows: readonly Judged[]) => readonly Judged[],
  measure: (rows: readonly Judged[]) => number,
) {
  return (rows: readonly Judged[]): Measured => {
    const of = choose(rows).length;
    return { value: of === 0 ? Number.NaN : measure(rows), of };
  };
}

const all = (rows: readonly Judged[]) => rows;

const measures: Record<FigureId, (rows: readonly Judged[]) => Measured> = {
  macroF1: overRows(unambiguous, macroF1Strict),
  macroF1Lenient: overRows(all, macroF1Lenient),
  right: fromShare(categoryRight),
  underRanked: fromShare(underRanked),
  criticalsLow: fromShare(criticalsLow),
  overFlagged: fromShare(overFlagged),
  riskRight: fromShare(riskRight),
  calibrationError: overRows(all, calibrationError),
  needsReview: fromShare(needsReview),
  missesReviewed: fromShare(missesReviewed),
};

export function measureRows(rows: readonly Judged[]): Record<FigureId, Measured> {
  const entries = figureIds.map((id) => [id, measures[id](rows)] as const);
  return Object.fromEntries(entries) as Record<FigureId, Measured>; // one entry for every id, made just above
}
