/** Asks the local model: how likely each category and each risk is, by weights learnt from labelled tools. */
import type { Features } from './features.ts';

/** Shares that sum to 1, in the order of `rankedCategories` and of `rankedRisks`. */
export interface Prediction {
  categories: readonly number[];
  risks: readonly number[];
}

export const classCount = 4;

/** `table` holds for each bucket four numbers for the categories and then four for the risks; each column has its scale. */
export interface Weights {
  table: Int8Array | Float32Array;
  scales: readonly number[];
  /** What logits are divided by before they become shares, for categories and for risks. */
  temperatures: readonly [number, number];
}

function toShares(logits: readonly number[], temperature: number): number[] {
  const top = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp((logit - top) / temperature));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

export function predict({ buckets, values }: Features, { table, scales, temperatures }: Weights): Prediction {
  const width = 2 * classCount;
  const sums = new Float64Array(width);
  const size = buckets.length;
  for (let column = 0; column < width; column++) {
    let sum = 0;
    for (let at = 0; at < size; at++) {
      // Numbers: both lists have `size` members, and buckets stay within the table.
      sum += (table[(buckets[at] as number) * width + column] as number) * (values[at] as number);
    }
    sums[column] = sum;
  }
  const logits = Array.from(sums, (sum, column) => sum * (scales[column] ?? 0));
  return {
    categories: toShares(logits.slice(0, classCount), temperatures[0]),
    risks: toShares(logits.slice(classCount), temperatures[1]),
  };
}
