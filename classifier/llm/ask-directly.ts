/** Asks one request at a time, or a few at once, each answered while we wait. */
import {
  type AskContext,
  countFailure,
  countMessage,
  mostCost,
  notAsked,
  type OnOutcomes,
  stop,
  stopForCost,
} from './ask.ts';
import type { Hold } from './budget.ts';
import { estimateGroup } from './estimate.ts';
import type { Group } from './group.ts';
import { makeRequest } from './make-request.ts';
import type { AskOutcome } from './outcome.ts';
import { readMessage } from './read-message.ts';

/** The first goes alone, so that the system prompt is in the API's cache when the others come. */
export async function askDirectly(
  groups: readonly Group[],
  context: AskContext,
  onOutcomes: OnOutcomes,
): Promise<void> {
  const underWay = new Set<Promise<void>>();
  for (const [index, group] of groups.entries()) {
    const hold = await reserve(group, context, underWay);
    if (hold === undefined) {
      await onOutcomes(group, notAsked(group, context.tally.stopped?.because ?? 'cost-limit'));
      continue;
    }
    const task = askGroup(group, hold, context)
      .then((outcomes) => onOutcomes(group, outcomes))
      .finally(() => underWay.delete(task));
    underWay.add(task);
    if (index === 0 || underWay.size >= context.concurrency) await Promise.race(underWay);
  }
  await Promise.all(underWay);
}

/** Waits for requests under way where only they stand between this one and the limit. Undefined where asking has ended. */
async function reserve(
  group: Group,
  context: AskContext,
  underWay: ReadonlySet<Promise<void>>,
): Promise<Hold | undefined> {
  for (;;) {
    if (context.signal.aborted) stop(context, 'aborted', 'It was stopped from outside.');
    if (context.tally.stopped !== undefined) return undefined;
    const hold = context.budget.reserve(mostCost(group, context, false));
    if (typeof hold === 'object') return hold;
    if (hold === 'refused' || underWay.size === 0) stopForCost(context);
    else await Promise.race(underWay);
  }
}

async function askGroup(group: Group, hold: Hold, context: AskContext): Promise<AskOutcome[]> {
  const { client, settings, makeWord, tally } = context;
  const { expected } = estimateGroup(group, { batch: false, isFirst: false });
  tally.requests += 1;
  const reply = await client.send(makeRequest(group, settings, makeWord), expected, () => hold.again());
  if (reply.kind === 'aborted') {
    hold.close(undefined);
    stop(context, 'aborted', 'It was stopped from outside.');
    return notAsked(group, 'aborted');
  }
  if (reply.kind === 'error') {
    hold.close(reply.isUncertain ? undefined : 0);
    countFailure(reply.status, reply.reason, context);
    return group.questions.map(() => ({ kind: 'failed', status: reply.status, reason: reply.reason }));
  }
  tally.failuresInRow = 0;
  countMessage(reply.body, hold, context, false);
  return readMessage(reply.body, group.questions.length);
}
