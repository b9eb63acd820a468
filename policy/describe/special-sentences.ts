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
  return [`${opening} ${rules.map(({ conditions }) => allInWords(conditions)).join(', or when ')}.`];
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
  return [
    ...(mayNotMiss.length > 0
      ? [`A missing or mistyped ${listInWords(mayNotMiss, 'or')} counts against the call.`]
      : []),
    ...(mayMiss.length > 0 ? [`A mistyped ${listInWords(mayMiss, 'or')} counts against the call.`] : []),
  ];
}

function allInWords(conditions: readonly Condition[]): string {
  return conditions.map(conditionInWords).join(' and ');
}

function conditionInWords({ path, op, value, default: fallback }: Condition): string {
  const argument = argumentInWords(path);
  const absent = fallback === undefined ? '' : ` (${valueInWords(fallback)} where it is absent)`;
  const values = [value].flat().map(valueInWords);
  switch (op) {
    case 'eq':
      return `${argument} is ${values.join()}${absent}`;
    case 'neq':
      return `${argument} is not ${values.join()}${absent}`;
    case 'in':
      return `${argument} is ${listInWords(values, 'or')}${absent}`;
    case 'not_in':
      return `${argument} is other than ${listInWords(values, 'and')}${absent}`;
    case 'lt':
      return `${argument} is below ${values.join()}${absent}`;
    case 'lte':
      return `${argument} is at most ${values.join()}${absent}`;
    case 'gt':
      return `${argument} is above ${values.join()}${absent}`;
    case 'gte':
      return `${argument} is at least ${values.join()}${absent}`;
    case 'regex':
      return `${argument} as a whole matches the pattern ${lineInWords(String(value), 100)}${absent}`;
    case 'contains':
      return `${argument} contains ${values.join()}${absent}`;
    case 'exists':
      return `${argument} is ${value === true ? 'given' : 'absent'}`;
  }
}

function argumentInWords(path: string): string {
  return nameInWords(path.slice('args.'.length));
}
