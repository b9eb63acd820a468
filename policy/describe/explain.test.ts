/** Each row is read beside the calls that it speaks of, run through the policy it was made from. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Decision, type Policy, profiles, type ToolRule } from '../../schema/policy.ts';
import { rankedCategories, rankedRisks } from '../../schema/taxonomy.ts';
import type { Verdict } from '../../schema/verdict.ts';
import { sampleOperation, sampleVerdict } from '../../test/samples/verdict.ts';
import { noCallsYet } from '../counters.ts';
import { decide, spend } from '../decide.ts';
import { recommendToolPolicy } from '../recommend/recommend.ts';
import { explainTool, explainValue, type Glance, glance } from './explain.ts';

function answerAfter(policy: Policy, calls: number, args: unknown): Decision['action'] {
  let state = noCallsYet(0);
  for (let count = 0; count < calls; count++) state = spend(policy, { tool: 'act', args }, state, 0);
  return decide(policy, { tool: 'act', args }, state).action;
}

function answer(policy: Policy, args: unknown): Decision['action'] {
  return answerAfter(policy, 0, args);
}

function recommend(changes: Partial<Verdict>, definition: object): Policy {
  return recommendToolPolicy(sampleVerdict(changes), { name: 'act', ...definition }, 'balanced');
}

function written(rule: ToolRule, more: Partial<Policy> = {}): Policy {
  return { version: '2', default: 'deny', tools: { act: rule }, ...more };
}

const limit = { counter: 'c', window: 'minute', max: 10, scope: 'grant' } as const;

describe('one word', () => {
  test.each<[Glance, Policy]>([
    ['allow', written({})],
    ['limit', written({ limits: [limit] })],
    ['ask', written({ ask_if: [{ conditions: [] }] })],
    ['deny', written({ deny_if: [{ conditions: [] }] })],
    ['deny', { version: '1', default: 'deny' }],
    ['hide', written({}, { hide: ['act'] })],
    ['allow', written({ require: [{ conditions: [{ path: 'args.a', op: 'in', value: ['x', 'y'] }] }] })],
    ['mixed', written({ ask_if: [{ conditions: [{ path: 'args.a', op: 'eq', value: 'x' }] }] })],
    ['mixed', written({ deny_if: [{ conditions: [{ path: 'args.a', op: 'gt', value: 1 }] }] })],
    [
      'ask',
      written({ ask_if: [{ conditions: [] }], deny_if: [{ conditions: [{ path: 'args.a', op: 'gt', value: 1 }] }] }),
    ],
  ])('%s', (word, policy) => {
    expect(glance(policy, 'act')).toBe(word);
  });
});

describe('the table', () => {
  const category = fc.constantFrom(...rankedCategories);
  const risk = fc.constantFrom(...rankedRisks);
  const operations = fc
    .uniqueArray(fc.record({ value: fc.oneof(fc.string(), fc.integer(), fc.boolean()), category, risk }), {
      selector: ({ value }) => value,
      maxLength: 6,
    })
    .map((list) => list.map(({ value, ...level }) => sampleOperation(value, level.category, level.risk)));

  const definition = fc.constantFrom(
    { name: 'act' },
    { name: 'act', inputSchema: { properties: { action: {} } } },
    { name: 'act', inputSchema: { properties: { action: {} }, required: ['action'] } },
  );
  const verdict = fc.record({ operations, category, risk }).map((changes) => sampleVerdict(changes));

  test('says of every operation what the policy does with it, those left out included', () => {
    fc.assert(
      fc.property(verdict, definition, fc.constantFrom(...profiles), (judged, listed, profile) => {
        const policy = recommendToolPolicy(judged, listed, profile);

        for (const { selector } of judged.operations) {
          const { effect, limits } = explainValue(policy, 'act', selector.path, selector.value);
          const args = { action: selector.value };
          const expected = { allow: 'allow', limit: 'allow', ask: 'ask', deny: 'deny', hide: 'deny' }[effect];
          expect(answer(policy, args)).toBe(expected);
          expect(answerAfter(policy, limits[0]?.max ?? 200, args)).toBe(limits.length > 0 ? 'deny' : expected);
        }
      }),
    );
  });

  test.each([
    ['may be left out', { properties: { action: {} } }, 'action must be get, or be left out.'],
    ['is required', { properties: { action: {} }, required: ['action'] }, 'action must be get.'],
    ['has a default', { properties: { action: { default: 'get' } } }, 'action must be get.'],
  ])('says of a hidden operation that it is denied, and why, where the argument %s', (_, inputSchema, reason) => {
    const policy = recommend(
      {
        category: 'destructive',
        risk: 'critical',
        operations: [sampleOperation('get', 'read', 'low'), sampleOperation('wipe', 'destructive', 'critical')],
      },
      { inputSchema },
    );

    expect(explainValue(policy, 'act', '/action', 'wipe')).toEqual({
      calls: { kind: 'value', argument: 'action', value: 'wipe' },
      label: 'wipe',
      effect: 'deny',
      limits: [],
      reason,
    });
    expect(answer(policy, { action: 'wipe' })).toBe('deny');
  });

  test('says of an operation of a hidden tool that it is hidden', () => {
    expect(explainValue(written({}, { hide: ['act'] }), 'act', '/action', 'wipe').effect).toBe('hide');
  });

  test('says of every row what the policy does with such a call', () => {
    fc.assert(
      fc.property(verdict, definition, fc.constantFrom(...profiles), (judged, listed, profile) => {
        const policy = recommendToolPolicy(judged, listed, profile);

        for (const { calls, effect, limits } of explainTool(policy, 'act').rows) {
          if (calls.kind === 'other') continue;
          const args =
            calls.kind === 'value' ? { action: calls.value } : calls.kind === 'mistyped' ? { action: [] } : {};
          const expected = { allow: 'allow', limit: 'allow', ask: 'ask', deny: 'deny', hide: 'deny' }[effect];
          expect(answer(policy, args)).toBe(expected);
          expect(answerAfter(policy, limits[0]?.max ?? 200, args)).toBe(limits.length > 0 ? 'deny' : expected);
        }
      }),
    );
  });

  test('gives the reason to ask, in the policy’s words', () => {
    const policy = written({
      ask_if: [{ conditions: [{ path: 'args.a', op: 'eq', value: 'x' }], reason: 'It starts a job.' }],
    });

    expect(explainTool(policy, 'act').rows).toEqual([
      {
        calls: { kind: 'value', argument: 'a', value: 'x' },
        label: 'x',
        effect: 'ask',
        limits: [],
        reason: 'It starts a job.',
      },
      {
        calls: { kind: 'other', argument: 'a' },
        label: 'any other value',
        effect: 'allow',
        limits: [],
        reason: undefined,
      },
      {
        calls: { kind: 'mistyped', argument: 'a' },
        label: 'a value of another type',
        effect: 'ask',
        limits: [],
        reason: 'It starts a job.',
      },
      {
        calls: { kind: 'absent', argument: 'a', countsAs: undefined },
        label: 'without a',
        effect: 'ask',
        limits: [],
        reason: 'It starts a job.',
      },
    ]);
  });
});
