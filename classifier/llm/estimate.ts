/** What a request will cost, guessed from its length before it is sent. */
import { estimateTokens, noTokens, type Prices, priceTokens, type TokenCounts } from './cost.ts';
import type { Group } from './group.ts';
import { fixedText } from './make-request.ts';
import { showServer } from './show-server.ts';

export interface Estimate {
  /** What is likely, with the system prompt read from the API's cache. */
  expected: TokenCounts;
  /** What it will hardly exceed: nothing cached, and an answer as long as is allowed. */
  most: TokenCounts;
}

// What an answer takes: thinking at medium effort, and the JSON for one tool.
const expectedThought = 700;
const expectedForTool = 450;
// Fences and the lines around them.
const aroundTools = 600;

const fixed = estimateTokens(fixedText);

export function estimateGroup(group: Group, { batch, isFirst }: { batch: boolean; isFirst: boolean }): Estimate {
  const server = showServer(group.questions[0]?.subject ?? {});
  const text = estimateTokens(group.questions.map(({ shown }) => shown.text).join('') + server);
  const cached: Partial<TokenCounts> = isFirst
    ? { [batch ? 'cacheWrite1h' : 'cacheWrite5m']: fixed.expected }
    : { cacheRead: fixed.expected };
  return {
    expected: {
      ...noTokens,
      ...cached,
      input: text.expected + aroundTools,
      output: expectedThought + group.questions.length * expectedForTool,
    },
    most: {
      ...noTokens,
      [batch ? 'cacheWrite1h' : 'cacheWrite5m']: fixed.most,
      input: text.most + 2 * aroundTools,
      output: group.maxTokens,
    },
  };
}

/** US dollars that all of the groups are likely to cost; undefined without prices. */
export function estimateCost(groups: readonly Group[], prices: Prices | undefined, batch: boolean): number | undefined {
  if (prices === undefined) return undefined;
  return groups.reduce((sum, group, index) => {
    return sum + priceTokens(estimateGroup(group, { batch, isFirst: index === 0 }).expected, prices, batch);
  }, 0);
}
