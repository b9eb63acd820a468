/** How well a classifier did on labelled tools: figures alone, none of the tools' texts. */
import { z } from 'zod';
import { LabelledCategory } from './labelled-tool.ts';

/**
 * `macroF1`: over rows with one right category; `macroF1Lenient`: over all, accepted answers counting as right. `right`: share of all
 * rows with the right or an accepted category. `underRanked`: dangerous tools called read or write. `criticalsLow`: critical tools rated
 * low or medium. `overFlagged`: reads called anything else. `riskRight`: share with the right or an accepted risk. `missesReviewed`: of
 * the wrong categories, the share that asks for a person's review.
 */
export const figureIds = [
  'macroF1',
  'macroF1Lenient',
  'right',
  'underRanked',
  'criticalsLow',
  'overFlagged',
  'riskRight',
  'calibrationError',
  'needsReview',
  'missesReviewed',
] as const;
export const FigureId = z.enum(figureIds);
export type FigureId = z.infer<typeof FigureId>;

export interface FigureText {
  title: string;
  /** What the figure counts over, after a number: "142 dangerous tools". */
  over: string;
  isBetter: 'higher' | 'lower' | 'neither';
}

export const figureTexts = {
  macroF1: { title: 'Macro-F1, where one category is right', over: 'tools', isBetter: 'higher' },
  macroF1Lenient: { title: 'Macro-F1, accepted answers counted', over: 'tools', isBetter: 'higher' },
  right: { title: 'Category right or accepted', over: 'tools', isBetter: 'higher' },
  underRanked: { title: 'Dangerous tools called read or write', over: 'dangerous tools', isBetter: 'lower' },
  criticalsLow: { title: 'Critical tools rated low or medium', over: 'critical tools', isBetter: 'lower' },
  overFlagged: { title: 'Reads called anything else', over: 'reads', isBetter: 'lower' },
  riskRight: { title: 'Risk right or accepted', over: 'rated tools', isBetter: 'higher' },
  calibrationError: { title: 'Expected calibration error', over: 'tools', isBetter: 'lower' },
  needsReview: { title: 'Sent to a person for review', over: 'tools', isBetter: 'neither' },
  missesReviewed: { title: 'Wrong categories sent for review', over: 'wrong categories', isBetter: 'higher' },
} as const satisfies Record<FigureId, FigureText>;

const Proportion = z.number().min(0).max(1).nullable();

/** A figure from 0 to 1 with its 95 % interval, and how many rows it counts over; null where there were none. */
export const Figure = z.strictObject({
  value: Proportion,
  low: Proportion,
  high: Proportion,
  of: z.int().nonnegative(),
});
export type Figure = z.infer<typeof Figure>;

export const Figures = z.record(FigureId, Figure);
export type Figures = z.infer<typeof Figures>;

/** Precision and recall over rows with one right category; null where nothing was answered or labelled so. */
export const CategoryScore = z.strictObject({
  precision: Proportion,
  recall: Proportion,
  f1: z.number().min(0).max(1),
  labelled: z.int().nonnegative(),
  answered: z.int().nonnegative(),
});
export type CategoryScore = z.infer<typeof CategoryScore>;

const Count = z.int().nonnegative();
const Answers = z.strictObject({ read: Count, write: Count, execute: Count, destructive: Count, unclassified: Count });

/** Counts `[labelled][answered]`; an answer may be `unclassified`, a label may not. */
export const Confusion = z.record(LabelledCategory, Answers);
export type Confusion = z.infer<typeof Confusion>;

/** Rows whose confidence lies from `from` up to `to`. */
export const CalibrationBin = z.strictObject({
  from: z.number(),
  to: z.number(),
  rows: z.int().positive(),
  meanConfidence: z.number(),
  accuracy: z.number(),
});
export type CalibrationBin = z.infer<typeof CalibrationBin>;

export const GroupFigures = z.strictObject({ title: z.string(), tools: z.int().positive(), figures: Figures });
export type GroupFigures = z.infer<typeof GroupFigures>;

export const Evaluation = z.strictObject({
  /** ISO 8601 date. */
  date: z.iso.date(),
  /** What was measured on, in a few words. */
  about: z.string(),
  /** Which classifier answered, as a verdict's `by` names it. */
  model: z.string(),
  tools: Count,
  servers: Count,
  /** Servers that resemble each other, as the labels say. */
  families: Count,
  figures: Figures,
  categories: z.record(LabelledCategory, CategoryScore),
  /** Over rows with one right category. */
  confusion: Confusion,
  calibration: z.array(CalibrationBin),
  byTag: z.array(GroupFigures),
  byPick: z.array(GroupFigures),
  /** The same rows, classified with parts of their definitions left out; empty where that was not asked for. */
  ablation: z.array(z.strictObject({ title: z.string(), figures: Figures })),
});
export type Evaluation = z.infer<typeof Evaluation>;
