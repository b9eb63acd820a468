import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    { shows: 'a bookmark', tool: { name: 'delete_bookmark' }, quote: 'bookmark' },
    { shows: 'a banner', tool: { name: 'manage_announcements' }, quote: 'announcements' },
    { shows: 'an invitation', tool: { name: 'revoke', description: 'Revokes an invitation.' }, quote: 'invitation' },
  ],
  absent: [
    { shows: 'a database', tool: { name: 'delete_database' } },
    { shows: 'a word that only looks like it', tool: { name: 'delete_bookmarked_dataset' }, nearMiss: true },
    {
      shows: 'a claim of harmlessness',
      tool: { name: 'wipe_disk', description: 'It can be made again.' },
      adversarial: true,
    },
  ],
} satisfies SignalExamples;
