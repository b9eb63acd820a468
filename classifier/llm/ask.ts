/** What every way of asking needs and keeps count of. */
import type { Budget, Hold } from './budget.ts';
import type { ModelClient } from './client.ts';
import { addTokens, noTokens, type Prices, priceTokens, readUsage, type TokenCounts } from './cost.ts';
import { estimateGroup } from './estimate.ts';
import type { LlmEvent } from './events.ts';
import type { Group } from './group.ts';
import type { RequestSettings } from './make-request.ts';
import type { AskOutcome, StopReason } from './outcome.ts';
import type { Patience } from './patience.ts';

export interface Tally {
  requests: number;
  tokens: TokenCounts;
  /** Requests in a row that failed for good. */
  failuresInRow: number;
  stopped: { because: StopReason; message: string } | undefined;
}

export function openTally(): Tally {
  return { requests: 0, tokens: noTokens, failuresInRow: 0, stopped: undefined };
}

export interface AskContext {
  client: ModelClient;
  budget: Budget;
  /** Undefined where no price is known: tokens are counted all the same. */
  prices: Prices | undefined;
  settings: RequestSettings;
  patience: Patience;
  concurrency: number;
  signal: AbortSignal;
  tally: Tally;
  makeWord: () => string;
  emit: (event: LlmEvent) => void;
}

/** Called as soon as a group has come to its outcomes, one per question, in order. */
export type OnOutcomes = (group: Group, outcomes: AskOutcome[]) => Promise<void>;

export function stop({ tally, emit }: AskContext, because: StopReason, message: string): void {
  if (tally.stopped !== undefined) return;
  tally.stopped = { because, message };
  emit({ type: 'stopped', because, message });
}

export function notAsked(group: Group, because: StopReason): AskOutcome[] {
  return group.questions.map(() => ({ kind: 'not-asked', because }));
}

/** US dollars that a group can cost at most; 0 where no price is known. */
export function mostCost(group: Group, { prices }: Pick<AskContext, 'prices'>, batch: boolean): number {
  return prices === undefined ? 0 : priceTokens(estimateGroup(group, { batch, isFirst: true }).most, prices, batch);
}

/** Counts what the API says a message took. Where it says nothing sensible, the most it can have cost stays counted. */
export function countMessage(message: unknown, hold: Hold, { prices, tally }: AskContext, batch: boolean): void {
  const tokens = readUsage(message);
  if (tokens !== undefined) tally.tokens = addTokens(tally.tokens, tokens);
  hold.close(tokens === undefined ? undefined : prices === undefined ? 0 : priceTokens(tokens, prices, batch));
}

const mostFailuresInRow = 3;

/** A request that failed for good. Some failures mean that the next would fail the same way. */
export function countFailure(status: number | undefined, reason: string, context: AskContext): void {
  context.tally.failuresInRow += 1;
  if (status === 401 || status === 403) stop(context, 'key-refused', `The API refused the key (${reason}).`);
  else if (context.tally.failuresInRow >= mostFailuresInRow) {
    stop(context, 'failing', `${mostFailuresInRow} requests in a row failed, the last with ${reason}.`);
  }
}

export function stopForCost(context: AskContext): void {
  stop(context, 'cost-limit', 'The next request could have gone over the cost limit.');
}
