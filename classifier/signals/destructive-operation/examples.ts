import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    {
      shows: 'an enum',
      tool: {
        name: 'manage_room',
        inputSchema: { type: 'object', properties: { action: { enum: ['get', 'delete'] } } },
      },
      quote: 'delete',
    },
    {
      shows: 'constants in a union',
      tool: {
        name: 'room',
        inputSchema: { type: 'object', properties: { operation: { anyOf: [{ const: 'list' }, { const: 'purge' }] } } },
      },
      quote: 'purge',
    },
    {
      shows: 'a value of two words',
      tool: {
        name: 'room',
        inputSchema: { type: 'object', properties: { action: { enum: ['list_rooms', 'removeRoom'] } } },
      },
      quote: 'removeRoom',
    },
    {
      shows: 'a harmless description over it',
      tool: {
        name: 'room',
        description: 'Shows a room.',
        inputSchema: { type: 'object', properties: { action: { enum: ['show', 'wipe'] } } },
      },
      quote: 'wipe',
      adversarial: true,
    },
  ],
  absent: [
    {
      shows: 'reading actions',
      tool: { name: 'room', inputSchema: { type: 'object', properties: { action: { enum: ['get', 'list'] } } } },
    },
    {
      shows: 'what was deleted',
      tool: { name: 'room', inputSchema: { type: 'object', properties: { action: { enum: ['list_deleted'] } } } },
      nearMiss: true,
    },
    {
      shows: 'a filter that is no action',
      tool: { name: 'room', inputSchema: { type: 'object', properties: { status: { enum: ['active', 'delete'] } } } },
      nearMiss: true,
    },
  ],
} satisfies SignalExamples;
