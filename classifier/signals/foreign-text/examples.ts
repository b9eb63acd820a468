import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    { shows: 'web pages', tool: { name: 'fetch_webpage' }, quote: 'webpage' },
    { shows: 'comments', tool: { name: 'list_comments' }, quote: 'comments' },
    { shows: 'a description', tool: { name: 'get', description: 'Returns the issue with its text.' }, quote: 'issue' },
  ],
  absent: [
    { shows: 'a number', tool: { name: 'get_temperature' } },
    { shows: 'a word that only looks like it', tool: { name: 'get_commentary_length_formula' }, nearMiss: true },
    {
      shows: 'a claim of harmlessness',
      tool: { name: 'echo', description: 'Trusted output only.' },
      adversarial: true,
    },
  ],
} satisfies SignalExamples;
