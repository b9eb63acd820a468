import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Condition, Decision, Policy, ToolRule } from '../schema/policy.ts';
import { noCallsYet } from './counters.ts';
import { decide, isHidden, spend } from './decide.ts';

const start = noCallsYet(1_000_000);

function policyFor(rule: ToolRule, more: Partial<Policy> = {}): Policy {
  return { version: '2', default: 'deny', tools: { act: rule }, ...more };
}

function decideAct(rule: ToolRule, args: unknown): Decision['action'] {
  return decide(policyFor(rule), { tool: 'act', args }, start).action;
}

function limit(max: number, counter = 'act_rate') {
  return { counter, max, window: 'minute', scope: 'grant' } as const;
}

const always = { conditions: [] };

describe('situation, answer, reason', () => {
  const everything: ToolRule = {
    deny_if: [
      { conditions: [{ path: 'args.force', op: 'eq', value: true, default: false }], on_deny: 'Never by force.' },
    ],
    require: [{ conditions: [{ path: 'args.action', op: 'in', value: ['get', 'set'] }] }],
    ask_if: [
      { conditions: [{ path: 'args.action', op: 'eq', value: 'set' }], reason: 'It sets.' },
      { conditions: [{ path: 'args.target', op: 'eq', value: 'all', default: 'one' }] },
    ],
  };
  const cases: [string, Policy, { tool: string; args: unknown }, Decision][] = [
    ['a listed tool', policyFor({}), { tool: 'act', args: {} }, allowed('/tools/act')],
    ['no arguments at all', policyFor({}), { tool: 'act', args: undefined }, allowed('/tools/act')],
    [
      'a tool that is not listed',
      policyFor({}),
      { tool: 'other', args: {} },
      denied('(default)', 'The policy does not list this tool.'),
    ],
    [
      'the same name in capitals',
      policyFor({}),
      { tool: 'ACT', args: {} },
      denied('(default)', 'The policy does not list this tool.'),
    ],
    [
      'an unlisted tool where the default allows',
      { version: '2', default: 'allow' },
      { tool: 'x', args: {} },
      allowed('(default)'),
    ],
    [
      'a hidden tool',
      policyFor({}, { hide: ['x', 'act'] }),
      { tool: 'act', args: {} },
      denied('/hide/1', 'The policy hides this tool.'),
    ],
    [
      'any tool where all are hidden',
      { version: '2', default: 'allow', hide: ['*'] },
      { tool: 'x', args: {} },
      denied('/hide/0', 'The policy hides this tool.'),
    ],
    [
      'a denied value',
      policyFor(everything),
      { tool: 'act', args: { force: true } },
      denied('/tools/act/deny_if/0', 'Never by force.'),
    ],
    [
      'a value that is not required',
      policyFor(everything),
      { tool: 'act', args: { action: 'drop' } },
      denied('/tools/act/require/0', 'The call does not meet what the policy requires.'),
    ],
    ['what passes every rule', policyFor(everything), { tool: 'act', args: { action: 'get' } }, allowed('/tools/act')],
    [
      'two reasons to ask',
      policyFor(everything),
      { tool: 'act', args: { action: 'set', target: 'all' } },
      {
        action: 'ask',
        because: [
          { pointer: '/tools/act/ask_if/0', message: 'It sets.' },
          { pointer: '/tools/act/ask_if/1', message: 'The policy asks before this call.' },
        ],
      },
    ],
    [
      'a limit of none, before asking',
      policyFor({ limits: [limit(0)], ask_if: [always] }),
      { tool: 'act', args: {} },
      denied('/tools/act/limits/0', 'The limit of 0 calls in one minute is used up.'),
    ],
    [
      'a limit over all tools',
      policyFor({}, { all_tools: { limits: [limit(0)] } }),
      { tool: 'act', args: {} },
      denied('/all_tools/limits/0', 'The limit of 0 calls in one minute is used up.'),
    ],
    [
      'a name with a slash',
      policyFor({}, { tools: { 'a/b~': {} } }),
      { tool: 'a/b~', args: {} },
      allowed('/tools/a~1b~0'),
    ],
    [
      'arguments that are a list',
      policyFor({}),
      { tool: 'act', args: [] },
      denied('(call)', 'The arguments are not an object.'),
    ],
    [
      'arguments that are null',
      policyFor({}),
      { tool: 'act', args: null },
      denied('(call)', 'The arguments are not an object.'),
    ],
    [
      'arguments that are a text',
      policyFor({}),
      { tool: 'act', args: '{}' },
      denied('(call)', 'The arguments are not an object.'),
    ],
  ];

  test.each(cases)('%s', (_, policy, call, expected) => {
    expect(decide(policy, call, start)).toEqual(expected);
  });

  function allowed(pointer: string): Decision {
    return { action: 'allow', because: [{ pointer, message: 'The policy lets this call pass.' }] };
  }

  function denied(pointer: string, message: string): Decision {
    return { action: 'deny', because: [{ pointer, message }] };
  }
});

describe('a condition', () => {
  type Case = [op: Condition['op'], value: Condition['value'], actual: unknown, holds: 'yes' | 'no' | 'unclear'];
  const cases: Case[] = [
    ['eq', 'a', 'a', 'yes'],
    ['eq', 'a', 'A', 'no'],
    ['eq', 'true', true, 'unclear'],
    ['eq', 1, '1', 'unclear'],
    ['eq', 'a', null, 'unclear'],
    ['eq', null, null, 'yes'],
    ['eq', null, 'a', 'no'],
    ['eq', 'a', ['a'], 'unclear'],
    ['eq', 'a', { a: 1 }, 'unclear'],
    ['neq', 'a', 'b', 'yes'],
    ['neq', 'a', 'a', 'no'],
    ['neq', 'a', 1, 'unclear'],
    ['in', ['a', 'b'], 'b', 'yes'],
    ['in', ['a', 'b'], 'c', 'no'],
    ['in', ['a', 'b'], 1, 'unclear'],
    ['in', ['a', 1], 2, 'no'],
    ['in', [], 'a', 'unclear'],
    ['in', 'abc', 'a', 'unclear'],
    ['not_in', ['a'], 'b', 'yes'],
    ['not_in', ['a'], 'a', 'no'],
    ['not_in', ['a'], 7, 'unclear'],
    ['not_in', [], 'a', 'unclear'],
    ['lt', 5, 4, 'yes'],
    ['lt', 5, 5, 'no'],
    ['lte', 5, 5, 'yes'],
    ['gt', 5, 5, 'no'],
    ['gte', 5, 5, 'yes'],
    ['lt', 5, '4', 'unclear'],
    ['gt', 5, Number.NaN, 'unclear'],
    ['lt', 5, Number.NEGATIVE_INFINITY, 'unclear'],
    ['regex', 'a+', 'aaa', 'yes'],
    ['regex', 'a+', 'baaa', 'no'],
    ['regex', 'a|b', 'bx', 'no'],
    ['regex', 'a', 'a\n', 'no'],
    ['regex', 'a+', 1, 'unclear'],
    ['regex', '(', 'x', 'unclear'],
    ['regex', '(?=a)a', 'a', 'unclear'],
    ['contains', 'b', 'abc', 'yes'],
    ['contains', 'B', 'abc', 'no'],
    ['contains', 'b', ['a', 'b'], 'yes'],
    ['contains', 'b', ['a'], 'no'],
    ['contains', 'b', [], 'no'],
    ['contains', 'b', [['b']], 'unclear'],
    ['contains', 1, '1', 'unclear'],
    ['contains', 'b', 5, 'unclear'],
    ['exists', true, null, 'yes'],
    ['exists', false, 'a', 'no'],
  ];

  test.each(cases)('%s %j against %j: %s', (op, value, actual, holds) => {
    const conditions = [{ path: 'args.x', op, value }];

    const answers = [
      decideAct({ deny_if: [{ conditions }] }, { x: actual }),
      decideAct({ require: [{ conditions }] }, { x: actual }),
    ];

    expect(answers).toEqual({ yes: ['deny', 'allow'], no: ['allow', 'deny'], unclear: ['deny', 'deny'] }[holds]);
  });

  test('that cannot be tested asks where it stands in ask_if, and counts where it stands in a limit', () => {
    const conditions: Condition[] = [{ path: 'args.x', op: 'eq', value: 'a' }];

    expect(decideAct({ ask_if: [{ conditions }] }, {})).toBe('ask');
    expect(decideAct({ limits: [{ ...limit(0), conditions }] }, {})).toBe('deny');
    expect(decideAct({ limits: [{ ...limit(0), conditions }] }, { x: 'b' })).toBe('allow');
  });

  test.each([
    ['eq', 'a', 'a', 'deny', 'allow'],
    ['eq', 'a', 'b', 'allow', 'deny'],
  ] as const)(
    'takes its default where the argument is absent: %s %s, default %s',
    (op, value, fallback, ifDenied, ifRequired) => {
      const conditions = [{ path: 'args.x', op, value, default: fallback }];

      expect(decideAct({ deny_if: [{ conditions }] }, {})).toBe(ifDenied);
      expect(decideAct({ require: [{ conditions }] }, {})).toBe(ifRequired);
    },
  );

  test('takes no default for null, nor for a value of the wrong type', () => {
    const conditions: Condition[] = [{ path: 'args.x', op: 'eq', value: 'a', default: 'a' }];

    expect(decideAct({ require: [{ conditions }] }, { x: null })).toBe('deny');
    expect(decideAct({ require: [{ conditions }] }, { x: 1 })).toBe('deny');
  });

  test('exists tests absence, whatever the default', () => {
    expect(decideAct({ require: [{ conditions: [{ path: 'args.x', op: 'exists', value: false }] }] }, {})).toBe(
      'allow',
    );
    expect(decideAct({ require: [{ conditions: [{ path: 'args.x', op: 'exists', value: true }] }] }, {})).toBe('deny');
  });

  test.each([
    ['one of them', [{ k: 'bad' }, { k: 'good' }], 'deny', 'deny'],
    ['none of them', [{ k: 'good' }, { k: 'good' }], 'allow', 'deny'],
    ['all of them', [{ k: 'bad' }, { k: 'bad' }], 'deny', 'allow'],
    ['an empty list', [], 'deny', 'deny'],
    ['an element without it', [{ k: 'good' }, {}], 'deny', 'deny'],
    ['no list', { k: 'bad' }, 'deny', 'deny'],
  ] as const)('over [*] and %s: any element for deny_if, all for require', (_, items, ifDenied, ifRequired) => {
    const conditions: Condition[] = [{ path: 'args.items[*].k', op: 'eq', value: 'bad' }];

    expect(decideAct({ deny_if: [{ conditions }] }, { items })).toBe(ifDenied);
    expect(decideAct({ require: [{ conditions }] }, { items })).toBe(ifRequired);
  });

  test('of a rule holds only together with the others', () => {
    const conditions: Condition[] = [
      { path: 'args.x', op: 'eq', value: 1 },
      { path: 'args.y', op: 'eq', value: 1 },
    ];

    expect(decideAct({ deny_if: [{ conditions }] }, { x: 1, y: 2 })).toBe('allow');
    expect(decideAct({ deny_if: [{ conditions }] }, { x: 1, y: 1 })).toBe('deny');
  });

  test('with a pattern made to explode is answered all the same', () => {
    const conditions: Condition[] = [{ path: 'args.x', op: 'regex', value: '(a*)*b' }];

    expect(decideAct({ require: [{ conditions }] }, { x: 'a'.repeat(50_000) })).toBe('deny');
  });
});

describe('names that strangers choose', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])('%j is not listed by accident', (tool) => {
    expect(decide(policyFor({}), { tool, args: {} }, start).action).toBe('deny');
  });

  test('a tool called * has a rule of its own and hides nothing', () => {
    const policy: Policy = { version: '2', default: 'deny', tools: { '*': { deny_if: [always] }, act: {} } };

    expect(decide(policy, { tool: '*', args: {} }, start).action).toBe('deny');
    expect(decide(policy, { tool: 'act', args: {} }, start).action).toBe('allow');
    expect(isHidden(policy, '*')).toBe(false);
  });
});

describe('a limit', () => {
  const policy = policyFor({ limits: [limit(2)] });
  const call = { tool: 'act', args: {} };

  test('lets so many calls through, and the next again when the first is a minute old', () => {
    const once = spend(policy, call, start, 0);
    const twice = spend(policy, call, once, 10_000);

    expect(decide(policy, call, { ...once, at: 10_000 }).action).toBe('allow');
    expect(decide(policy, call, { ...twice, at: 59_999 })).toEqual({
      action: 'deny',
      because: [
        { pointer: '/tools/act/limits/0', message: 'The limit of 2 calls in one minute is used up. Try again in 1 s.' },
      ],
    });
    expect(decide(policy, call, { ...twice, at: 60_000 }).action).toBe('allow');
  });

  test('is not spent by being checked', () => {
    decide(policy, call, start);
    decide(policy, call, start);

    expect(decide(policy, call, start).action).toBe('allow');
  });

  test('with conditions counts the calls that meet them', () => {
    const conditions: Condition[] = [{ path: 'args.action', op: 'eq', value: 'pause' }];
    const conditional = policyFor({ limits: [{ ...limit(1), conditions }] });
    const pause = { tool: 'act', args: { action: 'pause' } };
    const get = { tool: 'act', args: { action: 'get' } };

    const afterGet = spend(conditional, get, start, start.at);
    const afterPause = spend(conditional, pause, afterGet, start.at);

    expect(decide(conditional, pause, afterGet).action).toBe('allow');
    expect(decide(conditional, pause, afterPause).action).toBe('deny');
    expect(decide(conditional, get, afterPause).action).toBe('allow');
  });

  test('over all tools counts every call', () => {
    const total: Policy = {
      version: '1',
      default: 'deny',
      tools: { a: {}, b: {} },
      all_tools: { limits: [limit(1, 'all')] },
    };

    const spent = spend(total, { tool: 'a', args: {} }, start, start.at);

    expect(decide(total, { tool: 'b', args: {} }, spent).action).toBe('deny');
  });
});

describe('decide is total', () => {
  const path = fc.constantFrom('args.x', 'args.x.y', 'args.x[0]', 'args.x[*].y', 'args.__proto__', 'not a path');
  const condition = fc.record({
    path,
    op: fc.constantFrom('eq', 'neq', 'in', 'not_in', 'lt', 'gt', 'regex', 'contains', 'exists') as fc.Arbitrary<
      Condition['op']
    >,
    value: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string())),
  });
  const rules = fc.array(fc.record({ conditions: fc.array(condition, { maxLength: 3 }) }), { maxLength: 3 });
  const rule = fc.record({ deny_if: rules, require: rules, ask_if: rules }, { requiredKeys: [] });
  const args = fc.oneof(fc.jsonValue(), fc.anything(), fc.record({ x: fc.jsonValue() }));

  test('on any arguments, and only an object is ever allowed or asked about', () => {
    fc.assert(
      fc.property(rule, args, (toolRule, given) => {
        const { action, because } = decide(policyFor(toolRule), { tool: 'act', args: given }, start);

        expect(because.length).toBeGreaterThan(0);
        if (given !== undefined && (typeof given !== 'object' || given === null || Array.isArray(given)))
          expect(action).toBe('deny');
      }),
    );
  });

  test('on any tool name: what is not listed is denied', () => {
    fc.assert(
      fc.property(fc.anything(), (tool) => {
        // A caller in plain JavaScript may hand over anything.
        const { action } = decide(policyFor({}), { tool: tool as string, args: {} }, start);

        expect(action).toBe(tool === 'act' ? 'allow' : 'deny');
      }),
    );
  });

  test('on something that is no policy: it never allows', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (policy) => {
        // As above; a parsed policy never gets here.
        expect(decide(policy as unknown as Policy, { tool: 'act', args: {} }, start).action).toBe('deny');
      }),
    );
  });

  test('on arguments that throw when they are read', () => {
    const args = Object.defineProperty({}, 'x', {
      enumerable: true,
      get() {
        throw new Error('read');
      },
    });

    expect(decideAct({ require: [{ conditions: [{ path: 'args.x', op: 'eq', value: 1 }] }] }, args)).toBe('deny');
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])(
    'at a time that makes no sense (%s): a limit counts as used up',
    (at) => {
      expect(decide(policyFor({ limits: [limit(5)] }), { tool: 'act', args: {} }, noCallsYet(at)).action).toBe('deny');
    },
  );
});
