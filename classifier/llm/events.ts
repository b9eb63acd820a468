/** What happens while a model is asked, for whoever shows progress. */
import type { OutcomeKind, StopReason } from './outcome.ts';

export type LlmEvent =
  /** Before anything is sent. `cost` in US dollars, undefined where no price is known. */
  | { type: 'estimate'; tools: number; requests: number; cost: number | undefined; pricesAsOf: string }
  | { type: 'asked'; tools: number; outcomes: Partial<Record<OutcomeKind, number>>; spent: number }
  | { type: 'retry'; status: number | undefined; waitMs: number }
  | { type: 'batch-created' | 'batch-resumed'; id: string; requests: number }
  | { type: 'batch-progress'; id: string; done: number; of: number }
  | { type: 'stopped'; because: StopReason; message: string }
  | { type: 'note'; message: string };
