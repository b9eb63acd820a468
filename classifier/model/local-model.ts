/** The model that ships: its weights, decoded once, and its curves. */
import type { Examined } from '../examine.ts';
import type { Curve } from './curve.ts';
import { findFeatures } from './features.ts';
import { decodeBytes, decodeHalfBytes } from './packed.ts';
import { type Prediction, predict, type Weights } from './predict.ts';
import { trained } from './weights.generated.ts';

let decoded: Weights | undefined;

function decodeWeights(): Weights {
  const { direct, hidden, temperatures } = trained;
  return {
    direct: decodeHalfBytes(direct),
    hidden: hidden.map((network) => ({
      ...network,
      into: decodeHalfBytes(network.into),
      fromEmbedding: decodeBytes(network.fromEmbedding),
    })),
    temperatures,
  };
}

export function askLocalModel(examined: Examined): Prediction {
  decoded ??= decodeWeights();
  return predict(findFeatures(examined), decoded);
}

/** How often a verdict was right, by the share that the model gives its category. */
export const curves: { free: Curve; bound: Curve } = trained.curves;
