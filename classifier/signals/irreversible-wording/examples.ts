import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    { shows: 'a plain warning', tool: { name: 'x', description: 'This cannot be undone.' }, quote: 'cannot be undone' },
    {
      shows: 'an adverb',
      tool: { name: 'x', description: 'Permanently deletes the room.' },
      quote: 'Permanently deletes',
    },
    { shows: 'a Chinese warning', tool: { name: 'x', description: '删除文件，不可恢复。' }, quote: '不可恢复' },
  ],
  absent: [
    { shows: 'a way back', tool: { name: 'x', description: 'The change can be undone.' }, nearMiss: true },
    { shows: 'a permanent address', tool: { name: 'x', description: 'Returns the permanent link.' }, nearMiss: true },
    { shows: 'a harmless text', tool: { name: 'x', description: 'All is reversible.' }, adversarial: true },
  ],
  unknown: [{ shows: 'no description', tool: { name: 'x' } }],
} satisfies SignalExamples;
