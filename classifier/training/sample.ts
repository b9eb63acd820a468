import type { Examined } from '../examine.ts';
import type { Features } from '../model/features.ts';
import type { TrainingRow } from './read-rows.ts';

/** A labelled tool with all that is needed to learn from it. */
export interface Sample {
  row: TrainingRow;
  examined: Examined;
  features: Features;
  family: string;
}
