/** Packs tables of numbers into a byte or half a byte each: what `../model/packed.ts` reads. */
import type { Packed, Table } from '../model/packed.ts';

/** Each column's largest weight becomes 127. */
export function packBytes(table: Table): Packed {
  const largest = findLargest(table);
  const width = largest.length;
  const numbers = Int8Array.from(table.numbers, (value, at) => Math.round((127 * value) / (largest[at % width] ?? 1)));
  return { scales: largest.map((value) => value / 127), table: Buffer.from(numbers.buffer).toString('base64') };
}

/** Each column's largest weight becomes the level 7; the levels between are finer near zero. For an even count of numbers. */
export function packHalfBytes(table: Table): Packed {
  const largest = findLargest(table);
  const toLevel = (at: number) => {
    const share = (table.numbers[at] ?? 0) / (largest[at % largest.length] ?? 1);
    return Math.sign(share) * Math.round(7 * Math.sqrt(Math.abs(share))) + 8;
  };
  const bytes = Buffer.alloc(table.numbers.length / 2);
  for (let at = 0; at < bytes.length; at++) bytes[at] = (toLevel(2 * at) << 4) | toLevel(2 * at + 1);
  return { scales: largest.map((value) => value / 49), table: bytes.toString('base64') };
}

/** Of each column, by amount; 1 for a column of zeros. */
function findLargest({ numbers, scales: { length: width } }: Table): number[] {
  const largest = new Array<number>(width).fill(0);
  for (let at = 0; at < numbers.length; at++) {
    largest[at % width] = Math.max(largest[at % width] ?? 0, Math.abs(numbers[at] ?? 0));
  }
  return largest.map((value) => value || 1);
}
