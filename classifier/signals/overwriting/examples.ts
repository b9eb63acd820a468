import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    {
      shows: 'a plain statement',
      tool: { name: 'x', description: 'Overwrites existing files.' },
      quote: 'Overwrites existing',
    },
    {
      shows: 'a warning',
      tool: { name: 'x', description: 'The file will be overwritten.' },
      quote: 'will be overwritten',
    },
    { shows: 'a Chinese text', tool: { name: 'x', description: '覆盖文件。' }, quote: '覆盖' },
  ],
  absent: [
    { shows: 'a refusal', tool: { name: 'x', description: 'Does not overwrite anything.' }, nearMiss: true },
    { shows: 'a replacement in text', tool: { name: 'x', description: 'Replace a word.' }, nearMiss: true },
    {
      shows: 'a claim of harmlessness',
      tool: { name: 'x', description: 'Only adds, never overwrites.' },
      adversarial: true,
    },
  ],
  unknown: [{ shows: 'no description', tool: { name: 'x' } }],
} satisfies SignalExamples;
