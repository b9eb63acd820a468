import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    { shows: 'an exchange of things', tool: { name: 'swap_shelves' }, quote: 'swap' },
    { shows: 'a creation', tool: { name: 'create_ticket' }, quote: 'create' },
    { shows: 'a camel-case name behind a prefix', tool: { name: 'acmeUpdateContact' }, quote: 'Update' },
    {
      shows: 'a German description',
      tool: { name: 'kunde', description: 'Erstellt einen neuen Kunden.' },
      quote: 'Erstellt einen neuen Kunden',
    },
  ],
  absent: [
    { shows: 'a lookup', tool: { name: 'get_ticket', description: 'Returns one ticket.' } },
    {
      shows: 'a thing that is called after a change',
      tool: { name: 'get_update', description: 'Returns the last update.' },
      nearMiss: true,
    },
    {
      shows: 'a denial',
      tool: { name: 'show_plan', description: 'Shows the plan without creating anything.' },
      adversarial: true,
    },
  ],
} satisfies SignalExamples;
