import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    { shows: 'a dry run', tool: { name: 'x', description: 'Makes a dry run of the deployment.' }, quote: 'dry run' },
    {
      shows: 'a statement that is not run',
      tool: { name: 'x', description: 'Returns the SQL without executing it.' },
      quote: 'without executing',
    },
    {
      shows: 'a mail that is not sent',
      tool: { name: 'x', description: 'The mail is shown, not sent. It is not actually sent.' },
      quote: 'not actually',
    },
  ],
  absent: [
    { shows: 'the real thing', tool: { name: 'x', description: 'Executes the SQL.' } },
    { shows: 'a run in dry weather', tool: { name: 'x', description: 'Records a run on a dry day.' }, nearMiss: true },
    {
      shows: 'a promise that is taken back',
      tool: { name: 'x', description: 'This is no dry run.' },
      nearMiss: true,
      adversarial: true,
    },
  ],
  unknown: [{ shows: 'no description', tool: { name: 'x' } }],
} satisfies SignalExamples;
