/** What asking has come to, for a person and for the record. */
import { addTokens, noTokens, pricesAsOf, type TokenCounts } from './cost.ts';
import type { MergeKind } from './merge.ts';
import type { OutcomeKind, StopReason } from './outcome.ts';

export interface LlmReport {
  model: string;
  promptHash: string;
  /** Tools handed in, and those of them that were for the model to look at. */
  subjects: number;
  chosen: number;
  /** Chosen tools whose answer came from the cache, and those that a request was to ask about. Equal definitions are asked about once. */
  cached: number;
  asked: number;
  requests: number;
  /** How the model's reading stood to the local one, per tool with an answer. */
  agreed: number;
  raised: number;
  lowered: number;
  kept: number;
  /** What came of each chosen tool; they add up to `chosen`. */
  outcomes: Partial<Record<OutcomeKind, number>>;
  /** US dollars; undefined where no price is known. */
  estimatedCost: number | undefined;
  cost: number | undefined;
  /** The most that requests can have cost whose charge never became known, on top of `cost`. */
  unsettledCost: number | undefined;
  pricesAsOf: string;
  tokens: TokenCounts;
  stopped: { because: StopReason; message: string } | undefined;
  notes: string[];
}

export function emptyReport(model: string, promptHash: string): LlmReport {
  return {
    model,
    promptHash,
    subjects: 0,
    chosen: 0,
    cached: 0,
    asked: 0,
    requests: 0,
    agreed: 0,
    raised: 0,
    lowered: 0,
    kept: 0,
    outcomes: {},
    estimatedCost: 0,
    cost: 0,
    unsettledCost: 0,
    pricesAsOf,
    tokens: noTokens,
    stopped: undefined,
    notes: [],
  };
}

const mostNotes = 100;

function addCosts(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}

/** Several calls of one classifier put together. */
export function addReports(a: LlmReport, b: LlmReport): LlmReport {
  const outcomes = { ...a.outcomes };
  // Keys of an object that we made ourselves.
  for (const [kind, count] of Object.entries(b.outcomes) as [OutcomeKind, number][]) {
    outcomes[kind] = (outcomes[kind] ?? 0) + count;
  }
  const counts = ['subjects', 'chosen', 'cached', 'asked', 'requests', 'agreed', 'raised', 'lowered', 'kept'] as const;
  const sum = { ...a };
  for (const count of counts) sum[count] += b[count];
  return {
    ...sum,
    outcomes,
    estimatedCost: addCosts(a.estimatedCost, b.estimatedCost),
    cost: addCosts(a.cost, b.cost),
    unsettledCost: addCosts(a.unsettledCost, b.unsettledCost),
    tokens: addTokens(a.tokens, b.tokens),
    stopped: a.stopped ?? b.stopped,
    notes: [...a.notes, ...b.notes].slice(0, mostNotes),
  };
}

export function countMerge(report: LlmReport, kind: MergeKind): void {
  report[kind] += 1;
}

export function countOutcome(report: LlmReport, kind: OutcomeKind): void {
  report.outcomes[kind] = (report.outcomes[kind] ?? 0) + 1;
}
