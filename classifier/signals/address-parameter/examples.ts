import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    {
      shows: 'an address',
      tool: { name: 'x', inputSchema: { type: 'object', properties: { url: { type: 'string' } } } },
      quote: 'url',
    },
    {
      shows: 'several',
      tool: { name: 'x', inputSchema: { type: 'object', properties: { urls: { type: 'array' } } } },
      quote: 'urls',
    },
    {
      shows: 'a page',
      tool: { name: 'x', inputSchema: { type: 'object', properties: { pageUrl: { type: 'string' } } } },
      quote: 'pageUrl',
    },
  ],
  absent: [
    {
      shows: 'a fixed set',
      tool: {
        name: 'x',
        inputSchema: { type: 'object', properties: { url: { type: 'string', enum: ['https://example.org'] } } },
      },
      nearMiss: true,
    },
    {
      shows: 'a switch',
      tool: { name: 'x', inputSchema: { type: 'object', properties: { url: { type: 'boolean' } } } },
      nearMiss: true,
    },
    {
      shows: 'a word in the description alone',
      tool: { name: 'x', description: 'url: https://example.org' },
      adversarial: true,
    },
  ],
} satisfies SignalExamples;
