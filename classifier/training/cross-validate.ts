/** Trains on some families of servers and predicts for the others. */
import { rankedCategories, rankedRisks } from '../../schema/taxonomy.ts';
import { embeddingSize } from '../model/embedding.ts';
import { bucketCount } from '../model/features.ts';
import { hashText } from '../model/hash.ts';
import {
  answerCount,
  classCount,
  hiddenBucketCount,
  type Prediction,
  predict,
  unitCount,
  type Weights,
} from '../model/predict.ts';
import { type HiddenOptions, trainHidden } from './hidden-layer.ts';
import type { Sample } from './sample.ts';
import { type Example, trainSoftmax } from './softmax.ts';
import { asTable, joinTables } from './tables.ts';

const folds = 5;
const settings = { buckets: bucketCount, classes: classCount, passes: 12, rate: 0.15, decay: 2e-4, seed: 1 };
const hiddenSettings: Omit<HiddenOptions, 'seed'> = {
  buckets: hiddenBucketCount,
  embedding: embeddingSize,
  units: unitCount,
  answers: answerCount,
  passes: 14,
  rate: 0.03,
  decay: 1e-4,
  featureDropout: 0.1,
  unitDropout: 0.3,
};
// What one network makes of a tool depends a little on the numbers it began with, the mean of two less so.
const hiddenSeeds: readonly number[] = [1, 2];
// Risks were labelled more freely than categories, and should not shape the units as much.
const riskShare = 0.5;

// Quick labels count less; dangerous classes more, for they are rare and a miss of them is worse.
const weightOf = { h: 1, m: 0.7, l: 0.4 } as const;
const categoryWeights = { read: 1, write: 1.3, execute: 1.5, destructive: 1.5 } as const;
const riskWeights = { low: 1, medium: 1.2, high: 1.5, critical: 3 } as const;
const softness = { h: 0.2, m: 0.3, l: 0.3 } as const;
// Invented tools teach what is rare; how often a thing is met they would teach wrongly.
const inventedShare = 0.4;

function toCategoryExample({ row: { label, trust }, features }: Sample, share: number) {
  const { category: own, also } = label;
  const shared = also.length > 0 ? softness[trust] : 0;
  const target = rankedCategories.map(
    (category) => (category === own ? 1 - shared : 0) + (also.includes(category) ? shared / also.length : 0),
  );
  return { features, target, weight: share * weightOf[trust] * categoryWeights[own] };
}

function toRiskExample({ row: { label, trust }, features }: Sample, share: number): Example {
  const target = rankedRisks.map((risk) => (risk === label.risk ? 1 : 0));
  const weight = label.risk === undefined ? 0 : share * weightOf[trust] * riskWeights[label.risk];
  return { features, target, weight };
}

/** As they were learnt, not packed yet, with temperatures of 1. */
export function trainWeights(samples: readonly Sample[], invented: readonly Sample[]): Weights {
  const learn = <T>(toExample: (sample: Sample, share: number) => T) => [
    ...samples.map((sample) => toExample(sample, 1)),
    ...invented.map((sample) => toExample(sample, inventedShare)),
  ];
  const categories = learn(toCategoryExample);
  const risks = learn(toRiskExample);
  const direct = joinTables(trainSoftmax(categories, settings), trainSoftmax(risks, settings));
  const examples = categories.map(({ features, target, weight }, at) => ({
    features,
    questions: [
      { from: 0, target, weight },
      { from: classCount, target: risks[at]?.target ?? [], weight: (risks[at]?.weight ?? 0) * riskShare },
    ],
  }));
  const hidden = hiddenSeeds.map((seed) => {
    const { into, fromEmbedding, unitOffsets, out, offsets } = trainHidden(examples, { ...hiddenSettings, seed });
    return {
      into: asTable(into, unitCount),
      fromEmbedding: asTable(fromEmbedding, unitCount),
      unitOffsets: [...unitOffsets],
      out: [...out],
      offsets: [...offsets],
    };
  });
  return { direct: asTable(direct, answerCount), hidden, temperatures: [1, 1] };
}

interface Crossed {
  sample: Sample;
  /** The answer of a model that has seen no server of the sample's family. */
  predictAt(temperatures: readonly [number, number]): Prediction;
}

function foldOf({ family }: Sample): number {
  return (hashText(family, 3) >>> 0) % folds;
}

/** `invented` is learnt from in every fold and never asked about. */
export function crossPredict(samples: readonly Sample[], invented: readonly Sample[]): Crossed[] {
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const weights = trainWeights(
      samples.filter((sample) => foldOf(sample) !== fold),
      invented,
    );
    return samples
      .filter((sample) => foldOf(sample) === fold)
      .map((sample) => ({
        sample,
        predictAt: (temperatures: readonly [number, number]) => predict(sample.features, { ...weights, temperatures }),
      }));
  });
}

function lossAt(crossed: readonly Crossed[], temperature: number, which: 'categories' | 'risks'): number {
  let loss = 0;
  for (const { sample, predictAt } of crossed) {
    const shares = predictAt([temperature, temperature])[which];
    const { category, risk } = sample.row.label;
    const label = which === 'categories' ? rankedCategories.indexOf(category) : rankedRisks.indexOf(risk ?? 'low');
    loss -= Math.log(Math.max(1e-9, shares[label] ?? 0));
  }
  return loss;
}

/** The temperature, for categories and for risks, under which the labels were likeliest. */
export function findTemperature(crossed: readonly Crossed[]): [number, number] {
  const tried = Array.from({ length: 13 }, (_, step) => Math.round((0.6 + 0.1 * step) * 10) / 10);
  const best = (which: 'categories' | 'risks') => {
    const losses = tried.map((temperature) => lossAt(crossed, temperature, which));
    return tried[losses.indexOf(Math.min(...losses))] ?? 1;
  };
  return [best('categories'), best('risks')];
}
