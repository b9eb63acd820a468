import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    { shows: 'a word in the name', tool: { name: 'delete_all_rows' }, quote: 'all' },
    {
      shows: 'a list of ids',
      tool: { name: 'archive', inputSchema: { type: 'object', properties: { ticket_ids: { type: 'array' } } } },
      quote: 'ticket_ids',
    },
    {
      shows: 'a description',
      tool: { name: 'reset', description: 'Drops the entire database.' },
      quote: 'entire database',
    },
  ],
  absent: [
    { shows: 'one thing', tool: { name: 'delete_row', description: 'Deletes one row.' } },
    {
      shows: 'a list of labels',
      tool: { name: 'archive', inputSchema: { type: 'object', properties: { labels: { type: 'array' } } } },
      nearMiss: true,
    },
    {
      shows: 'a word within a word',
      tool: { name: 'call_wallet', description: 'Small overall.' },
      nearMiss: true,
      adversarial: true,
    },
  ],
} satisfies SignalExamples;
