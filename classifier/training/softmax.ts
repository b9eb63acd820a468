/** Multinomial logistic regression over hashed features: Adagrad, L2, averaged over the last half of the passes. Deterministic. */
import type { Features } from '../model/features.ts';
import { makeRandom, shuffle } from './random.ts';

export interface Example {
  features: Pick<Features, 'buckets' | 'values'>;
  /** Shares over the classes, summing to 1. */
  target: readonly number[];
  weight: number;
}

export interface TrainOptions {
  buckets: number;
  classes: number;
  passes: number;
  rate: number;
  /** Strength of the pull towards zero, per example seen. */
  decay: number;
  seed: number;
}

/** Logits of one example; `weights` holds `classes` numbers per bucket. */
export function scoreFeatures(
  { buckets, values }: Example['features'],
  weights: ArrayLike<number>,
  classes: number,
): Float64Array {
  const logits = new Float64Array(classes);
  for (let at = 0; at < buckets.length; at++) {
    const base = (buckets[at] ?? 0) * classes;
    const value = values[at] ?? 0;
    for (let k = 0; k < classes; k++) logits[k] = (logits[k] ?? 0) + (weights[base + k] ?? 0) * value;
  }
  return logits;
}

export function softmax(logits: ArrayLike<number>, temperature = 1): number[] {
  const scaled = Array.from(logits, (logit) => logit / temperature);
  const top = Math.max(...scaled);
  const shares = scaled.map((logit) => Math.exp(logit - top));
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => share / sum);
}

/** The weights, `classes` numbers per bucket. */
export function trainSoftmax(examples: readonly Example[], options: TrainOptions): Float32Array {
  const { buckets, classes, passes, rate, decay, seed } = options;
  const weights = new Float32Array(buckets * classes);
  const squares = new Float32Array(buckets * classes).fill(1e-2);
  const averaged = new Float32Array(buckets * classes);
  const random = makeRandom(seed);
  const averageFrom = Math.floor(passes / 2);
  for (let pass = 0; pass < passes; pass++) {
    for (const { features, target, weight } of shuffle(examples, random)) {
      const shares = softmax(scoreFeatures(features, weights, classes));
      for (let k = 0; k < classes; k++) {
        const error = ((shares[k] ?? 0) - (target[k] ?? 0)) * weight;
        for (let at = 0; at < features.buckets.length; at++) {
          const index = (features.buckets[at] ?? 0) * classes + k;
          const current = weights[index] ?? 0;
          const gradient = error * (features.values[at] ?? 0) + decay * current;
          const square = (squares[index] ?? 0) + gradient * gradient;
          squares[index] = square;
          weights[index] = current - (rate * gradient) / Math.sqrt(square);
        }
      }
    }
    if (pass >= averageFrom)
      for (let at = 0; at < weights.length; at++) averaged[at] = (averaged[at] ?? 0) + (weights[at] ?? 0);
  }
  return averaged.map((sum) => sum / (passes - averageFrom));
}
