/** What training hands on to the model that ships. */
import type { Curve } from './curve.ts';
import type { Packed } from './packed.ts';

export interface Trained {
  /** SHA-256 of the file of labels of crawled tools. */
  data: string;
  tools: number;
  temperatures: readonly [number, number];
  curves: { free: Curve; bound: Curve };
  /** Half a byte for each weight. */
  direct: Packed;
  hidden: readonly {
    /** Half a byte for each weight. */
    into: Packed;
    /** A byte for each weight. */
    fromEmbedding: Packed;
    unitOffsets: readonly number[];
    out: readonly number[];
    offsets: readonly number[];
  }[];
}
