import { describe, expect, test } from 'vitest';
import { profiles } from '../../schema/policy.ts';
import type { Category, Risk } from '../../schema/taxonomy.ts';
import type { Verdict } from '../../schema/verdict.ts';
import { sampleOperation, sampleVerdict } from '../../test/samples/verdict.ts';
import { noCallsYet } from '../counters.ts';
import { decide } from '../decide.ts';
import { parsePolicy } from '../load.ts';
import { recommendServerPolicy, recommendToolPolicy } from './recommend.ts';

const $schema = 'https://plimsoll.dev/schema/policy.schema.json';

function ruleFor(changes: Partial<Verdict>, definition: object = {}) {
  return recommendToolPolicy(sampleVerdict(changes), { name: 'act', ...definition }, 'balanced').tools?.act;
}

function limitOf(max: number) {
  return { limits: [{ counter: 'act_rate', window: 'minute', max, scope: 'grant' }] };
}

function ask(reason: string) {
  return { ask_if: [{ conditions: [], reason }] };
}

describe('the balanced profile', () => {
  test.each<[Category, Risk, object]>([
    ['read', 'low', {}],
    ['read', 'medium', limitOf(60)],
    ['read', 'high', limitOf(10)],
    ['read', 'critical', ask('Read, critical risk.')],
    ['write', 'low', limitOf(30)],
    ['write', 'medium', limitOf(30)],
    ['write', 'high', limitOf(10)],
    ['write', 'critical', ask('Write, critical risk.')],
    ['execute', 'low', limitOf(10)],
    ['execute', 'medium', limitOf(10)],
    ['execute', 'high', limitOf(10)],
    ['execute', 'critical', ask('Execute, critical risk.')],
    ['destructive', 'low', ask('Destructive, low risk.')],
    ['destructive', 'medium', ask('Destructive, medium risk.')],
    ['destructive', 'high', ask('Destructive, high risk.')],
    ['unclassified', 'unrated', ask('Too little is known of this tool.')],
  ])('%s at %s risk', (category, risk, rule) => {
    expect(ruleFor({ category, risk })).toEqual(rule);
  });

  test('hides what is destructive and critical', () => {
    const policy = recommendToolPolicy(
      sampleVerdict({ category: 'destructive', risk: 'critical' }),
      { name: 'act' },
      'balanced',
    );

    expect(policy).toEqual({ $schema, version: '1', default: 'deny', hide: ['act'] });
  });

  test.each<[string, Partial<Verdict>, string]>([
    ['a verdict that needs a review', { needsReview: true }, 'The verdict on this tool still needs a review.'],
    ['a tool that reaches other tools', { flags: ['metaTool'] }, 'It reaches other tools.'],
    ['credentials', { facets: { ...sampleVerdict().facets, sensitivity: 'credentials' } }, 'It handles credentials.'],
    [
      'regulated data',
      { facets: { ...sampleVerdict().facets, sensitivity: 'regulated' } },
      'It handles regulated data.',
    ],
    [
      'money',
      { flags: ['movesMoney'], category: 'execute', risk: 'critical' },
      'Execute, critical risk. It moves money.',
    ],
  ])('asks for %s', (_, changes, reason) => {
    expect(ruleFor(changes)).toEqual(ask(reason));
  });
});

describe('the other profiles', () => {
  test.each<[Category, Risk, 'allow' | 'ask' | 'deny']>([
    ['read', 'low', 'allow'],
    ['read', 'medium', 'ask'],
    ['write', 'medium', 'ask'],
    ['write', 'high', 'deny'],
    ['execute', 'low', 'deny'],
    ['destructive', 'low', 'deny'],
    ['unclassified', 'unrated', 'deny'],
  ])('strict: %s at %s risk: %s', (category, risk, action) => {
    const policy = recommendToolPolicy(sampleVerdict({ category, risk }), { name: 'act' }, 'strict');

    expect(decide(policy, { tool: 'act', args: {} }, noCallsYet(0)).action).toBe(action);
  });

  test.each<[Category, Risk, 'allow' | 'ask']>([
    ['read', 'high', 'allow'],
    ['execute', 'high', 'allow'],
    ['execute', 'critical', 'ask'],
    ['destructive', 'low', 'ask'],
    ['destructive', 'critical', 'ask'],
    ['unclassified', 'unrated', 'ask'],
  ])('open: %s at %s risk: %s', (category, risk, action) => {
    const policy = recommendToolPolicy(sampleVerdict({ category, risk }), { name: 'act' }, 'open');

    expect(decide(policy, { tool: 'act', args: {} }, noCallsYet(0)).action).toBe(action);
  });
});

describe('a tool of several operations', () => {
  const operations = [
    sampleOperation('get', 'read', 'low'),
    sampleOperation('pause', 'execute', 'medium'),
    { ...sampleOperation('kill', 'destructive', 'high'), rationale: 'Ends a run for good.' },
    sampleOperation('purge', 'destructive', 'critical'),
  ];
  const verdict = { category: 'destructive', risk: 'critical', flags: ['multiAction'], operations } as const;
  const choose = { path: 'args.action', op: 'eq' };

  test('gets its rule per operation, and an allow-list without those that are hidden', () => {
    expect(ruleFor({ ...verdict, flags: ['multiAction'] })).toEqual({
      require: [
        {
          conditions: [{ path: 'args.action', op: 'in', value: ['get', 'pause', 'kill'] }],
          on_deny: 'action must be get, pause or kill.',
        },
      ],
      ask_if: [{ conditions: [{ ...choose, value: 'kill' }], reason: 'Ends a run for good.' }],
      limits: [
        {
          counter: 'act_pause',
          window: 'minute',
          max: 10,
          scope: 'grant',
          conditions: [{ ...choose, value: 'pause' }],
        },
      ],
    });
  });

  test('takes the schema’s default where the argument is absent', () => {
    const inputSchema = { properties: { action: { default: 'get' } } };

    expect(ruleFor({ ...verdict, flags: [] }, { inputSchema })?.require).toEqual([
      {
        conditions: [{ path: 'args.action', op: 'in', value: ['get', 'pause', 'kill'], default: 'get' }],
        on_deny: 'action must be get, pause or kill.',
      },
    ]);
  });

  test.each([null, 7, { a: 1 }, ['get']])('takes no default that is no such value: %j', (fallback) => {
    const inputSchema = { properties: { action: { default: fallback } }, required: ['action'] };

    expect(ruleFor({ ...verdict, flags: [] }, { inputSchema })?.require?.[0]?.conditions[0]).not.toHaveProperty(
      'default',
    );
  });

  test.each([undefined, null, 7, { a: 1 }, ['get']])(
    'whose argument may be left out, without a default that says what that does (%j), keeps that case apart',
    (fallback) => {
      const inputSchema = { properties: { action: { default: fallback } }, required: ['id'] };
      const given = { path: 'args.action', op: 'exists', value: true };

      expect(ruleFor({ ...verdict, flags: [] }, { inputSchema })).toEqual({
        deny_if: [
          {
            conditions: [given, { path: 'args.action', op: 'not_in', value: ['get', 'pause', 'kill'] }],
            on_deny: 'action must be get, pause or kill, or be left out.',
          },
        ],
        ask_if: [
          { conditions: [given, { ...choose, value: 'kill' }], reason: 'Ends a run for good.' },
          { conditions: [{ ...given, value: false }], reason: 'What it does without action is not known.' },
        ],
        limits: [
          {
            counter: 'act_pause',
            window: 'minute',
            max: 10,
            scope: 'grant',
            conditions: [given, { ...choose, value: 'pause' }],
          },
        ],
      });
    },
  );

  test.each([
    ['an argument that no schema declares', '/action', undefined],
    ['an argument that the schema does not declare', '/action', { properties: { other: {} } }],
    ['a required argument', '/action', { properties: { action: {} }, required: ['action'] }],
    [
      'an argument beside a malformed list of those required',
      '/action',
      { properties: { action: {} }, required: 'id' },
    ],
    ['a member of another argument', '/run/action', { properties: { run: { properties: { action: {} } } } }],
  ])('denies a call without %s', (_, path, inputSchema) => {
    const byPath = operations.map((one) => ({ ...one, selector: { ...one.selector, path } }));
    const policy = recommendToolPolicy(
      sampleVerdict({ ...verdict, flags: [], operations: byPath }),
      { name: 'act', inputSchema },
      'open',
    );

    for (const args of [{}, { run: '{"action":"purge"}' }, { run: {} }])
      expect(decide(policy, { tool: 'act', args }, noCallsYet(0)).action).toBe('deny');
  });

  test('is hidden only when every operation is', () => {
    const all = operations.map((operation) => ({
      ...operation,
      category: 'destructive' as const,
      risk: 'critical' as const,
    }));

    expect(
      recommendToolPolicy(sampleVerdict({ ...verdict, flags: [], operations: all }), { name: 'act' }, 'balanced').hide,
    ).toEqual(['act']);
    expect(
      recommendToolPolicy(sampleVerdict({ ...verdict, flags: [] }), { name: 'act' }, 'balanced').hide,
    ).toBeUndefined();
  });

  test('may be chosen by a truth value', () => {
    const byFlag = [sampleOperation(true, 'write', 'high', '/save'), sampleOperation(false, 'read', 'low', '/save')];
    const rule = ruleFor(
      { category: 'write', risk: 'high', operations: byFlag },
      { inputSchema: { properties: { save: { type: 'boolean', default: false } } } },
    );

    expect(rule).toEqual({
      require: [
        {
          conditions: [{ path: 'args.save', op: 'in', value: [true, false], default: false }],
          on_deny: 'save must be true or false.',
        },
      ],
      limits: [
        {
          counter: 'act_true',
          window: 'minute',
          max: 10,
          scope: 'grant',
          conditions: [{ path: 'args.save', op: 'eq', value: true, default: false }],
        },
      ],
    });
  });

  test.each([
    ['is left out and has no default, counts as the stricter value', {}, {}, 'ask'],
    ['is left out but required, is denied', { required: ['dry_run'] }, {}, 'deny'],
    ['is left out and has a default, counts as that', { properties: { dry_run: { default: true } } }, {}, 'allow'],
    ['is given, counts as it is', {}, { dry_run: true }, 'allow'],
  ] as const)('where a truth value %s', (_, inputSchema, args, action) => {
    const operations = [
      sampleOperation(true, 'read', 'low', '/dry_run'),
      sampleOperation(false, 'destructive', 'high', '/dry_run'),
    ];
    const verdict = sampleVerdict({ category: 'destructive', risk: 'high', operations });
    const policy = recommendToolPolicy(verdict, { name: 'act', inputSchema }, 'balanced');

    expect(decide(policy, { tool: 'act', args }, noCallsYet(0)).action).toBe(action);
  });

  test('asks for every operation where the tool as a whole can do more than they say', () => {
    const rule = ruleFor({
      category: 'execute',
      risk: 'critical',
      operations: [sampleOperation('get', 'read', 'low'), sampleOperation('set', 'write', 'low')],
    });

    expect(rule?.ask_if).toEqual([
      {
        conditions: [{ path: 'args.action', op: 'in', value: ['get', 'set'] }],
        reason: 'The tool as a whole was found to do more than its operations say.',
      },
    ]);
  });

  test('asks for every operation while its verdict needs a review', () => {
    const policy = recommendToolPolicy(
      sampleVerdict({ ...verdict, flags: [], needsReview: true }),
      { name: 'act' },
      'balanced',
    );

    expect(decide(policy, { tool: 'act', args: { action: 'get' } }, noCallsYet(0)).action).toBe('ask');
  });

  test('whose selector has no name is taken for the worst of its operations', () => {
    const nameless = [sampleOperation('get', 'read', 'low', '/'), sampleOperation('kill', 'destructive', 'high', '/')];

    expect(ruleFor({ operations: nameless })).toEqual(ask('Destructive, high risk.'));
  });

  test('escapes the dots in the name of its selector', () => {
    const dotted = [sampleOperation('get', 'read', 'low', '/a.b/c~1d')];
    const policy = recommendToolPolicy(sampleVerdict({ operations: dotted }), { name: 'act' }, 'balanced');

    expect(decide(policy, { tool: 'act', args: { 'a.b': { 'c/d': 'get' } } }, noCallsYet(0)).action).toBe('allow');
    expect(decide(policy, { tool: 'act', args: { a: { b: { 'c/d': 'get' } } } }, noCallsYet(0)).action).toBe('deny');
  });
});

describe('a tool that moves money', () => {
  const pays = { category: 'execute', risk: 'critical', flags: ['movesMoney'] } as const satisfies Partial<Verdict>;

  function answerTo(args: object, inputSchema: object, changes: Partial<Verdict> = {}) {
    const verdict = sampleVerdict({ ...pays, flags: ['movesMoney'], ...changes });
    return decide(
      recommendToolPolicy(verdict, { name: 'pay', inputSchema }, 'balanced'),
      { tool: 'pay', args },
      noCallsYet(0),
    ).action;
  }

  const amount = { properties: { amount: { type: 'number' } } };

  test.each([
    ['within the cap', { amount: 100 }, 'ask'],
    ['over the cap', { amount: 100.01 }, 'deny'],
    ['below nothing', { amount: -1 }, 'deny'],
    ['as a text', { amount: '5' }, 'deny'],
    ['left out', {}, 'deny'],
  ])('with an amount %s', (_, args, action) => {
    expect(answerTo(args, amount)).toBe(action);
  });

  test('keeps to the schema’s maximum where that is lower', () => {
    expect(answerTo({ amount: 51 }, { properties: { amount: { type: 'number', maximum: 50 } } })).toBe('deny');
  });

  test('takes the schema’s default for an amount that is left out', () => {
    expect(answerTo({}, { properties: { amount: { type: 'number', default: 5 } } })).toBe('ask');
  });

  test.each([
    [{ properties: { totalAmountCents: { type: 'integer' } } }, { totalAmountCents: 101 }],
    [
      { properties: { price: { type: 'number' }, unit_price: { type: ['number', 'null'] } }, required: ['unit_price'] },
      { price: 1, unit_price: 101 },
    ],
  ])('finds the amount in %j', (inputSchema, args) => {
    expect(answerTo(args, inputSchema)).toBe('deny');
  });

  test.each([
    { properties: { amount: { type: 'string' } } },
    { properties: { total_count: { type: 'number' } } },
    { properties: { amount: true } },
    { properties: [] },
    {},
  ])('only asks where there is no amount: %j', (inputSchema) => {
    expect(answerTo({ amount: 1000, total_count: 1000 }, inputSchema)).toBe('ask');
  });

  test('in one of several operations caps that one', () => {
    const operations = [sampleOperation('list', 'read', 'low'), sampleOperation('pay', 'execute', 'critical')];

    expect(answerTo({ action: 'list' }, amount, { operations })).toBe('allow');
    expect(answerTo({ action: 'pay', amount: 10 }, amount, { operations })).toBe('ask');
    expect(answerTo({ action: 'pay', amount: 1000 }, amount, { operations })).toBe('deny');
    expect(answerTo({ action: 'pay' }, amount, { operations })).toBe('deny');
  });
});

describe('the policy of a server', () => {
  const read = sampleVerdict();
  const purge = sampleVerdict({ category: 'destructive', risk: 'critical' });

  test('lists every tool, in the order of their names', () => {
    const policy = recommendServerPolicy(
      [
        { verdict: read, definition: { name: 'b' } },
        { verdict: purge, definition: { name: 'purge' } },
        { verdict: read, definition: { name: 'a' } },
      ],
      'balanced',
    );

    expect(JSON.stringify(policy)).toBe(
      `{"$schema":"${$schema}","version":"1","default":"deny","hide":["purge"],"tools":{"a":{},"b":{}}}`,
    );
  });

  test('is the same whatever the order of the list', () => {
    const tools = ['x', 'b-c', 'b_c', 'b c'].map((name) => ({
      verdict: sampleVerdict({ category: 'write' }),
      definition: { name },
    }));

    const policy = recommendServerPolicy(tools, 'balanced');

    expect(JSON.stringify(recommendServerPolicy(tools.toReversed(), 'balanced'))).toBe(JSON.stringify(policy));
  });

  test('gives tools whose names look alike counters of their own', () => {
    const tools = ['b-c', 'b_c', '日本', '中国'].map((name) => ({
      verdict: sampleVerdict({ category: 'write' }),
      definition: { name },
    }));

    const policy = recommendServerPolicy(tools, 'balanced');

    expect(Object.values(policy.tools ?? {}).map((rule) => rule.limits?.[0]?.counter)).toEqual([
      'b_c_rate',
      'b_c_rate_2',
      'x_rate',
      'x_rate_2',
    ]);
  });

  test.each([
    ['hides it where one definition is to be hidden', purge, 'deny'],
    ['asks where one definition asks', sampleVerdict({ category: 'destructive', risk: 'high' }), 'ask'],
  ])('of a name that is listed twice takes the stricter rule: %s', (_, second, action) => {
    for (const verdicts of [
      [read, second],
      [second, read],
    ]) {
      const policy = recommendServerPolicy(
        verdicts.map((verdict) => ({ verdict, definition: { name: 'twin' } })),
        'balanced',
      );

      expect(decide(policy, { tool: 'twin', args: {} }, noCallsYet(0)).action).toBe(action);
    }
  });

  test('of a name that is listed twice counts calls once, under the lower limit', () => {
    const tools = (['low', 'high'] as const).map((risk) => ({
      verdict: sampleVerdict({ category: 'write', risk }),
      definition: { name: 'twin' },
    }));

    expect(
      recommendServerPolicy(tools, 'balanced').tools?.twin?.limits?.map(({ counter, max }) => [counter, max]),
    ).toEqual([
      ['twin_rate', 30],
      ['twin_rate', 10],
    ]);
  });

  test.each([undefined, null, 'text', {}, { name: 5 }, { name: '' }])(
    'leaves out a tool without a usable name: %j',
    (definition) => {
      expect(recommendServerPolicy([{ verdict: read, definition }], 'open')).toEqual({
        $schema,
        version: '1',
        default: 'deny',
        tools: {},
      });
    },
  );

  test.each(['__proto__', 'constructor', '*', '.', 'a\nb', 'a.b', ' ', '\u202Eabc', '5'])(
    'holds a tool called %j to its own rule and no other to it',
    (name) => {
      for (const profile of profiles) {
        const tools = [
          { verdict: purge, definition: { name } },
          { verdict: read, definition: { name: 'plain' } },
        ];
        const policy = recommendServerPolicy(tools, profile);
        const written = parsePolicy(JSON.stringify(policy));

        expect(written).toEqual({ ok: true, policy });
        expect(decide(policy, { tool: name, args: {} }, noCallsYet(0)).action).toBe(
          profile === 'open' ? 'ask' : 'deny',
        );
        expect(decide(policy, { tool: 'plain', args: {} }, noCallsYet(0)).action).toBe('allow');
        expect(decide(policy, { tool: 'toString', args: {} }, noCallsYet(0)).action).toBe('deny');
      }
    },
  );
});
