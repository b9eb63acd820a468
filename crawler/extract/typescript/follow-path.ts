/** The part of a value that a pattern's name stands for. */
import type { Path, Step } from './pattern.ts';
import { readMember } from './read-member.ts';
import { either, optionsOf, type Value } from './value.ts';

export function followPath(value: Value | undefined, path: Path): Value | undefined {
  let at = value;
  for (const step of path) at = followStep(at, step);
  return at;
}

function followStep(value: Value | undefined, step: Step): Value | undefined {
  if ('member' in step) return readMember(value, step.member);
  if ('item' in step) return readMember(value, String(step.item));
  const { rest } = step;
  return either(
    optionsOf(value).map(({ value: option, conditions }) => ({ value: leaveOut(option, rest), conditions })),
  );
}

function leaveOut(value: Value | undefined, rest: readonly string[] | number): Value | undefined {
  if (value?.kind === 'list' && typeof rest === 'number') return { ...value, items: value.items.slice(rest) };
  if (value?.kind === 'external') return value;
  if (value?.kind !== 'object' || typeof rest === 'number') return undefined;
  return { ...value, members: new Map([...value.members].filter(([key]) => !rest.includes(key))) };
}
