/**
 * Asks the local model: how likely each category and each risk is, by weights learnt from labelled tools. Two readers of the same
 * features answer, and their shares are averaged: one adds up what each feature speaks for, the other has a layer between, in
 * which features change each other's meaning, and which alone sees what the words mean.
 */
import type { Features } from './features.ts';
import type { Table } from './packed.ts';

/** Shares that sum to 1, in the order of `rankedCategories` and of `rankedRisks`. */
export interface Prediction {
  categories: readonly number[];
  risks: readonly number[];
}

export const classCount = 4;
/** Four numbers for the categories and then four for the risks. */
export const answerCount: number = 2 * classCount;
/** Of the layer between. Fewer buckets do for it: those of a feature are the same but for their upper bits. */
export const unitCount = 16;
export const hiddenBucketCount: number = 2 ** 13;

/** `out` holds `answerCount` numbers for each unit. */
export interface HiddenLayer {
  into: Table;
  /** From the features' embedding into the units. */
  fromEmbedding: Table;
  unitOffsets: readonly number[];
  out: readonly number[];
  offsets: readonly number[];
}

export interface Weights {
  direct: Table;
  /** Networks that differ in the numbers they began with; one at least. */
  hidden: readonly HiddenLayer[];
  /** What logits are divided by before they become shares, for categories and for risks. */
  temperatures: readonly [number, number];
}

function toShares(logits: ArrayLike<number>, from: number, temperature: number): number[] {
  let top = Number.NEGATIVE_INFINITY;
  for (let at = from; at < from + classCount; at++) top = Math.max(top, logits[at] ?? 0);
  const shares: number[] = [];
  let sum = 0;
  for (let at = from; at < from + classCount; at++) {
    const power = Math.exp(((logits[at] ?? 0) - top) / temperature);
    shares.push(power);
    sum += power;
  }
  return shares.map((power) => power / sum);
}

const columnsAtOnce = 4;

/** `bucketCount` is a power of two, and the table's width a multiple of `columnsAtOnce`. */
function addUp({ buckets, values }: Features, { numbers, scales }: Table, bucketCount: number): Float64Array {
  const width = scales.length;
  const sums = new Float64Array(width);
  // Numbers all: both lists are equally long, buckets stay within the table, and columns within its width.
  for (let column = 0; column < width; column += columnsAtOnce) {
    // Four sums in variables are a good deal faster than a list of them.
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    for (let at = 0; at < buckets.length; at++) {
      const base = ((buckets[at] as number) & (bucketCount - 1)) * width + column;
      const value = values[at] as number;
      first += (numbers[base] as number) * value;
      second += (numbers[base + 1] as number) * value;
      third += (numbers[base + 2] as number) * value;
      fourth += (numbers[base + 3] as number) * value;
    }
    sums[column] = first * (scales[column] as number);
    sums[column + 1] = second * (scales[column + 1] as number);
    sums[column + 2] = third * (scales[column + 2] as number);
    sums[column + 3] = fourth * (scales[column + 3] as number);
  }
  return sums;
}

/** Adds to the units what the embedding says. */
function addEmbedding(units: Float64Array, embedding: ArrayLike<number>, { numbers, scales }: Table): void {
  const sums = new Float64Array(unitCount);
  for (let at = 0; at < embedding.length; at++) {
    const value = embedding[at] as number;
    // Of a place without known words.
    if (value === 0) continue;
    const base = at * unitCount;
    // Numbers all: the table has a row for each number of the embedding.
    for (let unit = 0; unit < unitCount; unit++) (sums[unit] as number) += (numbers[base + unit] as number) * value;
  }
  for (let unit = 0; unit < unitCount; unit++)
    units[unit] = (units[unit] ?? 0) + (sums[unit] ?? 0) * (scales[unit] ?? 0);
}

function askHidden(features: Features, hidden: HiddenLayer): Float64Array {
  const { into, fromEmbedding, unitOffsets, out, offsets } = hidden;
  const units = addUp(features, into, hiddenBucketCount);
  addEmbedding(units, features.embedding, fromEmbedding);
  const logits = Float64Array.from(offsets);
  for (let unit = 0; unit < unitCount; unit++) {
    const strength = (units[unit] ?? 0) + (unitOffsets[unit] ?? 0);
    if (strength <= 0) continue;
    for (let answer = 0; answer < answerCount; answer++) {
      logits[answer] = (logits[answer] ?? 0) + strength * (out[unit * answerCount + answer] ?? 0);
    }
  }
  return logits;
}

export function predict(features: Features, { direct, hidden, temperatures }: Weights): Prediction {
  const added = addUp(features, direct, direct.numbers.length / answerCount);
  const asked = hidden.map((network) => askHidden(features, network));
  const average = (from: number, temperature: number) => {
    const others = asked.map((logits) => toShares(logits, from, temperature));
    return toShares(added, from, temperature).map((share, at) => {
      const sum = others.reduce((all, shares) => all + (shares[at] ?? 0), 0);
      return (share + sum / others.length) / 2;
    });
  };
  return { categories: average(0, temperatures[0]), risks: average(classCount, temperatures[1]) };
}
