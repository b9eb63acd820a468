import type { SignalExamples } from '../signal-examples.ts';

const string = { type: 'string' };

export default {
  present: [
    {
      shows: 'a request of any kind',
      tool: { name: 'x', inputSchema: { type: 'object', properties: { method: string, url: string } } },
      quote: 'method',
    },
    {
      shows: 'a camel-case name beside an endpoint',
      tool: { name: 'x', inputSchema: { type: 'object', properties: { httpMethod: string, endpoint: string } } },
      quote: 'httpMethod',
    },
    {
      shows: 'a request under a mild name',
      tool: { name: 'get_data', inputSchema: { type: 'object', properties: { http_method: string, path: string } } },
      quote: 'http_method',
      adversarial: true,
    },
  ],
  absent: [
    {
      shows: 'methods of a fixed set, which are judged one by one',
      tool: {
        name: 'x',
        inputSchema: { type: 'object', properties: { method: { type: 'string', enum: ['GET', 'HEAD'] }, url: string } },
      },
      nearMiss: true,
    },
    {
      shows: 'a method of something else',
      tool: { name: 'x', inputSchema: { type: 'object', properties: { method: string, samples: string } } },
      nearMiss: true,
    },
    { shows: 'no parameters', tool: { name: 'request' } },
  ],
} satisfies SignalExamples;
