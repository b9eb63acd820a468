import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    {
      shows: 'a plain assurance',
      tool: { name: 'x', description: 'Runs a query. Does not modify data.' },
      quote: 'Does not modify',
    },
    { shows: 'two words', tool: { name: 'x', description: 'Run a read-only query.' }, quote: 'read-only' },
    { shows: 'a Chinese text', tool: { name: 'x', description: '只读查询。' }, quote: '只读' },
  ],
  absent: [
    { shows: 'no assurance', tool: { name: 'x', description: 'Runs a query.' } },
    {
      shows: 'a denial of it',
      tool: { name: 'x', description: 'This is not read-only.' },
      nearMiss: true,
      adversarial: true,
    },
    { shows: 'a read-only user that is created', tool: { name: 'x', description: 'Creates a user.' }, nearMiss: true },
  ],
  unknown: [{ shows: 'no description', tool: { name: 'x' } }],
} satisfies SignalExamples;
