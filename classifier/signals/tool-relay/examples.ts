import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    { shows: 'a name', tool: { name: 'call_tool' }, quote: 'call_tool' },
    { shows: 'a prefix', tool: { name: 'hub-execute-tool' }, quote: 'execute-tool' },
    {
      shows: 'a name and its arguments',
      tool: {
        name: 'dispatch',
        inputSchema: { type: 'object', properties: { tool_name: { type: 'string' }, arguments: { type: 'object' } } },
      },
      quote: 'tool_name',
    },
  ],
  absent: [
    { shows: 'a list of tools', tool: { name: 'list_tools' }, nearMiss: true },
    {
      shows: 'a description of a tool',
      tool: { name: 'describe', inputSchema: { type: 'object', properties: { tool_name: { type: 'string' } } } },
      nearMiss: true,
    },
    { shows: 'a toolbox', tool: { name: 'open_toolbox', description: 'Calls no tool.' }, adversarial: true },
  ],
} satisfies SignalExamples;
