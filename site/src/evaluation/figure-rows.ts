/** The figures of an evaluation as rows of a table, in words and on a line from 0 to 1. */
import { type Figure, type FigureId, type Figures, figureTexts } from '../../../schema/evaluation.ts';
import { showNumber } from '../words/counting.ts';

export interface FigureRow {
  title: string;
  value: string;
  /** `0.89 to 0.96`; undefined where there is none. */
  interval: string | undefined;
  /** `142 dangerous tools`. */
  over: string;
  isBetter: 'higher' | 'lower' | 'neither';
  /** 0 to 1, to be drawn; undefined where there is no value. */
  line: { at: number; low: number; high: number } | undefined;
}

const scores: ReadonlySet<FigureId> = new Set(['macroF1', 'macroF1Lenient', 'calibrationError']);

/** Scores as `0.927`, shares as `94.1 %`. */
export function showFigure(id: FigureId, value: number | null): string {
  if (value === null) return '–';
  return scores.has(id) ? value.toFixed(3) : `${(100 * value).toFixed(1)} %`;
}

export function figureRow(
  id: FigureId,
  { value, low, high, of }: Figure,
  title: string = figureTexts[id].title,
): FigureRow {
  const isKnown = value !== null && low !== null && high !== null;
  return {
    title,
    value: showFigure(id, value),
    interval: isKnown ? `${showFigure(id, low)} to ${showFigure(id, high)}` : undefined,
    over: `${showNumber(of)} ${figureTexts[id].over}`,
    isBetter: figureTexts[id].isBetter,
    line: isKnown ? { at: value, low, high } : undefined,
  };
}

const shown: readonly FigureId[] = [
  'macroF1',
  'right',
  'underRanked',
  'criticalsLow',
  'overFlagged',
  'riskRight',
  'calibrationError',
  'needsReview',
];

export function figureRows(figures: Figures): FigureRow[] {
  return shown.map((id) => figureRow(id, figures[id]));
}
