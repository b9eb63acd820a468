import { defineSignal, presentIf } from '../define-signal.ts';
import { quoteParameter } from '../find-evidence.ts';

const switches: ReadonlySet<string> = new Set(['delete', 'purge', 'wipe', 'erase', 'destroy', 'truncate']);

export default defineSignal({
  id: 'destructive-switch',
  title: 'A switch makes it delete or overwrite',
  indicates: 'deletes',
  confidence: 'medium',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['parameters'],
  detect: ({ parameters }) =>
    presentIf(
      parameters.list
        .filter(({ types, words }) => types.has('boolean') && switches.has(words[0] ?? '') && words.length <= 3)
        .map((parameter) => quoteParameter(parameter, 'aside')),
    ),
});
