/**
 * Paths into the arguments of a call: `args.name`, `args.list[0].name`, `args.list[*].name`. In a name, a backslash escapes a dot,
 * a bracket or a backslash.
 */

/** A member by name, an element by index, or every element. */
export type PathStep = string | number | typeof everyElement;
export const everyElement = Symbol('every element');

/** What a path leads to. `[*]` leads to as many as there are elements. */
export type Found = { present: true; value: unknown } | { present: false };

const longestPath = 1000;
const mostSteps = 32;
const step = /\.((?:[^.[\]\\]|\\[.[\]\\])+)|\[(?:(0|[1-9]\d{0,8})|(\*))\]/y;

// A policy's paths are few and are walked at every call.
const mostRemembered = 1000;
const remembered = new Map<string, readonly PathStep[] | undefined>();

/** The steps below `args`, or undefined where the text is no path. The first step is a name: arguments are an object. */
export function parsePath(text: string): readonly PathStep[] | undefined {
  if (remembered.has(text)) return remembered.get(text);
  if (remembered.size >= mostRemembered) remembered.clear();
  const steps = readSteps(text);
  remembered.set(text, steps);
  return steps;
}

function readSteps(text: string): PathStep[] | undefined {
  if (text.length > longestPath || !text.startsWith('args.')) return undefined;
  const steps: PathStep[] = [];
  step.lastIndex = 'args'.length;
  while (step.lastIndex < text.length) {
    const match = step.exec(text);
    if (!match || steps.length === mostSteps) return undefined;
    const [, name, index] = match;
    if (name !== undefined) steps.push(name.replaceAll(/\\(.)/g, '$1'));
    else steps.push(index === undefined ? everyElement : Number(index));
  }
  return steps;
}

/** The path of a member below `args`, or undefined where it cannot be written as one: an empty name, or too long. */
export function formatPath(names: readonly string[]): string | undefined {
  const text = `args${names.map((name) => `.${name.replaceAll(/[.[\]\\]/g, '\\$&')}`).join('')}`;
  return parsePath(text) === undefined ? undefined : text;
}

/**
 * Everything that a path leads to; never an empty list. What is not there is `present: false`: a name or index that the value
 * lacks, a member of something that is no object, an element of something that is no array or of an empty one.
 */
export function findValues(args: unknown, steps: readonly PathStep[]): Found[] {
  let found: Found[] = [{ present: true, value: args }];
  for (const part of steps) found = found.flatMap((from) => (from.present ? takeStep(from.value, part) : [from]));
  return found;
}

const missing: Found = { present: false };

function takeStep(value: unknown, part: PathStep): Found[] {
  if (typeof part === 'string') {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, part))
      return [missing];
    return [presentUnlessUndefined((value as Record<string, unknown>)[part])]; // own member of an object, checked above
  }
  if (!Array.isArray(value) || value.length === 0) return [missing];
  const elements: readonly unknown[] = value;
  if (part === everyElement) return elements.map(presentUnlessUndefined);
  return [part < elements.length ? presentUnlessUndefined(elements[part]) : missing];
}

function presentUnlessUndefined(value: unknown): Found {
  return value === undefined ? missing : { present: true, value };
}
