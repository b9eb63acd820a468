/** Fits a curve that never falls to how often answers of a given share were right (pool adjacent violators). */
import type { Curve } from '../model/curve.ts';

export interface Outcome {
  share: number;
  right: boolean;
}

interface Block {
  share: number;
  right: number;
  size: number;
}

/** At most `points` points; each pools at least a few outcomes, with one half miss added so that nothing counts as certain. */
export function fitCurve(outcomes: readonly Outcome[], points: number): Curve {
  const sorted = [...outcomes].sort((a, b) => a.share - b.share);
  const size = Math.max(1, Math.ceil(sorted.length / points));
  const blocks: Block[] = [];
  for (let from = 0; from < sorted.length; from += size) {
    const pool = sorted.slice(from, from + size);
    const right = pool.filter((one) => one.right).length;
    const share = pool.reduce((sum, one) => sum + one.share, 0) / pool.length;
    blocks.push({ share, right: Math.max(0, right - 0.5) / pool.length, size: pool.length });
    let [last, before] = [blocks.at(-1), blocks.at(-2)];
    while (last && before && before.right > last.right) {
      const both = before.size + last.size;
      blocks.splice(-2, 2, {
        share: (before.share * before.size + last.share * last.size) / both,
        right: (before.right * before.size + last.right * last.size) / both,
        size: both,
      });
      [last, before] = [blocks.at(-1), blocks.at(-2)];
    }
  }
  return blocks.map(({ share, right }) => [round(share), round(right)] as const);
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;
