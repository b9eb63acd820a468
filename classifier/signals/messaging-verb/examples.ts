import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    { shows: 'an e-mail', tool: { name: 'send_email' }, quote: 'send' },
    { shows: 'a post', tool: { name: 'createTweet' }, quote: 'create' },
    {
      shows: 'a Spanish description',
      tool: { name: 'aviso', description: 'Envía un mensaje al cliente.' },
      quote: 'Envía un mensaje al cliente',
    },
  ],
  absent: [
    { shows: 'a list of messages', tool: { name: 'list_messages', description: 'Lists messages.' } },
    { shows: 'a draft', tool: { name: 'create_email_draft', description: 'Creates an e-mail draft.' }, nearMiss: true },
    {
      shows: 'a denial',
      tool: { name: 'compose', description: 'Prepares a reply without sending it.' },
      adversarial: true,
    },
  ],
} satisfies SignalExamples;
