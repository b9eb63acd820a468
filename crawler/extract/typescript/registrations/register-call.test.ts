import { describe, expect, it } from 'vitest';
import { readTool } from '../../../../schema/tool-definition.ts';
import { extractFiles } from '../../extract-for-test.ts';

const head =
  "import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';\nimport { z } from 'zod';\nconst server = new McpServer({ name: 'harbour', version: '1' });\n";

async function namesOf(files: Record<string, string>): Promise<string[]> {
  return (await extractFiles(files)).tools.map((tool) => readTool(tool.definition).name);
}

describe('a tool registered by a call', () => {
  it('has the parts of its configuration', async () => {
    const { tools } = await extractFiles({
      'server.ts': `${head}server.registerTool('weigh', { title: 'Weigh', description: 'Weighs ' + 'a crate.', inputSchema: { crate: z.string().describe('Its mark.'), twice: z.boolean().default(false) }, annotations: { readOnlyHint: true } }, async () => ({ content: [] }));\n`,
    });
    expect(tools).toHaveLength(1);
    expect(tools[0]).toMatchObject({ provenance: { from: 'source', file: 'server.ts', line: 4 }, conditions: [] });
    expect(tools[0]?.definition).toEqual({
      name: 'weigh',
      title: 'Weigh',
      description: 'Weighs a crate.',
      inputSchema: {
        type: 'object',
        properties: {
          crate: { type: 'string', description: 'Its mark.' },
          twice: { type: 'boolean', default: false },
        },
        required: ['crate'],
      },
      annotations: { readOnlyHint: true },
    });
  });

  it.each([
    ["server.tool('weigh', run)", { description: undefined, annotations: undefined, keys: [] }],
    ["server.tool('weigh', 'Weighs.', run)", { description: 'Weighs.', annotations: undefined, keys: [] }],
    [
      "server.tool('weigh', { crate: z.string() }, run)",
      { description: undefined, annotations: undefined, keys: ['crate'] },
    ],
    [
      "server.tool('weigh', 'Weighs.', { crate: z.string() }, { readOnlyHint: true }, run)",
      { description: 'Weighs.', annotations: { readOnlyHint: true }, keys: ['crate'] },
    ],
    [
      "server.tool('weigh', 'Weighs.', { readOnlyHint: true }, run)",
      { description: 'Weighs.', annotations: { readOnlyHint: true }, keys: [] },
    ],
    [
      "server.tool('weigh', 'Weighs.', Shape.shape, run)",
      { description: 'Weighs.', annotations: undefined, keys: ['crate'] },
    ],
  ])('is read in the form %s', async (call, expected) => {
    const { tools } = await extractFiles({
      'server.ts': `${head}const Shape = z.object({ crate: z.string() });\nconst run = async () => ({ content: [] });\n${call};\n`,
    });
    const tool = readTool(tools[0]?.definition);
    const properties: unknown = tool.inputSchema?.properties;
    expect({
      description: tool.description,
      annotations: tool.annotations,
      keys: Object.keys(properties ?? {}),
    }).toEqual(expected);
  });

  it.each([
    [
      'a constant of another file',
      { 'names.ts': "export const WEIGH = 'weigh';\n" },
      "import { WEIGH } from './names.js';",
      'WEIGH',
    ],
    ['a member of a constant object', {}, "const T = { weigh: 'weigh' } as const;", 'T.weigh'],
    ['an enumeration', {}, "enum T { Weigh = 'weigh' }", 'T.Weigh'],
    ['a template', {}, "const P = 'we';", `\`\${P}igh\``],
    [
      'a barrel that passes on everything',
      { 'names/a.ts': "export const WEIGH = 'weigh';\n", 'names/index.ts': "export * from './a.js';\n" },
      "import * as names from './names/index.js';",
      'names.WEIGH',
    ],
  ])('takes its name from %s', async (_kind, others, before, name) => {
    const source = `${before}\n${head}server.registerTool(${name}, { description: 'd', inputSchema: {} }, async () => ({}));\n`;
    expect(await namesOf({ ...others, 'server.ts': source })).toEqual(['weigh']);
  });

  it('is found for each round of a loop over modules', async () => {
    const tool = (name: string) =>
      `import { z } from 'zod';\nexport const name = '${name}';\nexport const description = 'Does ${name}.';\nexport const inputSchema = { crate: z.string() };\nexport const execute = async () => ({});\n`;
    const { tools } = await extractFiles({
      'tools/weigh.ts': tool('weigh'),
      'tools/lift.ts': tool('lift'),
      'tools/index.ts':
        "import * as weigh from './weigh.js';\nimport * as lift from './lift.js';\nexport default { weigh, lift };\n",
      'server.ts': `import tools from './tools/index.js';\n${head}for (const tool of Object.values(tools)) server.tool(tool.name, tool.description, tool.inputSchema, tool.execute);\n`,
    });
    expect(tools.map((one) => [readTool(one.definition).name, one.provenance])).toEqual([
      ['weigh', { from: 'source', file: 'tools/weigh.ts', line: 2 }],
      ['lift', { from: 'source', file: 'tools/lift.ts', line: 2 }],
    ]);
  });

  it('is found through a factory, a method of a base class and a function that is handed the definition', async () => {
    const source = `${head}
const defineTool = (make) => (args) => ({ ...make(args), scoped: true });
const lift = defineTool((args) => ({ name: 'lift', description: 'Lifts.', inputSchema: {}, handler: async () => ({}) }));
class Base { register(to) { to.registerTool(this.name, { description: this.description, inputSchema: {} }, () => ({})); } }
class Weigh extends Base { name = 'weigh'; description = 'Weighs.'; }
function add(tool) { server.registerTool(tool.name, { description: tool.description, inputSchema: tool.inputSchema }, tool.handler); }
const made = [];
for (const tool of [lift]) { if (typeof tool === 'function') made.push(tool({})); else made.push(tool); }
made.forEach((tool) => add(tool));
for (const tool of [new Weigh()]) tool.register(server);
`;
    const { tools } = await extractFiles({ 'server.ts': source });
    expect(tools.map((tool) => [readTool(tool.definition).name, tool.conditions]).toSorted()).toEqual([
      ['lift', []],
      ['weigh', []],
    ]);
  });

  it('has the condition that it stands under', async () => {
    const { tools } = await extractFiles({
      'server.ts': `${head}if (process.env.WRITES) server.registerTool('lift', { description: 'd', inputSchema: {} }, () => ({}));\n`,
    });
    expect(tools[0]?.conditions).toEqual(['process.env.WRITES']);
  });

  it('is not listed where nothing calls the function around it, with a note that says so', async () => {
    const { tools, notes } = await extractFiles({
      'server.ts': `${head}export function registerCranes(to) { to.registerTool('lift', { description: 'd', inputSchema: {} }, () => ({})); }\n`,
    });
    expect(tools).toEqual([]);
    expect(notes).toEqual(['registerCranes (server.ts:4) is never called; 1 tools in it are not listed.']);
  });

  it.each([
    "server.registerPrompt('greet', { description: 'd' }, () => ({}))",
    "server.registerResource('log', 'log://x', { description: 'd' }, () => ({}))",
    "server.prompt('greet', 'd', () => ({}))",
    "const functions = [{ type: 'function', function: { name: 'lift', description: 'd', parameters: { type: 'object' } } }]",
    "const options = { capabilities: { tools: { lift: { name: 'lift', description: 'd' } } } }",
    "const info = { name: 'harbour', description: 'A server.', handler: () => {} }",
    "shed.tool('hammer')",
  ])('is not made of %s', async (statement) => {
    expect(await namesOf({ 'server.ts': `${head}${statement};\n` })).toEqual([]);
  });

  it('whose name is made at run time is noted and not listed', async () => {
    const { tools, notes } = await extractFiles({
      'server.ts': `${head}server.registerTool(await fetchName(), { description: 'd', inputSchema: {} }, () => ({}));\n`,
    });
    expect(tools).toEqual([]);
    expect(notes.join(' ')).toContain('server.ts:4 registers a tool whose name is made when the server starts');
  });
});
