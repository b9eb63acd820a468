/** Packs trained weights into one byte each. */
import { bucketCount } from '../model/features.ts';
import { answerCount, classCount, type Table } from '../model/predict.ts';

/** Two tables of four columns side by side, as floats: what is measured before packing. */
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

/** Each column's largest weight becomes 127. */
export function packTable({ numbers, scales: { length: width } }: Table): { numbers: Int8Array; scales: number[] } {
  const largest = new Array<number>(width).fill(0);
  for (let at = 0; at < numbers.length; at++) {
    largest[at % width] = Math.max(largest[at % width] ?? 0, Math.abs(numbers[at] ?? 0));
  }
  const scales = largest.map((value) => (value === 0 ? 1 : value / 127));
  return { numbers: Int8Array.from(numbers, (value, at) => Math.round(value / (scales[at % width] ?? 1))), scales };
}

/** Weights as they were learnt, `width` columns. */
export function asTable(numbers: Float32Array, width: number): Table {
  return { numbers, scales: new Array<number>(width).fill(1) };
}
