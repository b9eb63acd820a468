/** One entry as it was written → a ServerEntry, or what is wrong with it in words that name the remedy. */
import type { z } from 'zod';
import { parseTarget } from '../../crawler/target.ts';
import { showHidden } from '../../schema/hidden-characters.ts';
import { ServerEntry } from '../../schema/server-entry.ts';

/** `key` is the member at fault, where it is one. */
export interface EntryFault {
  key: string | undefined;
  message: string;
}

const keys = Object.keys(ServerEntry.shape).join(', ');

export function checkEntry(value: unknown): { entry: ServerEntry } | { faults: EntryFault[] } {
  const parsed = ServerEntry.safeParse(value, { reportInput: true });
  if (!parsed.success) return { faults: parsed.error.issues.flatMap(describeIssue) };
  // Only whether it can be read matters here; relative paths are resolved when the run begins.
  const target = parseTarget(parsed.data.source, process.cwd());
  if ('error' in target) return { faults: [{ key: 'source', message: `source cannot be read: ${target.error}` }] };
  return { entry: parsed.data };
}

function describeIssue(issue: z.core.$ZodIssue): EntryFault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ key, message: `unknown key ${quote(key)}; the keys are ${keys}` }));
  }
  const key = issue.path.length === 0 ? undefined : String(issue.path[0]);
  if (key === undefined) return [{ key, message: `an entry must be a mapping with the keys ${keys}` }];
  if (issue.code === 'invalid_type') {
    const missing = issue.input === undefined;
    return [
      {
        key: missing ? undefined : key,
        message: missing ? `${key} is missing; add it` : `${key} must be text; put it in quotes`,
      },
    ];
  }
  if (issue.code === 'too_small') return [{ key, message: `${key} is empty; fill it in` }];
  if (issue.code === 'too_big')
    return [{ key, message: `${key} is longer than ${issue.maximum} characters; shorten it` }];
  const example = key === 'id' ? ', such as acme-notes' : '';
  return [{ key, message: `${key} ${issue.message}${example}` }];
}

function quote(text: string): string {
  return `"${showHidden(text.slice(0, 60))}"`;
}
