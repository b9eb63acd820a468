/** Tables of numbers as text in a source file: base64 of one byte or half a byte per number, with a scale for each column. */

export interface Packed {
  scales: readonly number[];
  table: string;
}

/** So many numbers per row as there are scales; a number times its column's scale is what was packed. */
export interface Table {
  numbers: Int8Array | Float32Array;
  scales: readonly number[];
}

/** Word vectors and what they are found by. */
export interface PackedVectors {
  /** The hash of each word, 32 bits, little-endian, in base64. */
  words: string;
  /** A row for each word, half a byte for each number. */
  vectors: Packed;
}

export function decodeBytes({ table, scales }: Packed): Table {
  return { numbers: readBytes(table), scales };
}

/** Half a byte holds a level from -7 to 7, kept as its square with its sign, since most weights are small. */
export function decodeHalfBytes({ table, scales }: Packed): Table {
  const bytes = readBytes(table);
  const numbers = new Int8Array(bytes.length * 2);
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    numbers[2 * at] = toSquare(((byte >> 4) & 15) - 8);
    numbers[2 * at + 1] = toSquare((byte & 15) - 8);
  }
  return { numbers, scales };
}

function toSquare(level: number): number {
  return level * Math.abs(level);
}

function readBytes(base64: string): Int8Array {
  const text = atob(base64);
  const numbers = new Int8Array(text.length);
  for (let at = 0; at < text.length; at++) numbers[at] = text.charCodeAt(at);
  return numbers;
}
