import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    {
      shows: 'a list in the description',
      tool: { name: 'manage_room', description: 'Manage rooms (open, rename, close, delete).' },
      quote: 'delete',
    },
    {
      shows: 'participles',
      tool: { name: 'rooms', description: 'Commands for rooms: listing, creating, updating, and deleting them.' },
      quote: 'deleting',
    },
    {
      shows: 'a parameter that is explained in prose',
      tool: {
        name: 'room',
        inputSchema: { properties: { action: { type: 'string', description: 'One of: list, get, delete' } } },
      },
      quote: 'delete',
    },
    {
      shows: 'a mild opening before it',
      tool: { name: 'rooms', description: 'Helps you with rooms. Supports get, list, rename or remove.' },
      quote: 'remove',
      adversarial: true,
    },
    { shows: 'four letters', tool: { name: 'rooms', description: 'CRUD for rooms.' }, quote: 'CRUD' },
  ],
  absent: [
    {
      shows: 'a denial',
      tool: { name: 'rooms', description: 'It does not create, update or delete rooms.' },
      nearMiss: true,
    },
    { shows: 'a list without it', tool: { name: 'rooms', description: 'Rooms: list, open, close.' } },
    {
      shows: 'a parameter that selects nothing',
      tool: {
        name: 'rooms',
        inputSchema: { properties: { filter: { type: 'string', description: 'Events: create, update, delete' } } },
      },
      nearMiss: true,
    },
  ],
} satisfies SignalExamples;
