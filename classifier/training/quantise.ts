/** Packs trained weights into one byte each. */
import { bucketCount } from '../model/features.ts';
import { classCount, type Weights } from '../model/predict.ts';

/** Two tables of four columns side by side, as floats: what is measured before packing. */
export function joinTables(categories: Float32Array, risks: Float32Array): Float32Array {
  const joined = new Float32Array(bucketCount * 2 * classCount);
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    for (let column = 0; column < classCount; column++) {
      joined[bucket * 2 * classCount + column] = categories[bucket * classCount + column] ?? 0;
      joined[bucket * 2 * classCount + classCount + column] = risks[bucket * classCount + column] ?? 0;
    }
  }
  return joined;
}

/** Each column's largest weight becomes 127. */
export function packTable(table: Float32Array): { table: Int8Array; scales: number[] } {
  const width = 2 * classCount;
  const largest = new Array<number>(width).fill(0);
  for (let at = 0; at < table.length; at++) {
    largest[at % width] = Math.max(largest[at % width] ?? 0, Math.abs(table[at] ?? 0));
  }
  const scales = largest.map((value) => (value === 0 ? 1 : value / 127));
  return { table: Int8Array.from(table, (value, at) => Math.round(value / (scales[at % width] ?? 1))), scales };
}

export function asFloats(table: Float32Array): Weights {
  return { table, scales: new Array<number>(2 * classCount).fill(1), temperatures: [1, 1] };
}
