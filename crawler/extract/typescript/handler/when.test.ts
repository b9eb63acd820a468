import { describe, expect, it } from 'vitest';
import { extractFiles, extractOneFrom } from '../../extract-for-test.ts';

const head = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { ListToolsRequestSchema, CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import axios from 'axios';
const server = new McpServer({});
const drop = (id) => axios.delete('/crates/' + id);
const look = (id) => axios.get('/crates/' + id);
const scrap = async (args) => drop(args.id);
const view = async (args) => look(args.id);
const byAction = { delete: scrap, get: view };
async function route(action, id) { if (action === 'delete') return drop(id); return look(id); }
`;
const shape = "{ action: z.enum(['get', 'delete', 'purge']), id: z.string(), dryRun: z.boolean().optional() }";

async function whensOf(handler: string): Promise<string[]> {
  const { tool } = await extractOneFrom({
    'server.ts': `${head}server.registerTool('crates', { description: 'd', inputSchema: ${shape} }, ${handler});\n`,
  });
  return (tool.handler ?? []).map(({ verb, when }) => `${verb}${when ? ` ${when.path}=${when.value}` : ''}`);
}

describe('what a handler does with one value of an argument', () => {
  it.each([
    ["async (args) => { if (args.action === 'delete') return drop(args.id); }", ['DELETE /action=delete']],
    [
      "async ({ action, id }) => { if ('delete' === action) await drop(id); else await look(id); }",
      ['DELETE /action=delete', 'GET /action=get', 'GET /action=purge'],
    ],
    ["async ({ action, id }) => (action === 'delete' ? drop(id) : undefined)", ['DELETE /action=delete']],
    [
      "async ({ action, id }) => { if (action === 'delete' || action === 'purge') await drop(id); }",
      ['DELETE /action=delete', 'DELETE /action=purge'],
    ],
    [
      "async ({ action, id }) => { if (['delete', 'purge'].includes(action)) await drop(id); }",
      ['DELETE /action=delete', 'DELETE /action=purge'],
    ],
    [
      "async (args) => { switch (args.action) { case 'delete': case 'purge': return drop(args.id); case 'get': return look(args.id); } }",
      ['DELETE /action=delete', 'DELETE /action=purge', 'GET /action=get'],
    ],
    ['async (args) => byAction[args.action](args)', ['DELETE /action=delete', 'GET /action=get']],
    [
      'async (args) => { const run = byAction[args.action]; return run(args); }',
      ['DELETE /action=delete', 'GET /action=get'],
    ],
    ['async ({ action, id }) => route(action, id)', ['GET', 'DELETE /action=delete']],
    [
      'async (args) => { const { action, ...rest } = z.object({}).parse(args); return route(action, rest.id); }',
      ['GET', 'DELETE /action=delete'],
    ],
    ['async ({ id, dryRun }) => { if (!dryRun) await drop(id); }', ['DELETE /dryRun=false']],
  ])('is said of %s', async (handler, expected) =>
    expect((await whensOf(handler)).toSorted()).toEqual(expected.toSorted()),
  );

  it.each([
    ['of another thing', "async ({ id }) => { const action = await ask(); if (action === 'delete') await drop(id); }"],
    ['that the schema does not allow', "async ({ action, id }) => { if (action === 'unknown') await drop(id); }"],
    [
      'beside another condition alone',
      "async ({ action, id }) => { if (action === 'delete' || force) await drop(id); }",
    ],
    [
      'before a case that runs on',
      "async ({ action, id }) => { switch (action) { default: case 'delete': await drop(id); } }",
    ],
  ])('is not said of a value %s', async (_why, handler) => expect(await whensOf(handler)).toEqual(['DELETE']));

  it('is said where one handler of calls leads to it', async () => {
    const { tools } = await extractFiles({
      'server.ts': `${head}const low = new Server({});
low.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [{ name: 'crates', description: 'd', inputSchema: { type: 'object', properties: { action: { enum: ['get', 'delete'] } } } }] }));
low.setRequestHandler(CallToolRequestSchema, async (request) => {
  const { name, arguments: args } = request.params;
  switch (name) { case 'crates': return route(args.action, args.id); }
});
`,
    });
    expect((tools[0]?.handler ?? []).map(({ verb, when }) => [verb, when])).toEqual([
      ['DELETE', { path: '/action', value: 'delete' }],
      ['GET', undefined],
    ]);
  });
});

it('finds the function of a tool in a table by its name', async () => {
  const { tools } = await extractFiles({
    'server.ts': `${head}const low = new Server({});
const handlers = { drop_crate: scrap, view_crate: view };
low.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [{ name: 'drop_crate', description: 'd', inputSchema: { type: 'object' } }, { name: 'view_crate', description: 'd', inputSchema: { type: 'object' } }] }));
low.setRequestHandler(CallToolRequestSchema, async (request) => handlers[request.params.name](request.params.arguments));
`,
  });
  expect(tools.map((tool) => tool.handler?.map(({ verb }) => verb))).toEqual([['DELETE'], ['GET']]);
});
