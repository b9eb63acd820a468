/** Each sentence is read beside the calls that it speaks of, run through the policy it was made from. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Decision, type Policy, profiles, type ToolRule } from '../../schema/policy.ts';
import { rankedCategories, rankedRisks } from '../../schema/taxonomy.ts';
import type { Verdict } from '../../schema/verdict.ts';
import { sampleOperation, sampleVerdict } from '../../test/samples/verdict.ts';
import { noCallsYet } from '../counters.ts';
import { decide, spend } from '../decide.ts';
import { recommendServerPolicy, recommendToolPolicy } from '../recommend/recommend.ts';
import { describeEffect } from './describe.ts';
import { explainTool, explainValue, type Glance, glance } from './explain.ts';

function answerAfter(policy: Policy, calls: number, args: unknown, tool = 'act'): Decision['action'] {
  let state = noCallsYet(0);
  for (let count = 0; count < calls; count++) state = spend(policy, { tool, args }, state, 0);
  return decide(policy, { tool, args }, state).action;
}

function answer(policy: Policy, args: unknown, tool = 'act'): Decision['action'] {
  return answerAfter(policy, 0, args, tool);
}

function recommend(changes: Partial<Verdict>, definition: object = {}): Policy {
  return recommendToolPolicy(sampleVerdict(changes), { name: 'act', ...definition }, 'balanced');
}

function written(rule: ToolRule, more: Partial<Policy> = {}): Policy {
  return { version: '2', default: 'deny', tools: { act: rule }, ...more };
}

const limit = { counter: 'c', window: 'minute', max: 10, scope: 'grant' } as const;

describe('the sentences on a recommended policy', () => {
  test('a tool that passes', () => {
    const policy = recommend({});

    expect(describeEffect(policy, 'act')).toBe('Every call passes. Every other tool of the server is denied.');
    expect(answerAfter(policy, 500, {})).toBe('allow');
    expect(answer(policy, {}, 'other')).toBe('deny');
  });

  test('a tool with a limit', () => {
    const policy = recommend({ category: 'write', risk: 'medium' });

    expect(describeEffect(policy, 'act')).toBe(
      'Calls pass at most 30 times a minute; what goes beyond is denied. Every other tool of the server is denied.',
    );
    expect(answerAfter(policy, 29, {})).toBe('allow');
    expect(answerAfter(policy, 30, {})).toBe('deny');
  });

  test('a tool that asks', () => {
    const policy = recommend({ category: 'destructive', risk: 'high' });

    expect(describeEffect(policy, 'act')).toBe(
      'Every call waits until a person agrees. Every other tool of the server is denied.',
    );
    expect(answer(policy, {})).toBe('ask');
  });

  test('a tool that is hidden', () => {
    const policy = recommend({ category: 'destructive', risk: 'critical' });

    expect(describeEffect(policy, 'act')).toBe(
      'The tool is hidden: it is taken off the list, and a call to it is denied. Every other tool of the server is denied.',
    );
    expect(answer(policy, {})).toBe('deny');
    expect(answer(policy, {}, 'other')).toBe('deny');
  });

  test('a tool of several operations', () => {
    const policy = recommend({
      category: 'destructive',
      risk: 'critical',
      operations: [
        sampleOperation('pause', 'execute', 'medium'),
        sampleOperation('get', 'read', 'low'),
        sampleOperation('resume', 'execute', 'medium'),
        sampleOperation('list', 'read', 'low'),
        sampleOperation('kill', 'destructive', 'high'),
        sampleOperation('purge', 'destructive', 'critical'),
      ],
    });

    expect(describeEffect(policy, 'act')).toBe(
      'By action: get and list pass; pause and resume pass at most 10 times a minute each; kill waits until a person agrees; any other value and a call without action are denied. Every other tool of the server is denied.',
    );
    expect(answerAfter(policy, 500, { action: 'get' })).toBe('allow');
    expect(answerAfter(policy, 9, { action: 'pause' })).toBe('allow');
    expect(answerAfter(policy, 10, { action: 'pause' })).toBe('deny');
    expect(answer(policy, { action: 'kill' })).toBe('ask');
    expect(['purge', 'undeclared', 5, null].map((action) => answer(policy, { action }))).toEqual(Array(4).fill('deny'));
    expect(answer(policy, {})).toBe('deny');
  });

  test('a tool that is chosen by a truth value, with a default', () => {
    const policy = recommend(
      {
        category: 'write',
        risk: 'high',
        operations: [sampleOperation(true, 'write', 'high', '/save'), sampleOperation(false, 'read', 'low', '/save')],
      },
      { inputSchema: { properties: { save: { default: false } } } },
    );

    expect(describeEffect(policy, 'act')).toBe(
      'By save: false passes; true passes at most 10 times a minute; a call without save counts as false. Every other tool of the server is denied.',
    );
    expect(answerAfter(policy, 500, {})).toBe('allow');
    expect(answerAfter(policy, 10, { save: true })).toBe('deny');
    expect(answer(policy, { save: 'false' })).toBe('deny');
  });

  test('a tool that pays', () => {
    const policy = recommend(
      { category: 'execute', risk: 'critical', flags: ['movesMoney'] },
      { inputSchema: { properties: { amount: { type: 'number' } } } },
    );

    expect(describeEffect(policy, 'act')).toBe(
      'A call is denied when amount is above 100, or when amount is below 0. A missing or mistyped amount counts against the call. Any other call waits until a person agrees. Every other tool of the server is denied.',
    );
    expect([101, -1, '5', undefined].map((amount) => answer(policy, { amount }))).toEqual(Array(4).fill('deny'));
    expect([0, 100].map((amount) => answer(policy, { amount }))).toEqual(['ask', 'ask']);
  });

  test('a server’s policy, where the other tools keep working', () => {
    const policy = recommendServerPolicy(
      ['act', 'look', 'list'].map((name) => ({ verdict: sampleVerdict(), definition: { name } })),
      'balanced',
    );

    expect(describeEffect(policy, 'act')).toBe(
      'Every call passes. 2 other tools have rules of their own; a tool that is not listed is denied.',
    );
    expect(['look', 'list', 'unlisted'].map((tool) => answer(policy, {}, tool))).toEqual(['allow', 'allow', 'deny']);
  });
});

describe('the sentences on a policy that a person wrote', () => {
  type Case = [title: string, policy: Policy, sentence: string, runs: [args: object, action: Decision['action']][]];
  const rest = 'Every other tool of the server is denied.';
  const cases: Case[] = [
    [
      'one that is always denied',
      written({ deny_if: [{ conditions: [] }] }),
      `Every call is denied. ${rest}`,
      [[{}, 'deny']],
    ],
    [
      'asking within a limit',
      written({ ask_if: [{ conditions: [] }], limits: [{ ...limit, max: 1 }] }),
      `Every call waits until a person agrees, at most once a minute. ${rest}`,
      [[{}, 'ask']],
    ],
    [
      'several limits',
      written({ limits: [limit, { ...limit, window: 'hour', max: 100 }] }),
      `Calls pass at most 10 times a minute and 100 times an hour; what goes beyond is denied. ${rest}`,
      [[{}, 'allow']],
    ],
    [
      'a limit shared by two values',
      written({ limits: [{ ...limit, conditions: [{ path: 'args.a', op: 'in', value: ['x', 'y'] }] }] }),
      `By a: any other value passes; x, y and a call without a pass at most 10 times a minute together. ${rest}`,
      [[{ a: 'z' }, 'allow']],
    ],
    [
      'a pattern that is required',
      written({ require: [{ conditions: [{ path: 'args.url', op: 'regex', value: 'https://docs\\.example/.*' }] }] }),
      `A call is denied unless url as a whole matches the pattern https://docs\\.example/.*. A missing or mistyped url counts against the call. Any other call passes. ${rest}`,
      [
        [{ url: 'https://docs.example/a' }, 'allow'],
        [{ url: 'http://docs.example/a' }, 'deny'],
        [{}, 'deny'],
      ],
    ],
    [
      'a question over the elements of a list',
      written({ ask_if: [{ conditions: [{ path: 'args.to[*]', op: 'not_in', value: ['a', 'b'] }] }], limits: [limit] }),
      `A call waits until a person agrees when to[*] is other than a and b. A missing or mistyped to[*] counts against the call. Other calls pass at most 10 times a minute; what goes beyond is denied. ${rest}`,
      [
        [{ to: ['a', 'b'] }, 'allow'],
        [{ to: ['a', 'c'] }, 'ask'],
        [{ to: [] }, 'ask'],
      ],
    ],
    [
      'an argument that must not be given',
      written({ deny_if: [{ conditions: [{ path: 'args.force', op: 'exists', value: true }] }] }),
      `A call is denied when force is given. Any other call passes. ${rest}`,
      [
        [{ force: false }, 'deny'],
        [{}, 'allow'],
      ],
    ],
    [
      'two arguments that choose',
      written({
        require: [{ conditions: [{ path: 'args.a', op: 'in', value: ['x', 'true', true] }] }],
        ask_if: [{ conditions: [{ path: 'args.b', op: 'eq', value: 1, default: 0 }] }],
      }),
      `By a: x, "true" and true pass; any other value and a call without a are denied. By b: any other value passes; 1 waits until a person agrees; a call without b counts as 0. The stricter of these counts. ${rest}`,
      [
        [{ a: 'x' }, 'allow'],
        [{ a: true, b: 1 }, 'ask'],
        [{ a: 'z', b: 1 }, 'deny'],
      ],
    ],
    [
      'everything hidden',
      written({}, { hide: ['*'] }),
      'The tool is hidden: it is taken off the list, and a call to it is denied. So is every other tool of the server.',
      [[{}, 'deny']],
    ],
    [
      'a default that allows, and a limit over all',
      { version: '1', default: 'allow', all_tools: { limits: [limit] } },
      'Every call passes. Over all tools together, calls pass at most 10 times a minute. Every other tool of the server passes.',
      [[{}, 'allow']],
    ],
  ];

  test.each(cases)('%s', (_, policy, sentence, runs) => {
    expect(describeEffect(policy, 'act')).toBe(sentence);
    expect(runs.map(([args]) => answer(policy, args))).toEqual(runs.map(([, action]) => action));
  });

  test('show the names and values of strangers, and never hand on what is hidden in them', () => {
    const policy = written({
      require: [
        { conditions: [{ path: 'args.a', op: 'in', value: ['\u202Eevil', `long ${'x'.repeat(500)}`, 'a; b passes'] }] },
      ],
    });

    expect(describeEffect(policy, 'act')).toBe(
      `By a: "⟨U+202E⟩evil", "long ${'x'.repeat(54)}…" and "a; b passes" pass; any other value and a call without a are denied. ${rest}`,
    );
  });

  test('stay short where there are many values', () => {
    const values = Array.from({ length: 40 }, (_, index) => `v${index}`);

    expect(
      describeEffect(written({ require: [{ conditions: [{ path: 'args.a', op: 'in', value: values }] }] }), 'act'),
    ).toBe(`By a: v0, v1, v2, v3, v4 and 35 more pass; any other value and a call without a are denied. ${rest}`);
  });
});

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

  test('says of every operation what the policy does with it, those left out included', () => {
    fc.assert(
      fc.property(operations, category, risk, fc.constantFrom(...profiles), (given, ownCategory, ownRisk, profile) => {
        const policy = recommendToolPolicy(
          sampleVerdict({ operations: given, category: ownCategory, risk: ownRisk }),
          { name: 'act' },
          profile,
        );

        for (const { selector } of given) {
          const { effect, limits } = explainValue(policy, 'act', selector.path, selector.value);
          const args = { action: selector.value };
          const expected = { allow: 'allow', limit: 'allow', ask: 'ask', deny: 'deny', hide: 'deny' }[effect];
          expect(answer(policy, args)).toBe(expected);
          expect(answerAfter(policy, limits[0]?.max ?? 200, args)).toBe(limits.length > 0 ? 'deny' : expected);
        }
      }),
    );
  });

  test('says of every row what the policy does with such a call', () => {
    fc.assert(
      fc.property(operations, fc.constantFrom(...profiles), (given, profile) => {
        const policy = recommendToolPolicy(sampleVerdict({ operations: given }), { name: 'act' }, profile);

        for (const { calls, effect } of explainTool(policy, 'act').rows) {
          if (calls.kind === 'other') continue;
          const args = calls.kind === 'value' ? { action: calls.value } : {};
          expect(answer(policy, args)).toBe(
            { allow: 'allow', limit: 'allow', ask: 'ask', deny: 'deny', hide: 'deny' }[effect],
          );
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
        calls: { kind: 'absent', argument: 'a', countsAs: undefined },
        label: 'no a',
        effect: 'ask',
        limits: [],
        reason: 'It starts a job.',
      },
    ]);
  });
});
