/** A calibration curve on a square: how sure the verdicts said they were against how often they were right. */
import type { CalibrationBin } from '../../../schema/evaluation.ts';

export interface CalibrationPoint {
  /** From the left and from the top, 0 to `side`. */
  x: number;
  y: number;
  /** Its area grows with the tools behind it. */
  radius: number;
}

const least = 2.5;
const largest = 9;

export function calibrationPoints(bins: readonly CalibrationBin[], side: number): CalibrationPoint[] {
  const most = Math.max(1, ...bins.map(({ rows }) => rows));
  return bins.map(({ meanConfidence, accuracy, rows }) => ({
    x: round(meanConfidence * side),
    y: round((1 - accuracy) * side),
    radius: round(least + (largest - least) * Math.sqrt(rows / most)),
  }));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
