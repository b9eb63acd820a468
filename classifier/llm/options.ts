/** What whoever calls the classifier may choose. */
import type { Prices } from './cost.ts';
import type { LlmEvent } from './events.ts';
import type { Effort } from './make-request.ts';
import { defaultPatience, type Patience } from './patience.ts';

/** `auto` asks only about what the local model is unsure of; `llm` about everything. */
export type LlmMode = 'auto' | 'llm';

export interface LlmOptions {
  mode: LlmMode;
  /** Answers and batch records are kept here; it is made where it does not exist. */
  cacheFolder: string;
  model?: string;
  effort?: Effort;
  client?: {
    /** Left out: the SDK's own, which is `ANTHROPIC_BASE_URL` or the public API. */
    baseURL?: string;
    /** Left out: `ANTHROPIC_API_KEY`, read when something is to be asked and not before. */
    apiKey?: string;
  };
  /** US dollars over the life of the classifier. Nothing is sent that could go over it. */
  maxCost?: number;
  /** US dollars for a million tokens, in place of the committed list. */
  prices?: Prices;
  /** Through the Message Batches API: half the price, within a day. */
  batch?: boolean;
  /** Nothing is sent: what the cache answers counts, and the local verdict for all else. No key is needed. */
  cachedOnly?: boolean;
  /** Requests at once; without effect on batches. */
  concurrency?: number;
  signal?: AbortSignal;
  onEvent?: (event: LlmEvent) => void;
  patience?: Partial<Patience>;
}

/** The middle one of the current models. */
export const defaultModel = 'claude-sonnet-5-5';

export interface Settled
  extends Required<
    Pick<LlmOptions, 'mode' | 'cacheFolder' | 'model' | 'effort' | 'batch' | 'cachedOnly' | 'concurrency'>
  > {
  client: NonNullable<LlmOptions['client']>;
  maxCost: number | undefined;
  prices: Prices | undefined;
  signal: AbortSignal;
  onEvent: (event: LlmEvent) => void;
  patience: Patience;
}

export function settleOptions(options: LlmOptions): Settled {
  return {
    mode: options.mode,
    cacheFolder: options.cacheFolder,
    model: options.model ?? defaultModel,
    effort: options.effort ?? 'medium',
    batch: options.batch ?? false,
    cachedOnly: options.cachedOnly ?? false,
    concurrency: Math.max(1, Math.min(options.concurrency ?? 4, 64)),
    client: options.client ?? {},
    maxCost: options.maxCost,
    prices: options.prices,
    signal: options.signal ?? new AbortController().signal,
    onEvent: options.onEvent ?? (() => {}),
    patience: { ...defaultPatience, ...options.patience },
  };
}
