/** Each sentence is read beside the calls that it speaks of, run through the policy it was made from. */
import { describe, expect, test } from 'vitest';
import type { Decision, Policy, ToolRule } from '../../schema/policy.ts';
import type { Verdict } from '../../schema/verdict.ts';
import { sampleOperation, sampleVerdict } from '../../test/samples/verdict.ts';
import { noCallsYet } from '../counters.ts';
import { decide, spend } from '../decide.ts';
import { recommendServerPolicy, recommendToolPolicy } from '../recommend/recommend.ts';
import { describeEffect } from './describe.ts';
import { explainTool } from './explain.ts';

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

  const optional = { inputSchema: { properties: { type: { type: 'string' } } } };

  test('a tool whose operation may be left out, where one is hidden', () => {
    const policy = recommend(
      {
        category: 'destructive',
        risk: 'critical',
        operations: [
          sampleOperation('back', 'read', 'low', '/type'),
          sampleOperation('open', 'execute', 'medium', '/type'),
          sampleOperation('wipe', 'destructive', 'critical', '/type'),
        ],
      },
      optional,
    );

    expect(describeEffect(policy, 'act')).toBe(
      'By type: back passes; open passes at most 10 times a minute; any other value is denied. Calls without type wait until a person agrees. Every other tool of the server is denied.',
    );
    expect(answerAfter(policy, 500, { type: 'back' })).toBe('allow');
    expect(answerAfter(policy, 9, { type: 'open' })).toBe('allow');
    expect(answerAfter(policy, 10, { type: 'open' })).toBe('deny');
    expect(['wipe', 'undeclared', 5, null, ['back']].map((type) => answer(policy, { type }))).toEqual(
      Array(5).fill('deny'),
    );
    expect(answerAfter(policy, 500, {})).toBe('ask');
    expect(explainTool(policy, 'act').rows.at(-1)).toEqual({
      calls: { kind: 'absent', argument: 'type', countsAs: undefined },
      label: 'without type',
      effect: 'ask',
      limits: [],
      reason: 'What it does without type is not known.',
    });
  });

  test('a tool whose operation may be left out, where some have limits', () => {
    const policy = recommend(
      {
        category: 'execute',
        risk: 'medium',
        operations: [
          sampleOperation('look', 'read', 'medium', '/type'),
          sampleOperation('open', 'execute', 'medium', '/type'),
          sampleOperation('list', 'read', 'low', '/type'),
        ],
      },
      optional,
    );

    expect(describeEffect(policy, 'act')).toBe(
      'By type: list passes; look passes at most 60 times a minute; open passes at most 10 times a minute; any other value is denied. Calls without type pass at most 10 times a minute, and count towards every limit above. Every other tool of the server is denied.',
    );
    expect(answerAfter(policy, 9, {})).toBe('allow');
    expect(answerAfter(policy, 10, {})).toBe('deny');
    const spent = spend(policy, { tool: 'act', args: {} }, noCallsYet(0), 0);
    const afterOne = (args: object, calls: number) => {
      let state = spent;
      for (let count = 0; count < calls; count++) state = spend(policy, { tool: 'act', args }, state, 0);
      return decide(policy, { tool: 'act', args }, state).action;
    };
    expect([afterOne({ type: 'look' }, 58), afterOne({ type: 'look' }, 59)]).toEqual(['allow', 'deny']);
    expect([afterOne({ type: 'open' }, 8), afterOne({ type: 'open' }, 9)]).toEqual(['allow', 'deny']);
  });

  test('a tool whose operation may be left out, where all pass', () => {
    const policy = recommend({ operations: [sampleOperation('get', 'read', 'low', '/type')] }, optional);

    expect(describeEffect(policy, 'act')).toBe(
      'By type: get passes; any other value is denied. Calls without type pass. Every other tool of the server is denied.',
    );
    expect([{ type: 'get' }, { type: 'put' }, {}].map((args) => answer(policy, args))).toEqual([
      'allow',
      'deny',
      'allow',
    ]);
  });

  test('a tool that may pay, whose operation may be left out', () => {
    const verdict = sampleVerdict({
      category: 'execute',
      risk: 'critical',
      flags: ['movesMoney'],
      operations: [
        sampleOperation('list', 'read', 'low', '/type'),
        sampleOperation('pay', 'execute', 'critical', '/type'),
      ],
    });
    const definition = {
      name: 'act',
      inputSchema: { properties: { type: { type: 'string' }, amount: { type: 'number' } } },
    };
    const policy = recommendToolPolicy(verdict, definition, 'balanced');

    expect(describeEffect(policy, 'act')).toBe(
      'A call is denied when type is pay, and amount is above 100 or below 0. A missing or mistyped type or amount counts against the call. Otherwise, by type: list passes; pay waits until a person agrees; any other value is denied. Other calls without type wait until a person agrees. Every other tool of the server is denied.',
    );
    expect(answer(policy, { type: 'list' })).toBe('allow');
    expect([101, -1, undefined].map((amount) => answer(policy, { amount }))).toEqual(Array(3).fill('deny'));
    expect(answer(policy, { amount: 100 })).toBe('ask');

    const strict = recommendToolPolicy(verdict, definition, 'strict');
    expect(describeEffect(strict, 'act')).toBe(
      'A call is denied when type is absent, and amount is above 100 or below 0. A missing or mistyped amount counts against the call. Otherwise, by type: list passes; any other value is denied. Other calls without type wait until a person agrees. Every other tool of the server is denied.',
    );
    expect([101, -1, undefined].map((amount) => answer(strict, { amount }))).toEqual(Array(3).fill('deny'));
    expect([{ amount: 100 }, { type: 'pay', amount: 1 }, { type: 'list' }].map((args) => answer(strict, args))).toEqual(
      ['ask', 'deny', 'allow'],
    );
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
      'A call is denied when amount is above 100 or below 0. A missing or mistyped amount counts against the call. Any other call waits until a person agrees. Every other tool of the server is denied.',
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
      `By a: any other value passes; x, y and a value of another type pass at most 10 times a minute together. Calls without a pass at most 10 times a minute, and count towards the limit above. ${rest}`,
      [
        [{ a: 'z' }, 'allow'],
        [{}, 'allow'],
      ],
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
      `By a: x, "true" and true pass; any other value and a call without a are denied. By b: any other value passes; 1 and a value of another type wait until a person agrees; a call without b counts as 0. The stricter of these counts. ${rest}`,
      [
        [{ a: 'x', b: 'z' }, 'ask'],
        [{ a: 'x' }, 'allow'],
        [{ a: true, b: 1 }, 'ask'],
        [{ a: 'z', b: 1 }, 'deny'],
      ],
    ],
    [
      'values that are refused, and an argument that may be left out',
      written({
        deny_if: [
          {
            conditions: [
              { path: 'args.a', op: 'exists', value: true },
              { path: 'args.a', op: 'neq', value: 'x' },
            ],
          },
        ],
      }),
      `By a: x passes; any other value is denied. Calls without a pass. ${rest}`,
      [
        [{ a: 'x' }, 'allow'],
        [{ a: 'z' }, 'deny'],
        [{ a: 5 }, 'deny'],
        [{}, 'allow'],
      ],
    ],
    [
      'an argument that may not be left out, though a condition has a default for it',
      written({
        deny_if: [{ conditions: [{ path: 'args.a', op: 'exists', value: false }] }],
        ask_if: [{ conditions: [{ path: 'args.a', op: 'eq', value: 'x', default: 'y' }] }],
      }),
      `By a: any other value passes; x and a value of another type wait until a person agrees; a call without a is denied. ${rest}`,
      [
        [{ a: 5 }, 'ask'],
        [{ a: 'x' }, 'ask'],
        [{ a: 'y' }, 'allow'],
        [{}, 'deny'],
      ],
    ],
    [
      'a truth value of which one is refused, and that has a default which is refused',
      written({ require: [{ conditions: [{ path: 'args.a', op: 'eq', value: true, default: false }] }] }),
      `By a: true passes; false is denied; a call without a counts as false, and is denied. ${rest}`,
      [
        [{ a: true }, 'allow'],
        [{ a: false }, 'deny'],
        [{}, 'deny'],
      ],
    ],
    [
      'several tests of one argument, and some of another with a default',
      written({
        deny_if: [
          { conditions: [{ path: 'args.n', op: 'gt', value: 5 }] },
          { conditions: [{ path: 'args.url', op: 'contains', value: 'x', default: '' }] },
          { conditions: [{ path: 'args.n', op: 'lt', value: 1 }] },
          { conditions: [{ path: 'args.url', op: 'regex', value: 'y.*', default: '' }] },
        ],
      }),
      `A call is denied when n is above 5 or below 1, or when url contains x or as a whole matches the pattern y.* ("" where it is absent). A missing or mistyped n, or a mistyped url, counts against the call. Any other call passes. ${rest}`,
      [
        [{ n: 1 }, 'allow'],
        [{ n: 0 }, 'deny'],
        [{ n: 6 }, 'deny'],
        [{ n: 1, url: 'ax' }, 'deny'],
        [{ n: 1, url: 'yes' }, 'deny'],
        [{ n: 1, url: 5 }, 'deny'],
        [{}, 'deny'],
      ],
    ],
    [
      'several counts in one window',
      written({ limits: [limit, { ...limit, max: 30 }, { ...limit, counter: 'd', max: 20 }] }),
      `Calls pass at most 10 times a minute; what goes beyond is denied. ${rest}`,
      [[{}, 'allow']],
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
