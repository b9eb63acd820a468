import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openBudget } from './budget.ts';
import { estimateTokens, findModel, noTokens, priceTokens, readUsage } from './cost.ts';
import { defaultModel } from './options.ts';

const prices = { input: 2, output: 10, cacheWrite5m: 2.5, cacheWrite1h: 4, cacheRead: 0.1 };

describe('prices', () => {
  it('are known for the model that is asked by default', () => {
    expect(findModel(defaultModel)).toBeDefined();
    expect(findModel('constructor')).toBeUndefined();
  });

  it('count each kind of token for itself, and a batch for half', () => {
    const tokens = { ...noTokens, input: 1_000_000, output: 100_000, cacheRead: 1_000_000, cacheWrite5m: 100_000 };

    expect(priceTokens(tokens, prices, false)).toBeCloseTo(3.35, 10);
    expect(priceTokens(tokens, prices, true)).toBeCloseTo(1.675, 10);
  });
});

describe('usage', () => {
  it('tells what was written to the cache for five minutes from what was for an hour', () => {
    const usage = {
      input_tokens: 10,
      output_tokens: 20,
      cache_creation_input_tokens: 300,
      cache_read_input_tokens: 4,
      cache_creation: { ephemeral_5m_input_tokens: 100, ephemeral_1h_input_tokens: 200 },
    };

    expect(readUsage({ usage })).toEqual({ input: 10, output: 20, cacheWrite5m: 100, cacheWrite1h: 200, cacheRead: 4 });
  });

  it.each([
    undefined,
    null,
    {},
    { input_tokens: -5, output_tokens: 1 },
    { input_tokens: 1e300, output_tokens: 1 },
    { input_tokens: '7', output_tokens: 1 },
  ])('that makes no sense is not taken for nothing: %j', (usage) => {
    expect(readUsage({ usage })).toBeUndefined();
  });
});

it('estimates more tokens for a longer text, and never more than the bound', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      const [one, both] = [estimateTokens(a), estimateTokens(a + b)];
      expect(one.expected).toBeLessThanOrEqual(one.most);
      expect(both.most).toBeGreaterThanOrEqual(one.most);
    }),
  );
});

describe('a budget', () => {
  it('grants what fits, has what may fit later wait, and refuses the rest', () => {
    const budget = openBudget(1);

    const first = budget.reserve(0.7);
    expect(budget.reserve(0.5)).toBe('wait');
    if (typeof first === 'object') first.close(0.2);
    expect(typeof budget.reserve(0.5)).toBe('object');
    expect(budget.reserve(0.9)).toBe('refused');
    expect(budget.spent()).toBe(0.2);
  });

  it('counts a request as paid for where nobody knows', () => {
    const budget = openBudget(1);
    const hold = budget.reserve(0.6);

    if (typeof hold === 'object') expect(hold.again()).toBe(false);

    expect(budget.unsettled()).toBe(0.6);
    expect(budget.reserve(0.6)).toBe('refused');
  });

  it('is never exceeded, whatever comes', () => {
    const step = fc.record({
      most: fc.double({ min: 0, max: 0.4, noNaN: true }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      known: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const budget = openBudget(1);
        for (const { most, share, known } of steps) {
          const hold = budget.reserve(most);
          if (typeof hold === 'object') hold.close(known ? most * share : undefined);
        }
        expect(budget.spent() + budget.unsettled()).toBeLessThanOrEqual(1 + 1e-6);
      }),
    );
  });
});
