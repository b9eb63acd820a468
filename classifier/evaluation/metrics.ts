/** The figures by which a classifier is measured. Pure; each says what it counts over. */
import type { CalibrationBin, CategoryScore, Confusion } from '../../schema/evaluation.ts';
import type { LabelledCategory } from '../../schema/labelled-tool.ts';
import { rankedCategories } from '../../schema/taxonomy.ts';
import { isAccepted, isMissed, type Judged } from './labelled-row.ts';

export interface Share {
  hits: number;
  of: number;
}

/** NaN where there was nothing to count. */
export function shareOf({ hits, of }: Share): number {
  return hits / of;
}

function count(rows: readonly Judged[], isHit: (one: Judged) => boolean): Share {
  return { hits: rows.filter(isHit).length, of: rows.length };
}

/** Rows with one right category. */
export function unambiguous(rows: readonly Judged[]): readonly Judged[] {
  return rows.filter(({ row }) => !row.ambiguous);
}

/** `labelOf` gives the category that a row counts under. */
export function countConfusion(
  rows: readonly Judged[],
  labelOf: (one: Judged) => LabelledCategory = ({ row }) => row.category,
): Confusion {
  const zeros = () => ({ read: 0, write: 0, execute: 0, destructive: 0, unclassified: 0 });
  const confusion: Confusion = { read: zeros(), write: zeros(), execute: zeros(), destructive: zeros() };
  for (const one of rows) confusion[labelOf(one)][one.answer.category]++;
  return confusion;
}

/** F1 is 0 for a category that is never answered nor labelled. */
export function scoreCategory(confusion: Confusion, category: LabelledCategory): CategoryScore {
  const hits = confusion[category][category];
  const labelled = Object.values(confusion[category]).reduce((sum, cell) => sum + cell, 0);
  const answered = rankedCategories.reduce((sum, label) => sum + confusion[label][category], 0);
  return {
    precision: answered === 0 ? null : hits / answered,
    recall: labelled === 0 ? null : hits / labelled,
    f1: labelled + answered === 0 ? 0 : (2 * hits) / (labelled + answered),
    labelled,
    answered,
  };
}

function meanF1(confusion: Confusion): number {
  // A category that nobody labelled and nobody answered is left out, as scikit-learn does: some resamples have none of it.
  const scores = rankedCategories
    .map((category) => scoreCategory(confusion, category))
    .filter(({ labelled, answered }) => labelled + answered > 0);
  return scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
}

/** The mean of the four categories' F1, over rows with one right answer. */
export function macroF1Strict(rows: readonly Judged[]): number {
  return meanF1(countConfusion(unambiguous(rows)));
}

/** The same over all rows, an accepted other answer counting as the label itself. */
export function macroF1Lenient(rows: readonly Judged[]): number {
  return meanF1(
    countConfusion(rows, ({ row, answer }) => row.also.find((other) => other === answer.category) ?? row.category),
  );
}

/** The share of all rows with the right category or an accepted other one. */
export function categoryRight(rows: readonly Judged[]): Share {
  return count(rows, isAccepted);
}

function isDangerous({ row }: Judged): boolean {
  const isStrong = row.category === 'execute' || row.category === 'destructive' || row.risk === 'critical';
  return isStrong && row.category !== 'read' && !row.also.includes('read');
}

/** Of the dangerous tools, the share called read or write where that is not an accepted answer. */
export function underRanked(rows: readonly Judged[]): Share {
  return count(rows.filter(isDangerous), ({ row, answer }) => {
    const isMild = answer.category === 'read' || answer.category === 'write';
    return isMild && !isAccepted({ row, answer });
  });
}

/** Of the critical tools, the share rated low or medium. */
export function criticalsLow(rows: readonly Judged[]): Share {
  const critical = rows.filter(({ row }) => row.risk === 'critical');
  return count(critical, ({ answer }) => answer.risk === 'low' || answer.risk === 'medium');
}

/** Of the reads with one right answer, the share called anything else, `unclassified` included. */
export function overFlagged(rows: readonly Judged[]): Share {
  const reads = unambiguous(rows).filter(({ row }) => row.category === 'read');
  return count(reads, ({ answer }) => answer.category !== 'read');
}

/** The share of the rated rows with the right risk or an accepted other one. */
export function riskRight(rows: readonly Judged[]): Share {
  const rated = rows.filter(({ row }) => row.risk !== undefined);
  return count(
    rated,
    ({ row, answer }) => answer.risk === row.risk || row.riskAlso.some((risk) => risk === answer.risk),
  );
}

/** The share of all rows that ask for a person's review. */
export function needsReview(rows: readonly Judged[]): Share {
  return count(rows, ({ answer }) => answer.needsReview);
}

/** Of the rows whose category is neither right nor accepted, the share that asks for a person's review. */
export function missesReviewed(rows: readonly Judged[]): Share {
  return needsReview(rows.filter(isMissed));
}

const binCount = 10;

/** Confidence against how often the category was right, accepted answers included, in ten equal bins; empty ones are left out. */
export function calibrationCurve(rows: readonly Judged[]): CalibrationBin[] {
  const bins = Array.from({ length: binCount }, () => ({ rows: 0, confidence: 0, right: 0 }));
  for (const one of rows) {
    const { confidence } = one.answer;
    const bin = bins[Math.min(binCount - 1, Math.floor(confidence * binCount))];
    if (bin === undefined) continue;
    bin.rows += 1;
    bin.confidence += confidence;
    if (isAccepted(one)) bin.right += 1;
  }
  return bins.flatMap((bin, index) => {
    const [from, to] = [index / binCount, (index + 1) / binCount];
    if (bin.rows === 0) return [];
    return [{ from, to, rows: bin.rows, meanConfidence: bin.confidence / bin.rows, accuracy: bin.right / bin.rows }];
  });
}

/** Expected calibration error: the mean distance of confidence and accuracy over the bins, weighted by their rows. */
export function calibrationError(rows: readonly Judged[]): number {
  const distance = calibrationCurve(rows).reduce(
    (sum, bin) => sum + bin.rows * Math.abs(bin.accuracy - bin.meanConfidence),
    0,
  );
  return rows.length === 0 ? Number.NaN : distance / rows.length;
}
