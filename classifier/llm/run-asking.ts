/** Takes open questions to the API, by itself or in batches, and writes into the report what that came to. */
import { randomBytes } from 'node:crypto';
import { type AskContext, openTally } from './ask.ts';
import { askDirectly } from './ask-directly.ts';
import { askInBatches } from './ask-in-batches.ts';
import { askInRounds } from './ask-in-rounds.ts';
import type { Budget } from './budget.ts';
import { openClient } from './client.ts';
import { collectBatches } from './collect-batches.ts';
import { findModel, type Prices } from './cost.ts';
import { estimateCost } from './estimate.ts';
import { type Group, groupQuestions } from './group.ts';
import type { Settled } from './options.ts';
import type { AskOutcome, StopReason } from './outcome.ts';
import { openPacer } from './pace.ts';
import type { Question } from './question.ts';
import type { LlmReport } from './report.ts';

type OnOutcome = (key: string, outcome: AskOutcome) => Promise<void>;
type RunAsking = (questions: readonly Question[], report: LlmReport, onOutcome: OnOutcome) => Promise<void>;

const makeWord = () => randomBytes(9).toString('hex');

/** Why nothing can be asked at all. */
function findHindrance(
  { maxCost }: Settled,
  apiKey: string | undefined,
  prices: Prices | undefined,
): { because: StopReason; message: string } | undefined {
  if (!apiKey) return { because: 'no-key', message: 'There is no key: set ANTHROPIC_API_KEY.' };
  if (maxCost !== undefined && prices === undefined) {
    return { because: 'no-price', message: 'There is a cost limit, and no price is known for the model: give one.' };
  }
  return undefined;
}

export function openAsking(settled: Settled, budget: Budget): RunAsking {
  const pacer = openPacer(settled.patience.longestWaitMs);
  const prices = settled.prices ?? findModel(settled.model);

  return async (questions, report, onOutcome) => {
    const apiKey = settled.client.apiKey ?? process.env.ANTHROPIC_API_KEY;
    const groups = groupQuestions(questions);
    const before = { spent: budget.spent(), unsettled: budget.unsettled() };
    const emit: AskContext['emit'] = (event) => {
      if (event.type === 'note') report.notes.push(event.message);
      settled.onEvent(event);
    };
    report.estimatedCost = announce(groups, report, settled, prices, emit);
    const hindrance = findHindrance(settled, apiKey, prices);
    if (hindrance !== undefined) {
      report.stopped = hindrance;
      emit({ type: 'stopped', ...hindrance });
      for (const { key } of questions) await onOutcome(key, { kind: 'not-asked', because: hindrance.because });
      return;
    }
    const { signal, patience, concurrency, model, effort, batch } = settled;
    const onRetry: Parameters<typeof openClient>[0]['onRetry'] = (retry) => emit({ type: 'retry', ...retry });
    const client = openClient({
      apiKey: apiKey ?? '',
      baseURL: settled.client.baseURL,
      patience,
      pacer,
      signal,
      onRetry,
    });
    const context: AskContext = {
      client,
      budget,
      prices,
      settings: { model, effort, cacheFor: batch ? '1h' : '5m' },
      patience,
      concurrency,
      signal,
      tally: openTally(),
      makeWord,
      emit,
    };
    await askAll(questions, groups, context, settled, onOutcome);
    report.cost = prices === undefined ? undefined : budget.spent() - before.spent;
    report.unsettledCost = prices === undefined ? undefined : budget.unsettled() - before.unsettled;
    report.requests = context.tally.requests;
    report.tokens = context.tally.tokens;
    report.stopped = context.tally.stopped;
  };
}

function announce(
  groups: readonly Group[],
  report: LlmReport,
  { batch }: Settled,
  prices: Prices | undefined,
  emit: AskContext['emit'],
): number | undefined {
  const cost = estimateCost(groups, prices, batch);
  const tools = groups.reduce((sum, group) => sum + group.questions.length, 0);
  emit({ type: 'estimate', tools, requests: groups.length, cost, pricesAsOf: report.pricesAsOf });
  return cost;
}

async function askAll(
  questions: readonly Question[],
  groups: readonly Group[],
  context: AskContext,
  { batch, cacheFolder }: Settled,
  onOutcome: OnOutcome,
): Promise<void> {
  if (!batch) return askInRounds(groups, context, askDirectly, onOutcome);
  const collected = new Set<string>();
  await collectBatches(context, cacheFolder, async (key, outcome) => {
    await onOutcome(key, outcome);
    // What a lost batch left unanswered is asked again.
    if (outcome.kind === 'answered' || outcome.kind === 'pending') collected.add(key);
  });
  const left = questions.filter(({ key }) => !collected.has(key));
  await askInRounds(
    groupQuestions(left),
    context,
    (round, ofRound, onOutcomes) => askInBatches(round, ofRound, cacheFolder, onOutcomes),
    onOutcome,
  );
}
