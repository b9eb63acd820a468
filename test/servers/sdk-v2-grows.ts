/** A server on version 2 of the TypeScript SDK that has one tool more a moment after its list was read, and says so to subscribers. */
import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { z } from 'zod';

const answer = () => ({ content: [] });
const inputSchema = z.object({});

serveStdio(() => {
  const server = new McpServer({ name: 'nursery', version: '1.0.0' });
  server.registerTool('plant_seeds', { description: 'Plants seeds.', inputSchema }, answer);
  setTimeout(() => server.registerTool('pick_plums', { description: 'Picks plums.', inputSchema }, answer), 100);
  return server;
});
