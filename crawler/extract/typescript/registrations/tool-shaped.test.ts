import { describe, expect, it } from 'vitest';
import { readTool } from '../../../../schema/tool-definition.ts';
import { extractFiles } from '../../extract-for-test.ts';

const open =
  "import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';\nconst server = new McpServer({});\nfor (const tool of await discover()) server.registerTool(tool.name, { description: tool.description, inputSchema: tool.schema }, tool.run);\n";
const closed =
  "import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';\nconst server = new McpServer({});\nserver.registerTool('weigh', { description: 'd', inputSchema: {} }, () => ({}));\n";
const lift =
  "export const lift = { name: 'lift', description: 'Lifts.', schema: { type: 'object' }, run: () => ({}) };\n";

async function namesOf(files: Record<string, string>): Promise<string[]> {
  return (await extractFiles(files)).tools.map((tool) => readTool(tool.definition).name);
}

describe('an object that is written as a tool', () => {
  it('is listed where a registration could not be followed, and says so', async () => {
    const { tools, notes } = await extractFiles({ 'server.ts': open, 'tools/lift.ts': lift });
    expect(tools.map((tool) => [readTool(tool.definition).name, tool.conformance.map(({ id }) => id)])).toEqual([
      ['lift', ['unfollowed-registration']],
    ]);
    expect(notes.join(' ')).toContain('could not be followed');
  });

  it('is not listed where every registration was followed', async () => {
    expect(await namesOf({ 'server.ts': closed, 'tools/lift.ts': lift })).toEqual(['weigh']);
  });

  it.each([
    "export const x = { type: 'function', function: { name: 'lift', description: 'd', parameters: {} } };",
    "export const x = { type: 'function', name: 'lift', description: 'd', parameters: {} };",
    "export const x = { name: 'lift', description: 'd', arguments: [], schema: {} };",
    "export const x = { name: 'harbour', description: 'd', version: '1' };",
    "export const x = { name: 'A crane that lifts.', description: 'd', schema: {} };",
  ])('is not %s', async (text) => {
    expect(await namesOf({ 'server.ts': open, 'other.ts': `${text}\n` })).toEqual([]);
  });

  it.each(['lift.test.ts', 'examples/lift.ts', 'docs/lift.ts', 'README.md'])('is not taken from %s', async (path) => {
    expect(await namesOf({ 'server.ts': open, [path]: lift })).toEqual([]);
  });
});
