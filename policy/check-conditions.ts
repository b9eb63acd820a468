/** What a condition's shape does not say: whether its path is one, and whether its operator can use its value. */
import type { Condition } from '../schema/policy.ts';
import { parsePath } from './argument-path.ts';
import { testValue } from './condition.ts';
import type { Fault } from './duplicate-keys.ts';
import { compilePattern } from './pattern.ts';

export function checkCondition(condition: Condition, pointer: string): Fault[] {
  const faults: Fault[] = [];
  if (!parsePath(condition.path)) {
    faults.push({ pointer: `${pointer}/path`, message: 'not a path: expected args.<name>, such as args.items[*].id' });
  }
  const wrongValue = findWrongValue(condition);
  if (wrongValue !== undefined) faults.push({ pointer: `${pointer}/value`, message: wrongValue });
  const wrongDefault = wrongValue === undefined ? findWrongDefault(condition) : undefined;
  if (wrongDefault !== undefined) faults.push({ pointer: `${pointer}/default`, message: wrongDefault });
  return faults;
}

function findWrongValue({ op, value }: Condition): string | undefined {
  switch (op) {
    case 'in':
    case 'not_in':
      return Array.isArray(value) && value.length > 0 ? undefined : `${op} takes a list of at least one value`;
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return typeof value === 'number' ? undefined : `${op} takes a number`;
    case 'regex':
      if (typeof value !== 'string') return 'regex takes a text';
      return compilePattern(value) ? undefined : 'not a pattern in RE2 syntax of at most 1,000 characters';
    case 'exists':
      return typeof value === 'boolean' ? undefined : 'exists takes true or false';
    default:
      return Array.isArray(value) ? `${op} takes a single value` : undefined;
  }
}

function findWrongDefault({ op, value, default: fallback }: Condition): string | undefined {
  if (fallback === undefined) return undefined;
  if (op === 'exists') return 'exists tests absence itself and takes no default';
  return testValue(op, fallback, value) === 'unclear'
    ? `${op} cannot compare a default of this type with its value`
    : undefined;
}
