import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    {
      shows: 'SQL',
      tool: { name: 'x', inputSchema: { type: 'object', properties: { sql: { type: 'string' } } } },
      quote: 'sql',
    },
    {
      shows: 'Cypher',
      tool: { name: 'x', inputSchema: { type: 'object', properties: { cypher_query: { type: 'string' } } } },
      quote: 'cypher_query',
    },
    {
      shows: 'a name with an ending',
      tool: { name: 'x', inputSchema: { type: 'object', properties: { rawSqlQuery: { type: 'string' } } } },
      quote: 'rawSqlQuery',
    },
  ],
  absent: [
    {
      shows: 'words to search for',
      tool: { name: 'search', inputSchema: { type: 'object', properties: { query: { type: 'string' } } } },
      nearMiss: true,
    },
    {
      shows: 'a dialect of a fixed set',
      tool: { name: 'x', inputSchema: { type: 'object', properties: { sql: { type: 'string', enum: ['ansi'] } } } },
      nearMiss: true,
    },
    {
      shows: 'a word in the description alone',
      tool: { name: 'x', description: 'sql', inputSchema: { type: 'object', properties: { id: { type: 'string' } } } },
      adversarial: true,
    },
  ],
} satisfies SignalExamples;
