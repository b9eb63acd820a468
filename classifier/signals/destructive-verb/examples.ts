import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    { shows: 'a deletion in the name', tool: { name: 'delete_file' }, quote: 'delete' },
    { shows: 'a verb at the end of the name', tool: { name: 'ticket-remove' }, quote: 'remove' },
    {
      shows: 'one effect among several',
      tool: { name: 'manage_rooms', description: 'Create, rename or delete a room.' },
      quote: 'delete a room',
    },
    {
      shows: 'a mild name over a deletion',
      tool: { name: 'tidy', description: 'Permanently deletes old rows.' },
      quote: 'deletes old rows',
      adversarial: true,
    },
  ],
  absent: [
    {
      shows: 'a list of what was deleted',
      tool: { name: 'list_deleted_files', description: 'Lists deleted files.' },
      nearMiss: true,
    },
    {
      shows: 'a denial',
      tool: { name: 'archive_note', description: 'Archives a note. Does not delete it.' },
      nearMiss: true,
    },
    {
      shows: 'a pointer to another tool',
      tool: { name: 'get_note', description: 'Returns a note. To remove one, use delete_note instead.' },
      nearMiss: true,
    },
    {
      shows: 'a word that only looks like it',
      tool: { name: 'select_dropdown', description: 'Selects an option of a drop-down list.' },
      adversarial: true,
    },
  ],
} satisfies SignalExamples;
