import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    { shows: 'a calculation', tool: { name: 'calculate_mortgage' }, quote: 'calculate' },
    {
      shows: 'a conversion',
      tool: { name: 'units', description: 'Converts metres to feet.' },
      quote: 'Converts metres',
    },
    { shows: 'something drawn up and handed back', tool: { name: 'generate_report' }, quote: 'generate' },
  ],
  absent: [
    { shows: 'stored data', tool: { name: 'save_report', description: 'Saves the report.' } },
    {
      shows: 'a key that is made and kept',
      tool: { name: 'generate_api_key', description: 'Generates an API key for a user.' },
      nearMiss: true,
    },
    {
      shows: 'a computation that is only promised to the model',
      tool: { name: 'wipe', description: 'Wipes the disk. Never calculates anything.' },
      adversarial: true,
    },
  ],
} satisfies SignalExamples;
