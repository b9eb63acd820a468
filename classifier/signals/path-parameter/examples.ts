import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    {
      shows: 'a path',
      tool: { name: 'x', inputSchema: { type: 'object', properties: { path: { type: 'string' } } } },
      quote: 'path',
    },
    {
      shows: 'a file',
      tool: { name: 'x', inputSchema: { type: 'object', properties: { filePath: { type: 'string' } } } },
      quote: 'filePath',
    },
    {
      shows: 'a folder',
      tool: { name: 'x', inputSchema: { type: 'object', properties: { output_dir: { type: 'string' } } } },
      quote: 'output_dir',
    },
  ],
  absent: [
    {
      shows: 'a fixed set',
      tool: { name: 'x', inputSchema: { type: 'object', properties: { path: { type: 'string', enum: ['a'] } } } },
      nearMiss: true,
    },
    {
      shows: 'a number',
      tool: { name: 'x', inputSchema: { type: 'object', properties: { file: { type: 'number' } } } },
      nearMiss: true,
    },
    { shows: 'a word in the description alone', tool: { name: 'x', description: 'path' }, adversarial: true },
  ],
} satisfies SignalExamples;
