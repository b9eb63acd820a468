/** The model that ships: its weights, decoded once, and its curves. */
import type { Examined } from '../examine.ts';
import type { Curve } from './curve.ts';
import { findFeatures } from './features.ts';
import { type Prediction, predict, type Table, type Weights } from './predict.ts';
import { trained } from './weights.generated.ts';

let decoded: Weights | undefined;

function decodeTable({ table, scales }: { table: string; scales: readonly number[] }): Table {
  const text = atob(table);
  const numbers = new Int8Array(text.length);
  for (let at = 0; at < text.length; at++) numbers[at] = text.charCodeAt(at);
  return { numbers, scales };
}

function decodeWeights(): Weights {
  const { direct, hidden, temperatures } = trained;
  return { direct: decodeTable(direct), hidden: { ...hidden, into: decodeTable(hidden.into) }, temperatures };
}

export function askLocalModel(examined: Examined): Prediction {
  decoded ??= decodeWeights();
  return predict(findFeatures(examined), decoded);
}

/** How often a verdict was right, by the share that the model gives its category. */
export const curves: { free: Curve; bound: Curve } = trained.curves;
