import { describe, expect, it } from 'vitest';
import { readTool } from '../../../../schema/tool-definition.ts';
import { extractFiles } from '../../extract-for-test.ts';

const head =
  "import { Server } from '@modelcontextprotocol/sdk/server/index.js';\nimport { ListToolsRequestSchema, CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js';\nimport { zodToJsonSchema } from 'zod-to-json-schema';\nimport { z } from 'zod';\nconst server = new Server({ name: 'x', version: '1' });\n";

describe('a list that a handler returns', () => {
  it('gives every object, through spreads, filters and maps', async () => {
    const { tools } = await extractFiles({
      'server.ts': `${head}const Lift = z.object({ crate: z.string(), to: z.enum(['deck', 'quay']).optional() });
const reading = [{ name: 'weigh', description: 'Weighs.', inputSchema: { type: 'object', properties: { crate: { type: 'string' } }, required: ['crate'] } }];
const writing = [{ name: 'lift', description: \`Lifts \${1} crate.\`, inputSchema: zodToJsonSchema(Lift) }];
server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [...reading, ...writing].filter(Boolean).map((tool) => ({ ...tool })) }));
`,
    });
    expect(tools.map((tool) => tool.definition)).toEqual([
      {
        name: 'weigh',
        description: 'Weighs.',
        inputSchema: { type: 'object', properties: { crate: { type: 'string' } }, required: ['crate'] },
      },
      {
        name: 'lift',
        description: 'Lifts 1 crate.',
        inputSchema: {
          type: 'object',
          properties: { crate: { type: 'string' }, to: { type: 'string', enum: ['deck', 'quay'] } },
          required: ['crate'],
        },
      },
    ]);
    expect(tools.map((tool) => tool.provenance)).toMatchObject([{ line: 7 }, { line: 8 }]);
  });

  it('gives what only some runs list under its condition', async () => {
    const { tools } = await extractFiles({
      'server.ts': `${head}const lift = { name: 'lift', description: 'Lifts.', inputSchema: { type: 'object' } };
server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [...(process.env.WRITES ? [lift] : [])] }));
`,
    });
    expect(tools.map((tool) => [readTool(tool.definition).name, tool.conditions])).toEqual([
      ['lift', ['process.env.WRITES']],
    ]);
  });

  it('is followed into a registry that other statements fill', async () => {
    const { tools } = await extractFiles({
      'registry.ts':
        'const known = new Map();\nexport function add(tool) { known.set(tool.definition.name, tool); }\nexport const all = () => Array.from(known.values()).map((tool) => tool.definition);\n',
      'server.ts': `${head}import { add, all } from './registry.js';
class Base { constructor(definition) { this.definition = definition; } }
class Lift extends Base { constructor() { super({ name: 'lift', description: 'Lifts.', inputSchema: { type: 'object' } }); } }
add(new Lift());
server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: all() }));
`,
    });
    expect(tools.map((tool) => readTool(tool.definition).name)).toEqual(['lift']);
  });

  it('has the evidence of the branch that handles the tool', async () => {
    const { tools } = await extractFiles({
      'server.ts': `${head}import { execSync } from 'node:child_process';
server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [{ name: 'drop', description: 'd', inputSchema: { type: 'object' } }, { name: 'look', description: 'd', inputSchema: { type: 'object' } }] }));
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  switch (request.params.name) {
    case 'drop': return fetch('https://dock.example/crates', { method: 'DELETE' });
    case 'look': return execSync('ls');
  }
});
`,
    });
    expect(tools.map((tool) => tool.handler?.map(({ kind, verb, line }) => [kind, verb, line]))).toEqual([
      [['http', 'DELETE', 10]],
      [['process', 'spawn', 11]],
    ]);
  });

  it('that is made at run time gives a note', async () => {
    const { tools, notes } = await extractFiles({
      'server.ts': `${head}server.setRequestHandler(ListToolsRequestSchema, async () => load());\n`,
    });
    expect(tools).toEqual([]);
    expect(notes.join(' ')).toContain('makes its list of tools when the server starts');
  });
});
