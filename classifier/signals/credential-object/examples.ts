import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    { shows: 'a secret in the name', tool: { name: 'get_secret' }, quote: 'secret' },
    {
      shows: 'two words together',
      tool: { name: 'create_private_key', description: 'Creates a password.' },
      quote: 'password',
    },
    {
      shows: 'a description',
      tool: { name: 'vault_read', description: 'Reads a password from the vault.' },
      quote: 'password',
    },
  ],
  absent: [
    { shows: 'something else', tool: { name: 'get_weather' } },
    {
      shows: 'a word that stands far behind',
      tool: {
        name: 'list_pets',
        description:
          'Lists the pets of one owner with their names, their ages, their breeds and nothing of a secret kind.',
      },
      nearMiss: true,
    },
    {
      shows: 'a word that only looks like it',
      tool: { name: 'secretary_list', description: 'Lists secretaries.' },
      adversarial: true,
    },
  ],
} satisfies SignalExamples;
