/** Sentences for rules that cannot be told value by value. */
import type { Condition, LimitRule, ToolRule } from '../../schema/policy.ts';
import { lineInWords, listInWords, nameInWords, valueInWords } from '../words.ts';
import { limitInWords } from './limit-words.ts';

export function describeSpecial({ deny_if, require, ask_if, limits }: ToolRule): string[] {
  const sentences = [
    ...oneSentence('A call is denied when', deny_if ?? []),
    ...(require ?? []).map(({ conditions }) => `A call is denied unless ${allInWords(conditions)}.`),
    ...oneSentence('A call waits until a person agrees when', ask_if ?? []),
    ...(limits ?? []).map((limit) => `Of this tool, ${limitedCallsInWords(limit)}.`),
  ];
  const conditions = [...(deny_if ?? []), ...(require ?? []), ...(ask_if ?? []), ...(limits ?? [])].flatMap(
    (rule) => rule.conditions ?? [],
  );
  return [...sentences, ...describeAbsence(conditions)];
}

function oneSentence(opening: string, rules: readonly { conditions: Condition[] }[]): string[] {
  if (rules.length === 0) return [];
  const alternatives = Map.groupBy(rules, ({ conditions }) => keyOfAlternatives(conditions)).values();
  return [`${opening} ${[...alternatives].map(alternativesInWords).join(', or when ')}.`];
}

/** The same for rules that differ only in how they test the argument they look at last. */
function keyOfAlternatives(conditions: readonly Condition[]): string {
  const last = conditions.at(-1);
  return JSON.stringify([conditions.slice(0, -1), last?.path, last?.op === 'exists', last?.default]);
}

/** `action is send, and amount is above 100 or below 0`. */
function alternativesInWords(rules: readonly { conditions: Condition[] }[]): string {
  const [first] = rules;
  const [last] = first?.conditions.slice(-1) ?? [];
  if (first === undefined || last === undefined || rules.length === 1) return allInWords(first?.conditions ?? []);
  const tests = [...new Set(rules.flatMap(({ conditions }) => conditions.slice(-1).map(testInWords)))];
  const sameVerb = tests.every((test) => test.startsWith('is '));
  const [test, ...others] = tests;
  const lead = allInWords(first.conditions.slice(0, -1));
  const merged = [test, ...others.map((other) => (sameVerb ? other.slice('is '.length) : other))].join(' or ');
  return `${lead === '' ? '' : `${lead}, and `}${argumentInWords(last.path)} ${merged}${absentInWords(last)}`;
}

/** `calls in which host is a.example pass at most 10 times a minute`. */
export function limitedCallsInWords(limit: LimitRule): string {
  const conditions = limit.conditions ?? [];
  const which = conditions.length === 0 ? '' : ` in which ${allInWords(conditions)}`;
  return `calls${which} pass ${limitInWords([limit])}`;
}

function describeAbsence(conditions: readonly Condition[]): string[] {
  const tested = conditions.filter(({ op }) => op !== 'exists');
  const names = (wanted: readonly Condition[]) => [...new Set(wanted.map(({ path }) => argumentInWords(path)))];
  const mayNotMiss = names(tested.filter((condition) => condition.default === undefined));
  const mayMiss = names(tested.filter((condition) => condition.default !== undefined)).filter(
    (name) => !mayNotMiss.includes(name),
  );
  const faults = [
    ...(mayNotMiss.length > 0 ? [`a missing or mistyped ${listInWords(mayNotMiss, 'or')}`] : []),
    ...(mayMiss.length > 0 ? [`a mistyped ${listInWords(mayMiss, 'or')}`] : []),
  ];
  const [fault, other] = faults;
  if (fault === undefined) return [];
  return [`A${fault.slice(1)}${other === undefined ? '' : `, or ${other},`} counts against the call.`];
}

function allInWords(conditions: readonly Condition[]): string {
  return conditions.map(conditionInWords).join(' and ');
}

function conditionInWords(condition: Condition): string {
  return `${argumentInWords(condition.path)} ${testInWords(condition)}${absentInWords(condition)}`;
}

function absentInWords({ default: fallback }: Condition): string {
  return fallback === undefined ? '' : ` (${valueInWords(fallback)} where it is absent)`;
}

function testInWords({ op, value }: Condition): string {
  const values = [value].flat().map(valueInWords);
  switch (op) {
    case 'eq':
      return `is ${values.join()}`;
    case 'neq':
      return `is not ${values.join()}`;
    case 'in':
      return `is ${listInWords(values, 'or')}`;
    case 'not_in':
      return `is other than ${listInWords(values, 'and')}`;
    case 'lt':
      return `is below ${values.join()}`;
    case 'lte':
      return `is at most ${values.join()}`;
    case 'gt':
      return `is above ${values.join()}`;
    case 'gte':
      return `is at least ${values.join()}`;
    case 'regex':
      return `as a whole matches the pattern ${lineInWords(String(value), 100)}`;
    case 'contains':
      return `contains ${values.join()}`;
    case 'exists':
      return value === true ? 'is given' : 'is absent';
  }
}

function argumentInWords(path: string): string {
  return nameInWords(path.slice('args.'.length));
}
