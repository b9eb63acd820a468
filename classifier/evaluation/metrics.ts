/** The figures by which a classifier is measured. Pure; each says what it counts over. */
import { type Category, rankedCategories } from '../../schema/taxonomy.ts';
import type { Judged } from './labelled-row.ts';

/** Counts `[labelled][answered]`; an answer may be `unclassified`, a label may not. */
export type Confusion = Record<(typeof rankedCategories)[number], Record<Category, number>>;

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

const unambiguous = (rows: readonly Judged[]) => rows.filter(({ row }) => !row.ambiguous);

export function countConfusion(rows: readonly Judged[]): Confusion {
  const zeros = () => ({ read: 0, write: 0, execute: 0, destructive: 0, unclassified: 0 });
  const confusion: Confusion = { read: zeros(), write: zeros(), execute: zeros(), destructive: zeros() };
  for (const { row, answer } of rows) confusion[row.category][answer.category]++;
  return confusion;
}

/** F1 of one category; 0 where it is never answered nor labelled. */
export function f1Of(confusion: Confusion, category: (typeof rankedCategories)[number]): number {
  const hits = confusion[category][category];
  const labelled = Object.values(confusion[category]).reduce((sum, cell) => sum + cell, 0);
  const answered = rankedCategories.reduce((sum, label) => sum + confusion[label][category], 0);
  return labelled + answered === 0 ? 0 : (2 * hits) / (labelled + answered);
}

/** The mean of the four categories' F1, over rows with one right answer. */
export function macroF1Strict(rows: readonly Judged[]): number {
  const confusion = countConfusion(unambiguous(rows));
  return rankedCategories.reduce((sum, category) => sum + f1Of(confusion, category), 0) / rankedCategories.length;
}

/** The same over all rows, an accepted other answer counting as the label itself. */
export function macroF1Lenient(rows: readonly Judged[]): number {
  const lenient = rows.map(({ row, answer }) => {
    const category = rankedCategories.find((one) => one === answer.category && row.also.includes(one)) ?? row.category;
    return { row: { ...row, category }, answer };
  });
  const confusion = countConfusion(lenient);
  return rankedCategories.reduce((sum, category) => sum + f1Of(confusion, category), 0) / rankedCategories.length;
}

function isDangerous({ row }: Judged): boolean {
  const isStrong = row.category === 'execute' || row.category === 'destructive' || row.risk === 'critical';
  return isStrong && row.category !== 'read' && !row.also.includes('read');
}

/** Of the dangerous tools, the share called read or write where that is not an accepted answer. */
export function underRanked(rows: readonly Judged[]): Share {
  return count(rows.filter(isDangerous), ({ row, answer }) => {
    const isMild = answer.category === 'read' || answer.category === 'write';
    return isMild && answer.category !== row.category && !row.also.includes(answer.category);
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

/** The share of all rows with the right risk or an accepted other one. */
export function riskRight(rows: readonly Judged[]): Share {
  return count(rows, ({ row, answer }) => answer.risk === row.risk || row.risk_also.includes(answer.risk));
}

export interface CalibrationBin {
  from: number;
  to: number;
  rows: number;
  meanConfidence: number;
  accuracy: number;
}

const binCount = 10;

/** Confidence against how often the category was right, accepted answers included, in ten equal bins; empty ones are left out. */
export function calibrationCurve(rows: readonly Judged[]): CalibrationBin[] {
  return Array.from({ length: binCount }, (_, index) => index).flatMap((index) => {
    const inBin = rows.filter(
      ({ answer }) => Math.min(binCount - 1, Math.floor(answer.confidence * binCount)) === index,
    );
    if (inBin.length === 0) return [];
    const right = count(
      inBin,
      ({ row, answer }) => answer.category === row.category || row.also.includes(answer.category),
    );
    const meanConfidence = inBin.reduce((sum, { answer }) => sum + answer.confidence, 0) / inBin.length;
    return [
      {
        from: index / binCount,
        to: (index + 1) / binCount,
        rows: inBin.length,
        meanConfidence,
        accuracy: shareOf(right),
      },
    ];
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
