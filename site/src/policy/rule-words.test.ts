import { expect, test } from 'vitest';
import type { Policy, ToolRule } from '../../../schema/policy.ts';
import type { OperationVerdict } from '../../../schema/verdict.ts';
import { operationRules, ruleWords } from './rule-words.ts';

function policyWith(rule: ToolRule): Policy {
  return { version: '2', default: 'deny', tools: { moor: rule } };
}

const isScrap = [{ path: 'args.action', op: 'eq' as const, value: 'scrap' }];
const isKnown = [{ path: 'args.action', op: 'in' as const, value: ['moor', 'scrap'] }];

test.each<[string, ToolRule]>([
  ['Passes', {}],
  ['30 a minute', { limits: [{ counter: 'c', window: 'minute', max: 30, scope: 'grant' }] }],
  ['5 an hour', { limits: [{ counter: 'c', window: 'hour', max: 5, scope: 'grant' }] }],
  ['Asks first', { ask_if: [{ conditions: [] }] }],
  ['Denied', { deny_if: [{ conditions: [] }], ask_if: [{ conditions: [] }] }],
  ['By argument', { require: [{ conditions: isKnown }], ask_if: [{ conditions: isScrap }] }],
])('"%s" stands for %j', (words, rule) => {
  expect(ruleWords(policyWith(rule), 'moor')).toBe(words);
});

test('says that a hidden tool is hidden, even where everything is', () => {
  expect(ruleWords({ version: '1', default: 'deny', hide: ['moor'] }, 'moor')).toBe('Hidden');
  expect(ruleWords({ version: '1', default: 'deny', hide: ['*'] }, 'moor')).toBe('Hidden');
});

test('goes by the default for a tool that is not listed, whatever it is called', () => {
  expect(ruleWords({ version: '1', default: 'deny', tools: {} }, 'constructor')).toBe('Denied');
});

function operation(value: string): OperationVerdict {
  return { selector: { path: '/action', value }, category: 'write', risk: 'medium', rationale: 'It moves a barge.' };
}

test('gives each operation the rule of its value', () => {
  const policy = policyWith({
    require: [{ conditions: isKnown }],
    ask_if: [{ conditions: isScrap }],
    limits: [
      {
        counter: 'moor_moor',
        window: 'minute',
        max: 10,
        scope: 'grant',
        conditions: [{ path: 'args.action', op: 'eq', value: 'moor' }],
      },
    ],
  });

  expect(operationRules(policy, 'moor', [operation('moor'), operation('scrap')])).toEqual([
    '10 a minute',
    'Asks first',
  ]);
});

test('gives every operation the rule of the tool where it has one for all', () => {
  expect(operationRules(policyWith({ ask_if: [{ conditions: [] }] }), 'moor', [operation('scrap')])).toEqual([
    'Asks first',
  ]);
});
