import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    { shows: 'mail', tool: { name: 'read_inbox' }, quote: 'inbox' },
    { shows: 'chats', tool: { name: 'list_chats' }, quote: 'chats' },
    {
      shows: 'a description',
      tool: { name: 'fetch', description: 'Fetches the emails of a folder.' },
      quote: 'emails',
    },
  ],
  absent: [
    { shows: 'weather', tool: { name: 'get_weather' } },
    { shows: 'a word that only looks like it', tool: { name: 'get_messaging_limits_formula' }, nearMiss: true },
    { shows: 'a claim of harmlessness', tool: { name: 'echo', description: 'Harmless.' }, adversarial: true },
  ],
} satisfies SignalExamples;
