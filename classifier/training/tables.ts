/** Weights as tables, before they are packed. */
import { bucketCount } from '../model/features.ts';
import type { Table } from '../model/packed.ts';
import { answerCount, classCount } from '../model/predict.ts';

/** Two tables of four columns side by side, as floats. */
export function joinTables(categories: Float32Array, risks: Float32Array): Float32Array {
  const joined = new Float32Array(bucketCount * answerCount);
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    for (let column = 0; column < classCount; column++) {
      joined[bucket * answerCount + column] = categories[bucket * classCount + column] ?? 0;
      joined[bucket * answerCount + classCount + column] = risks[bucket * classCount + column] ?? 0;
    }
  }
  return joined;
}

/** Weights as they were learnt, `width` columns. */
export function asTable(numbers: Float32Array, width: number): Table {
  return { numbers, scales: new Array<number>(width).fill(1) };
}
