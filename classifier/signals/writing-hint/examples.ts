import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    { shows: 'a claim', tool: { name: 'x', annotations: { readOnlyHint: false } }, quote: 'false' },
    {
      shows: 'a claim beside a mild one',
      tool: { name: 'x', annotations: { readOnlyHint: false, destructiveHint: false } },
      quote: 'false',
    },
    {
      shows: 'a claim against a mild description',
      tool: { name: 'get_x', description: 'Returns x.', annotations: { readOnlyHint: false, destructiveHint: false } },
      quote: 'false',
      adversarial: true,
    },
  ],
  absent: [
    { shows: 'the opposite', tool: { name: 'x', annotations: { readOnlyHint: true } }, nearMiss: true },
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
