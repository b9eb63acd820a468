/**
 * A network with one layer of rectified units between hashed features and answers, several questions at a time. Adagrad, one
 * example after the other; features and units are left out at random while it learns (dropout: Srivastava et al., JMLR 2014).
 * Deterministic for a seed.
 */
import type { Features } from '../model/features.ts';
import { makeRandom, shuffle } from './random.ts';
import { softmax } from './softmax.ts';

/** A question's answers stand at `from`; `target` are shares that sum to 1. A weight of 0 leaves the question out. */
export interface Question {
  from: number;
  target: readonly number[];
  weight: number;
}

export interface HiddenExample {
  features: Features;
  questions: readonly Question[];
}

export interface HiddenOptions {
  /** A power of two. */
  buckets: number;
  /** Numbers of an embedding. */
  embedding: number;
  units: number;
  answers: number;
  passes: number;
  rate: number;
  /** Strength of the pull towards zero on the weights of features, per example seen. */
  decay: number;
  featureDropout: number;
  unitDropout: number;
  seed: number;
}

type Inputs = Pick<Features, 'buckets' | 'values'>;

/** A row of weights and the squares of what has moved them. */
class Tuned {
  readonly weights: Float32Array;
  private readonly squares: Float32Array;

  constructor(weights: Float32Array, start: number) {
    this.weights = weights;
    this.squares = new Float32Array(weights.length).fill(start);
  }

  at(index: number): number {
    return this.weights[index] ?? 0;
  }

  move(index: number, gradient: number, rate: number): void {
    const square = (this.squares[index] ?? 0) + gradient * gradient;
    this.squares[index] = square;
    this.weights[index] = this.at(index) - (rate * gradient) / Math.sqrt(square);
  }
}

export interface TrainedHidden {
  /** `units` numbers per bucket. */
  into: Float32Array;
  /** `units` numbers per number of the embedding. */
  fromEmbedding: Float32Array;
  unitOffsets: Float32Array;
  /** `answers` numbers per unit. */
  out: Float32Array;
  offsets: Float32Array;
}

class Network {
  private readonly options: HiddenOptions;
  private readonly random: () => number;
  private readonly into: Tuned;
  private readonly unitOffsets: Tuned;
  private readonly out: Tuned;
  private readonly offsets: Tuned;

  constructor(options: HiddenOptions, random: () => number) {
    const { buckets, embedding, units, answers } = options;
    const spread = (length: number, width: number) =>
      Float32Array.from({ length }, () => {
        const radius = Math.sqrt(-2 * Math.log(random() + 1e-12));
        return radius * Math.cos(2 * Math.PI * random()) * width;
      });
    this.options = options;
    this.random = random;
    this.into = new Tuned(spread((buckets + embedding) * units, 0.05), 1e-3);
    this.unitOffsets = new Tuned(new Float32Array(units), 1e-3);
    this.out = new Tuned(spread(units * answers, 1 / Math.sqrt(units)), 1e-2);
    this.offsets = new Tuned(new Float32Array(answers), 1e-2);
  }

  get trained(): TrainedHidden {
    const { buckets, units } = this.options;
    return {
      into: this.into.weights.slice(0, buckets * units),
      fromEmbedding: this.into.weights.slice(buckets * units),
      unitOffsets: this.unitOffsets.weights,
      out: this.out.weights,
      offsets: this.offsets.weights,
    };
  }

  learn({ features, questions }: HiddenExample, rate: number): void {
    const kept = this.keep(features);
    const strengths = this.activate(kept);
    const blame = this.answer(strengths, questions, rate);
    this.correct(kept, strengths, blame, rate);
  }

  /** Some of the features, the rest of them the stronger, and the whole embedding as features behind them. */
  private keep({ buckets, values, embedding }: Features): Inputs {
    const { featureDropout, buckets: count } = this.options;
    const kept: Inputs = { buckets: [], values: [] };
    for (let at = 0; at < buckets.length; at++) {
      if (this.random() < featureDropout) continue;
      kept.buckets.push((buckets[at] ?? 0) & (count - 1));
      kept.values.push((values[at] ?? 0) / (1 - featureDropout));
    }
    for (let at = 0; at < embedding.length; at++) {
      kept.buckets.push(count + at);
      kept.values.push(embedding[at] ?? 0);
    }
    return kept;
  }

  private activate({ buckets, values }: Inputs): Float64Array {
    const { units, unitDropout } = this.options;
    const strengths = Float64Array.from(this.unitOffsets.weights);
    for (let at = 0; at < buckets.length; at++) {
      const base = (buckets[at] ?? 0) * units;
      const value = values[at] ?? 0;
      for (let unit = 0; unit < units; unit++) {
        strengths[unit] = (strengths[unit] ?? 0) + this.into.at(base + unit) * value;
      }
    }
    return strengths.map((strength) =>
      strength > 0 && this.random() >= unitDropout ? strength / (1 - unitDropout) : 0,
    );
  }

  /** Corrects what stands behind the units, and says how each unit should have been different. */
  private answer(strengths: Float64Array, questions: readonly Question[], rate: number): Float64Array {
    const { units, answers } = this.options;
    const blame = new Float64Array(units);
    for (const { from, target, weight } of questions) {
      if (weight === 0) continue;
      const logits = target.map((_, at) => {
        let sum = this.offsets.at(from + at);
        for (let unit = 0; unit < units; unit++)
          sum += (strengths[unit] ?? 0) * this.out.at(unit * answers + from + at);
        return sum;
      });
      for (const [at, share] of softmax(logits).entries()) {
        const error = (share - (target[at] ?? 0)) * weight;
        this.offsets.move(from + at, error, rate);
        for (let unit = 0; unit < units; unit++) {
          const strength = strengths[unit] ?? 0;
          if (strength === 0) continue;
          const index = unit * answers + from + at;
          blame[unit] = (blame[unit] ?? 0) + error * this.out.at(index);
          this.out.move(index, error * strength, rate);
        }
      }
    }
    return blame;
  }

  private correct({ buckets, values }: Inputs, strengths: Float64Array, blame: Float64Array, rate: number): void {
    const { units, unitDropout, decay } = this.options;
    const active = [...strengths.keys()].filter((unit) => (strengths[unit] ?? 0) > 0);
    const blamed = active.map((unit) => ({ unit, part: (blame[unit] ?? 0) / (1 - unitDropout) }));
    for (const { unit, part } of blamed) this.unitOffsets.move(unit, part, rate);
    for (let at = 0; at < buckets.length; at++) {
      const base = (buckets[at] ?? 0) * units;
      const value = values[at] ?? 0;
      for (const { unit, part } of blamed) {
        const index = base + unit;
        this.into.move(index, part * value + decay * this.into.at(index), rate);
      }
    }
  }
}

/** The rate falls to a fifth by the last pass. */
export function trainHidden(examples: readonly HiddenExample[], options: HiddenOptions): TrainedHidden {
  const random = makeRandom(options.seed);
  const network = new Network(options, random);
  for (let pass = 0; pass < options.passes; pass++) {
    const rate = options.rate * (1 - (0.8 * pass) / options.passes);
    for (const example of shuffle(examples, random)) network.learn(example, rate);
  }
  return network.trained;
}
