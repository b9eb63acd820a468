/** A server on version 1 of the TypeScript SDK, as most published ones are. It lists one tool more to a client that can sample. */
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';

const server = new Server(
  { name: 'flock', title: 'The flock', version: '1.4.0' },
  { capabilities: { tools: {} }, instructions: 'Ask before you shear.' },
);
const count = {
  name: 'count_sheep',
  description: 'Counts the sheep in a field.',
  inputSchema: { type: 'object' as const },
};
const dream = { name: 'dream', description: 'Dreams of sheep.', inputSchema: { type: 'object' as const } };

server.setRequestHandler(ListToolsRequestSchema, () => ({
  tools: server.getClientCapabilities()?.sampling === undefined ? [count] : [count, dream],
}));
await server.connect(new StdioServerTransport());
