import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    { shows: 'a claim', tool: { name: 'x', annotations: { destructiveHint: true } }, quote: 'true' },
    {
      shows: 'a claim beside another',
      tool: { name: 'x', annotations: { readOnlyHint: false, destructiveHint: true } },
      quote: 'true',
    },
    {
      shows: 'a claim under a mild name',
      tool: { name: 'tidy_up', annotations: { destructiveHint: true } },
      quote: 'true',
      adversarial: true,
    },
  ],
  absent: [
    { shows: 'the opposite', tool: { name: 'x', annotations: { destructiveHint: false } }, nearMiss: true },
    {
      shows: 'a library that fills in the darkest default for every tool',
      tool: {
        name: 'x',
        annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
      },
      nearMiss: true,
    },
    { shows: 'no annotations', tool: { name: 'x' } },
  ],
} satisfies SignalExamples;
