import { defineSignal, presentIf } from '../define-signal.ts';
import { findPhrase, quoteParameter } from '../find-evidence.ts';

const bulkWords: ReadonlySet<string> = new Set([
  'all',
  'bulk',
  'batch',
  'everything',
  'many',
  'multiple',
  'mass',
  'entire',
]);

export default defineSignal({
  id: 'bulk-scope',
  title: 'It reaches many things, or all of them, in one call',
  indicates: 'reaches-many',
  confidence: 'medium',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['name', 'description', 'parameters'],
  detect: ({ name, description, parameters }) => {
    const words = name.words.filter(({ text }) => bulkWords.has(text));
    const lists = parameters.list.filter(({ types, words: own, depth }) => {
      return (
        depth === 0 && types.has('array') && (own.at(-1) === 'ids' || own.at(-1) === 'items' || own.at(-1) === 'paths')
      );
    });
    return presentIf([
      ...words.map(({ start, end }) => ({
        pointer: name.pointer,
        quote: name.text.slice(start, end),
        weight: 'main' as const,
      })),
      ...findPhrase(description, 'names-every-one'),
      ...findPhrase(description, 'in-bulk').map((evidence) => ({ ...evidence, weight: 'aside' as const })),
      ...lists.map((parameter) => quoteParameter(parameter, 'aside')),
    ]);
  },
});
