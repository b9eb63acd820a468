import { describe, expect, it } from 'vitest';
import { readTool } from '../../../../schema/tool-definition.ts';
import { extractFiles } from '../../extract-for-test.ts';

const framework = "import { MCPServer } from 'mcp-framework';\nnew MCPServer().start();\n";
const framed =
  "import { MCPTool } from 'mcp-framework';\nimport { z } from 'zod';\nexport default class Lift extends MCPTool {\n  name = 'lift';\n  description = 'Lifts.';\n  schema = { crate: { type: z.string(), description: 'Its mark.' } };\n  async execute({ crate }) { return fetch('https://dock.example/' + crate, { method: 'DELETE' }); }\n}\n";
const loaded =
  "import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';\nconst server = new McpServer({});\nfor (const Made of await load()) { const tool = new Made(); server.registerTool(tool.name, { description: tool.getDescription() }, tool.execute); }\n";
const bare =
  "import { z } from 'zod';\nexport class Lift extends Base {\n  constructor() { super(...arguments); this.name = 'lift'; this.annotations = { readOnlyHint: false }; }\n  getDescription() { return 'Lifts.'; }\n  getInputSchema() { return { crate: z.string() }; }\n  async execute() {}\n}\n";

async function read(files: Record<string, string>) {
  const { tools } = await extractFiles(files);
  return tools.map(({ definition, conformance }) => [readTool(definition).name, conformance.map(({ id }) => id)]);
}

describe('a class that is a tool', () => {
  it('is listed where its framework finds it by its folder', async () => {
    const { tools } = await extractFiles({ 'src/index.ts': framework, 'src/tools/lift.ts': framed });
    expect(tools.map(({ definition }) => readTool(definition).description)).toEqual(['Lifts.']);
    expect(tools[0]?.conformance.map(({ id }) => id)).not.toContain('unfollowed-registration');
    expect(tools[0]?.handler?.map(({ verb }) => verb)).toEqual(['DELETE']);
  });

  it('has the members of its schema, in the framework’s form and in Zod’s own', async () => {
    const { tools } = await extractFiles({ 'src/index.ts': framework, 'src/tools/lift.ts': framed });
    expect(readTool(tools[0]?.definition).inputSchema).toMatchObject({
      properties: { crate: { type: 'string', description: 'Its mark.' } },
    });
  });

  it('is listed where a registration could not be followed, and says so', async () => {
    expect(await read({ 'server.ts': loaded, 'tools/lift.ts': bare })).toEqual([['lift', ['unfollowed-registration']]]);
  });

  it.each([
    ['has no method that does it', bare.replace('execute', 'other')],
    ['has no words', bare.replace("'Lifts.'", 'load()')],
    ['has a computed name', bare.replace("'lift'", 'process.argv[2]')],
    ['has no schema', bare.replace('getInputSchema', 'getOther')],
    ['is abstract', bare.replace('export class', 'export abstract class')],
  ])('is not listed where it %s', async (_what, text) => {
    expect(await read({ 'server.ts': loaded, 'tools/lift.ts': text })).toEqual([]);
  });

  it('is not listed where every registration was followed', async () => {
    const closed =
      "import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';\nnew McpServer({}).registerTool('weigh', { description: 'd' }, () => ({}));\n";
    expect(await read({ 'server.ts': closed, 'tools/lift.ts': bare })).toEqual([['weigh', []]]);
  });
});
