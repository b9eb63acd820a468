/**
 * One condition against the arguments of a call. The answer has three values, so that a rule which cannot be tested never speaks
 * for the call: `unclear` makes a condition of `deny_if`, `ask_if` and `limits` hold and one of `require` fail.
 */
import type { Condition } from '../schema/policy.ts';
import { type Found, findValues, parsePath } from './argument-path.ts';
import { matchesWhole } from './pattern.ts';

type Answer = 'holds' | 'fails' | 'unclear';

/** For `deny_if`, `ask_if` and `limits`: false only where it is certain that no value meets the condition. */
export function mayHold(condition: Condition, args: unknown): boolean {
  return testCondition(condition, args).some((answer) => answer !== 'fails');
}

/** For `require`: true only where it is certain that every value meets the condition. */
export function mustHold(condition: Condition, args: unknown): boolean {
  return testCondition(condition, args).every((answer) => answer === 'holds');
}

function testCondition(condition: Condition, args: unknown): Answer[] {
  const steps = parsePath(condition.path);
  if (!steps) return ['unclear'];
  return findValues(args, steps).map((found) => testFound(condition, found));
}

function testFound({ op, value, default: fallback }: Condition, found: Found): Answer {
  if (op === 'exists') return typeof value === 'boolean' ? answer(found.present === value) : 'unclear';
  if (found.present) return testValue(op, found.value, value);
  return fallback === undefined ? 'unclear' : testValue(op, fallback, value);
}

/** `actual` against `expected`, the value that the policy names. */
export function testValue(
  op: Exclude<Condition['op'], 'exists'>,
  actual: unknown,
  expected: Condition['value'],
): Answer {
  switch (op) {
    case 'eq':
      return testEqual(actual, expected);
    case 'neq':
      return negate(testEqual(actual, expected));
    case 'in':
      return testMember(actual, expected);
    case 'not_in':
      return negate(testMember(actual, expected));
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return testOrder(op, actual, expected);
    case 'regex':
      return testPattern(actual, expected);
    case 'contains':
      return testContent(actual, expected);
    default:
      return 'unclear';
  }
}

function answer(holds: boolean | undefined): Answer {
  if (holds === undefined) return 'unclear';
  return holds ? 'holds' : 'fails';
}

function negate(given: Answer): Answer {
  return given === 'unclear' ? given : answer(given === 'fails');
}

type Kind = 'null' | 'boolean' | 'number' | 'string' | 'other';

function kindOf(value: unknown): Kind {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'number' && Number.isFinite(value) ? 'number' : 'other';
}

function isScalar(value: unknown): boolean {
  return kindOf(value) !== 'other';
}

function testEqual(actual: unknown, expected: unknown): Answer {
  if (!isScalar(actual) || !isScalar(expected)) return 'unclear';
  if (actual === expected) return 'holds';
  // Null is a type of one value, so any other scalar is certainly not it.
  return expected === null || kindOf(actual) === kindOf(expected) ? 'fails' : 'unclear';
}

function testMember(actual: unknown, expected: unknown): Answer {
  if (!Array.isArray(expected)) return 'unclear';
  const answers = expected.map((member) => testEqual(actual, member));
  if (answers.includes('holds')) return 'holds';
  return answers.includes('fails') ? 'fails' : 'unclear';
}

function testOrder(op: 'lt' | 'lte' | 'gt' | 'gte', actual: unknown, expected: unknown): Answer {
  if (typeof actual !== 'number' || typeof expected !== 'number') return 'unclear';
  if (!Number.isFinite(actual) || !Number.isFinite(expected)) return 'unclear';
  if (op === 'lt') return answer(actual < expected);
  if (op === 'lte') return answer(actual <= expected);
  return answer(op === 'gt' ? actual > expected : actual >= expected);
}

function testPattern(actual: unknown, expected: unknown): Answer {
  if (typeof actual !== 'string' || typeof expected !== 'string') return 'unclear';
  return answer(matchesWhole(expected, actual));
}

/** A part of a text, or an element of a list. */
function testContent(actual: unknown, expected: unknown): Answer {
  if (!isScalar(expected)) return 'unclear';
  if (typeof actual === 'string') return typeof expected === 'string' ? answer(actual.includes(expected)) : 'unclear';
  if (!Array.isArray(actual)) return 'unclear';
  if (actual.includes(expected)) return 'holds';
  return actual.every((element) => testEqual(element, expected) === 'fails') ? 'fails' : 'unclear';
}
