import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    {
      shows: 'a command',
      tool: { name: 'terminal', inputSchema: { type: 'object', properties: { command: { type: 'string' } } } },
      quote: 'command',
    },
    {
      shows: 'a camel-case name',
      tool: { name: 'x', inputSchema: { type: 'object', properties: { shellCommand: { type: 'string' } } } },
      quote: 'shellCommand',
    },
    {
      shows: 'a list of commands',
      tool: {
        name: 'x',
        inputSchema: { type: 'object', properties: { commands: { type: 'array', items: { type: 'string' } } } },
      },
      quote: 'commands',
    },
  ],
  absent: [
    {
      shows: 'a fixed set of commands',
      tool: {
        name: 'tv',
        inputSchema: { type: 'object', properties: { command: { type: 'string', enum: ['up', 'down'] } } },
      },
      nearMiss: true,
    },
    { shows: 'no parameters', tool: { name: 'terminal' } },
    {
      shows: 'a word in the description alone',
      tool: {
        name: 'x',
        description: 'No command is run. command: shell',
        inputSchema: { type: 'object', properties: { id: { type: 'string' } } },
      },
      adversarial: true,
    },
  ],
} satisfies SignalExamples;
