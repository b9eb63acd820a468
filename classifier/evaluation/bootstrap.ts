/**
 * Confidence intervals by the percentile bootstrap (Efron 1979). Families of servers are drawn with replacement, not tools: the tools
 * of one maker resemble each other, and counting them as independent would make the intervals too narrow.
 */
import { type Figure, type FigureId, type Figures, figureIds } from '../../schema/evaluation.ts';
import type { Judged } from './labelled-row.ts';
import { type Measured, measureRows } from './measure.ts';

export interface BootstrapOptions {
  resamples: number;
  seed: number;
}

export const usualBootstrap: BootstrapOptions = { resamples: 1000, seed: 1 };

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** In the order of their first rows. */
export function groupByFamily(rows: readonly Judged[]): Judged[][] {
  return [...Map.groupBy(rows, ({ row }) => row.family).values()];
}

/** The value that a share of the sorted ones lies below, by the nearest rank. */
function percentile(sorted: readonly number[], share: number): number | undefined {
  const rank = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
  return sorted[rank];
}

function drawFamilies(families: readonly Judged[][], random: () => number): Judged[] {
  return families.flatMap(() => families[Math.floor(random() * families.length)] ?? []);
}

/** Every figure with its 95 % interval. Resamples in which a figure cannot be had are left out of its interval. */
export function estimateFigures(rows: readonly Judged[], options: BootstrapOptions = usualBootstrap): Figures {
  const families = groupByFamily(rows);
  const random = makeRandom(options.seed);
  const drawn = new Map<FigureId, number[]>(figureIds.map((id) => [id, []]));
  for (let resample = 0; resample < options.resamples; resample++) {
    const figures = measureRows(drawFamilies(families, random));
    for (const id of figureIds) if (!Number.isNaN(figures[id].value)) drawn.get(id)?.push(figures[id].value);
  }
  const measured = measureRows(rows);
  const entries = figureIds.map((id) => [id, toFigure(measured[id], drawn.get(id) ?? [])] as const);
  return Object.fromEntries(entries) as Figures; // one entry for every id, made just above
}

function toFigure({ value, of }: Measured, drawn: number[]): Figure {
  if (Number.isNaN(value)) return { value: null, low: null, high: null, of };
  const sorted = drawn.sort((a, b) => a - b);
  const low = percentile(sorted, 0.025) ?? null;
  const high = percentile(sorted, 0.975) ?? null;
  // Rows that are all alike resample to themselves; what they leave open is the exact bound of Clopper and Pearson (1934).
  if (value === 0 && high === 0) return { value, low, high: 1 - 0.025 ** (1 / of), of };
  if (value === 1 && low === 1) return { value, low: 0.025 ** (1 / of), high, of };
  return { value, low, high, of };
}
