/** Patterns of a policy, matched in time linear in the text (RE2), whoever wrote them. */
import { RE2JS } from 're2js';

const longestPattern = 1000;
const mostRemembered = 500;
const remembered = new Map<string, RE2JS | undefined>();

/** The compiled pattern, or undefined where it is invalid or too long. */
export function compilePattern(pattern: string): RE2JS | undefined {
  if (remembered.has(pattern)) return remembered.get(pattern);
  if (remembered.size >= mostRemembered) remembered.clear();
  const compiled = pattern.length > longestPattern ? undefined : compileOrNothing(pattern);
  remembered.set(pattern, compiled);
  return compiled;
}

function compileOrNothing(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}

/** Whether the pattern matches the whole text; undefined where the pattern is no good. */
export function matchesWhole(pattern: string, text: string): boolean | undefined {
  return compilePattern(pattern)?.matches(text);
}
