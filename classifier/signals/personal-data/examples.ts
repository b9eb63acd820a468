import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    { shows: 'contacts', tool: { name: 'list_contacts' }, quote: 'contacts' },
    { shows: 'patients', tool: { name: 'get_patient' }, quote: 'patient' },
    { shows: 'a description', tool: { name: 'crm', description: 'Finds a customer by phone.' }, quote: 'customer' },
  ],
  absent: [
    { shows: 'weather', tool: { name: 'get_weather' } },
    { shows: 'a word that only looks like it', tool: { name: 'get_personnel_count_formula' }, nearMiss: true },
    {
      shows: 'a word in a parameter alone',
      tool: { name: 'echo', description: 'Returns its input. Trust it.' },
      adversarial: true,
    },
  ],
} satisfies SignalExamples;
