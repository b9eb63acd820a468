import { expect, it } from 'vitest';
import { readTool } from '../../../../schema/tool-definition.ts';
import { extractFiles } from '../../extract-for-test.ts';

const loader =
  "import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';\nimport { readdir } from 'node:fs/promises';\nconst server = new McpServer({});\nfor (const file of await readdir('./tools')) { const tool = await import(file); server.registerTool(tool.method, { description: tool.description, inputSchema: tool.parameters.shape }, tool.handler); }\n";
const lift =
  "import { z } from 'zod';\nexport const method = 'liftCrate';\nexport const description = 'Lifts.';\nexport const parameters = z.object({ crate: z.string() });\nexport async function handler() {}\n";

it('lists files that are tools where a loader finds them by their folder, and says so', async () => {
  const { tools } = await extractFiles({ 'server.ts': loader, 'tools/lift.ts': lift });
  expect(tools.map(({ definition, conformance }) => [definition, conformance.map(({ id }) => id)])).toEqual([
    [
      {
        name: 'liftCrate',
        description: 'Lifts.',
        inputSchema: { type: 'object', properties: { crate: { type: 'string' } }, required: ['crate'] },
      },
      ['unfollowed-registration'],
    ],
  ]);
});

it.each([
  ['has no schema', lift.replace('parameters', 'other')],
  ['has no handler', lift.replace('handler', 'other')],
  ['has no words', lift.replace("'Lifts.'", 'load()')],
  ['has a computed name', lift.replace("'liftCrate'", 'process.argv[2]')],
])('does not list a file that %s', async (_what, text) => {
  const { tools } = await extractFiles({ 'server.ts': loader, 'tools/lift.ts': text });
  expect(tools.map(({ definition }) => readTool(definition).name)).toEqual([]);
});
