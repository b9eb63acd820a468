import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    { shows: 'a claim', tool: { name: 'x', annotations: { readOnlyHint: true } }, quote: 'true' },
    {
      shows: 'a claim among others',
      tool: { name: 'x', annotations: { readOnlyHint: true, openWorldHint: false } },
      quote: 'true',
    },
    {
      shows: 'a claim over a deletion',
      tool: { name: 'delete_all', annotations: { readOnlyHint: true } },
      quote: 'true',
      adversarial: true,
    },
  ],
  absent: [
    { shows: 'the opposite', tool: { name: 'x', annotations: { readOnlyHint: false } }, nearMiss: true },
    {
      shows: 'a text instead of a truth value',
      tool: { name: 'x', annotations: { readOnlyHint: 'true' } },
      nearMiss: true,
    },
    { shows: 'no annotations', tool: { name: 'x' } },
  ],
} satisfies SignalExamples;
