/** A server on version 2 of the TypeScript SDK: it speaks 2026-07-28 and, to those who shake hands the old way, the older protocols. */
import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { z } from 'zod';

serveStdio(({ era }) => {
  const server = new McpServer({ name: 'orchard', version: '2.0.0' }, { instructions: `This is the ${era} era.` });
  const inputSchema = z.object({ tree: z.string() });
  server.registerTool('pick_apples', { description: 'Picks the apples of a tree.', inputSchema }, () => ({
    content: [],
  }));
  return server;
});
