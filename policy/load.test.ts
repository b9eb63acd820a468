import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePolicy } from './load.ts';

function errorsOf(text: string) {
  const parsed = parsePolicy(text);
  return parsed.ok ? [] : parsed.errors;
}

function withRule(rule: unknown, version = '2'): string {
  return JSON.stringify({ version, default: 'deny', tools: { act: rule } });
}

function withCondition(condition: unknown): string {
  return withRule({ deny_if: [{ conditions: [condition] }] });
}

describe('a policy is read', () => {
  test.each([
    '{"version":"1","default":"deny"}',
    '{"version":"1","default":"allow","hide":["*"],"all_tools":{"limits":[]}}',
    '{"version":"1","default":"deny","tools":{"a":{"require":[],"deny_if":[{"conditions":[],"on_deny":"No."}],"limits":[]}}}',
    '{"version":"1","default":"deny","tools":{"a":{"limits":[{"counter":"c","window":"minute","max":30,"scope":"grant"}]}}}',
    '{"version":"2","default":"deny","tools":{"a":{"ask_if":[{"conditions":[{"path":"args.x[*].y","op":"regex","value":"a+"}]}]}}}',
    ' {\n"version" : "1" ,\t"default":"deny" } ',
  ])('%s', (text) => {
    expect(parsePolicy(text)).toEqual({ ok: true, policy: JSON.parse(text) });
  });

  test('with a tool called __proto__, which keeps its rule', () => {
    const parsed = parsePolicy('{"version":"1","default":"allow","tools":{"__proto__":{"limits":[]}}}');

    expect(parsed.ok && Object.keys(parsed.policy.tools ?? {})).toEqual(['__proto__']);
  });
});

describe('a policy is refused, with the place', () => {
  test.each([
    ['no JSON', '{', [{ pointer: '', message: expect.stringContaining('not JSON') }]],
    [
      'a comment',
      '{"version":"1",/* */"default":"deny"}',
      [{ pointer: '', message: expect.stringContaining('not JSON') }],
    ],
    ['no object', '[]', [{ pointer: '', message: expect.stringContaining('expected object') }]],
    ['no default', '{"version":"1"}', [{ pointer: '/default', message: expect.any(String) }]],
    ['an unknown version', '{"version":"3","default":"deny"}', [{ pointer: '/version', message: expect.any(String) }]],
    [
      'a version that is a number',
      '{"version":1,"default":"deny"}',
      [{ pointer: '/version', message: expect.any(String) }],
    ],
    ['an unknown key', '{"version":"1","default":"deny","Tools":{}}', [{ pointer: '/Tools', message: 'unknown key' }]],
    ['an unknown key of a rule', withRule({ 'a/b': 1 }), [{ pointer: '/tools/act/a~1b', message: 'unknown key' }]],
    [
      'a key given twice',
      '{"version":"1","default":"deny","default":"allow"}',
      [{ pointer: '/default', message: 'this key is given twice' }],
    ],
    [
      'a key given twice in two spellings',
      '{"version":"1","default":"deny","tools":{"a":{},"\\u0061":{}}}',
      [{ pointer: '/tools/a', message: 'this key is given twice' }],
    ],
    [
      'a key given twice deep within',
      '{"version":"1","default":"deny","tools":{"a":{"limits":[{},{"max":1,"max":2}]}}}',
      [{ pointer: '/tools/a/limits/1/max', message: 'this key is given twice' }],
    ],
    [
      'a rule of __proto__ that is wrong',
      '{"version":"1","default":"allow","tools":{"__proto__":{"x":1}}}',
      [{ pointer: '/tools/__proto__/x', message: 'unknown key' }],
    ],
    [
      'ask_if in version 1',
      withRule({ ask_if: [] }, '1'),
      [{ pointer: '/tools/act/ask_if', message: 'needs version 2' }],
    ],
    [
      'require in version 1',
      withRule({ require: [{ conditions: [] }] }, '1'),
      [{ pointer: '/tools/act/require', message: 'needs version 2' }],
    ],
    [
      'a condition in version 1',
      withRule({ deny_if: [{ conditions: [{ path: 'args.x', op: 'eq', value: 1 }] }] }, '1'),
      [{ pointer: '/tools/act/deny_if/0/conditions', message: 'needs version 2' }],
    ],
    [
      'a condition of a limit in version 1',
      withRule({ limits: [{ counter: 'c', window: 'minute', max: 1, scope: 'grant', conditions: [] }] }, '1'),
      [{ pointer: '/tools/act/limits/0/conditions', message: 'needs version 2' }],
    ],
    [
      'nesting without end',
      `${'['.repeat(100)}${']'.repeat(100)}`,
      [{ pointer: '/0'.repeat(32), message: 'nested more than 32 deep' }],
    ],
    ['a text without end', ' '.repeat(10_000_001), [{ pointer: '', message: 'longer than 10,000,000 characters' }]],
  ])('%s', (_, text, errors) => {
    expect(errorsOf(text)).toEqual(errors);
  });

  test.each([
    ['an unknown operator', { path: 'args.x', op: 'matches', value: 'a' }, '/op'],
    ['no path', { path: 'x', op: 'eq', value: 'a' }, '/path'],
    ['an invalid pattern', { path: 'args.x', op: 'regex', value: '(' }, '/value'],
    ['a pattern that looks ahead', { path: 'args.x', op: 'regex', value: '(?=a)' }, '/value'],
    ['a pattern that is a number', { path: 'args.x', op: 'regex', value: 1 }, '/value'],
    ['a comparison with a text', { path: 'args.x', op: 'lt', value: '1' }, '/value'],
    ['in without a list', { path: 'args.x', op: 'in', value: 'a' }, '/value'],
    ['in with an empty list', { path: 'args.x', op: 'in', value: [] }, '/value'],
    ['eq with a list', { path: 'args.x', op: 'eq', value: ['a'] }, '/value'],
    ['exists with a text', { path: 'args.x', op: 'exists', value: 'true' }, '/value'],
    ['exists with a default', { path: 'args.x', op: 'exists', value: true, default: 1 }, '/default'],
    ['a default of another type', { path: 'args.x', op: 'gt', value: 1, default: '0' }, '/default'],
  ])('a condition with %s', (_, condition, place) => {
    expect(errorsOf(withCondition(condition)).map(({ pointer }) => pointer)).toEqual([
      `/tools/act/deny_if/0/conditions/0${place}`,
    ]);
  });

  test('and never by an exception, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((text) => `{"version":"2","default":"deny","tools":{"a":${text}}}`),
        ),
        (text) => {
          const parsed = parsePolicy(text);

          if (!parsed.ok) expect(parsed.errors.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
