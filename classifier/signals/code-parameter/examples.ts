import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    {
      shows: 'code',
      tool: { name: 'x', inputSchema: { type: 'object', properties: { code: { type: 'string' } } } },
      quote: 'code',
    },
    {
      shows: 'a script',
      tool: { name: 'x', inputSchema: { type: 'object', properties: { script: { type: 'string' } } } },
      quote: 'script',
    },
    {
      shows: 'code within an object',
      tool: {
        name: 'x',
        inputSchema: {
          type: 'object',
          properties: { cell: { type: 'object', properties: { python_code: { type: 'string' } } } },
        },
      },
      quote: 'python_code',
    },
  ],
  absent: [
    {
      shows: 'a country code of a fixed set',
      tool: {
        name: 'x',
        inputSchema: { type: 'object', properties: { code: { type: 'string', enum: ['de', 'fr'] } } },
      },
      nearMiss: true,
    },
    {
      shows: 'a number',
      tool: { name: 'x', inputSchema: { type: 'object', properties: { code: { type: 'integer' } } } },
      nearMiss: true,
    },
    {
      shows: 'a promise in the description',
      tool: {
        name: 'x',
        description: 'Takes code.',
        inputSchema: { type: 'object', properties: { id: { type: 'string' } } },
      },
      adversarial: true,
    },
  ],
} satisfies SignalExamples;
