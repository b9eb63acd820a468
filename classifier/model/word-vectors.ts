/**
 * Where some twelve thousand English words stand among the others: words of like use point the same way, so that a verb that no
 * labelled tool has is read by its likes. From GloVe (Pennington, Socher and Manning, EMNLP 2014), projected and packed by
 * `../training/word-vectors.ts`; only hashes of the words are kept.
 */
import { decodeHalfBytes } from './packed.ts';
import { packedVectors } from './word-vectors.generated.ts';

export const vectorSize: number = packedVectors.vectors.scales.length;

interface WordVectors {
  rows: ReadonlyMap<number, number>;
  numbers: Float32Array;
}

let decoded: WordVectors | undefined;

function decode(): WordVectors {
  const bytes = Uint8Array.from(atob(packedVectors.words), (letter) => letter.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  const rows = new Map<number, number>();
  for (let row = 0; 4 * row < bytes.length; row++) rows.set(view.getInt32(4 * row, true), row);
  const { numbers, scales } = decodeHalfBytes(packedVectors.vectors);
  return { rows, numbers: Float32Array.from(numbers, (number, at) => number * (scales[at % vectorSize] ?? 0)) };
}

/** Writes the mean of the words' vectors, at length 1, to `into` from `start` on; leaves it as it is where none is known. */
export function writeMeanVector(hashes: readonly number[], into: Float32Array, start: number): void {
  decoded ??= decode();
  const { rows, numbers } = decoded;
  for (let at = 0; at < hashes.length; at++) {
    const row = rows.get(hashes[at] ?? 0);
    if (row === undefined) continue;
    const from = row * vectorSize;
    for (let step = 0; step < vectorSize; step++) {
      // Within both lists: a row has as many numbers as a group has places.
      (into[start + step] as number) += numbers[from + step] as number;
    }
  }
  let squares = 0;
  for (let at = start; at < start + vectorSize; at++) squares += (into[at] ?? 0) ** 2;
  if (squares === 0) return;
  const scale = 1 / Math.sqrt(squares);
  for (let at = start; at < start + vectorSize; at++) into[at] = (into[at] ?? 0) * scale;
}
