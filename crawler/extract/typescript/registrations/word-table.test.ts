import { expect, it } from 'vitest';
import { extractFiles, extractNames } from '../../extract-for-test.ts';

const server =
  "import { Server } from '@modelcontextprotocol/sdk/server/index.js';\nconst server = new Server({});\nfor (const tool of await discover()) keep(server, tool);\n";
const lift = "export const lift = { name: 'lift', description: 'Lifts.', inputSchema: { type: 'object' } };\n";

const withTable = (table: string) => ({ 'server.ts': server, 'lift.ts': lift, 'table.ts': table });

it('leaves out a table of named things without schema or handler, and says so', async () => {
  const table =
    "const FORMS: Record<string, Form> = {\n  bill: { name: 'bill', description: 'A bill of lading.', form: '{{mark}}', parameters: ['mark'] },\n  pass: { name: 'pass', description: 'A gate pass.', form: '{{side}}', parameters: ['side', 'mark'] },\n};\nexport const fill = (name: string) => FORMS[name];\n";
  const { tools, notes } = await extractFiles(withTable(table));
  expect(tools).toMatchObject([{ definition: { name: 'lift' } }]);
  expect(notes.filter((note) => note.startsWith('table.ts'))).toEqual([
    'table.ts:1: the 2 things that are named and described there have neither a schema nor a handler, and nothing registers them; they are not listed.',
  ]);
});

it('leaves out the tables of a database', async () => {
  const table = "export const tables = [{ name: 'crates', description: 'All crates.', schema: 'public' }];\n";
  expect(await extractNames(withTable(table))).toEqual(['lift']);
});

it.each([
  ['a row has a handler', "const all = [{ name: 'weigh', description: 'd', parameters: ['mark'], run: () => 1 }];"],
  [
    'another row has a schema',
    "const all = [{ name: 'weigh', description: 'd', parameters: ['mark'] }, { name: 'sink', description: 'd', parameters: { mark: { type: 'string' } } }];",
  ],
  [
    'a row describes its parameters',
    "const all = [{ name: 'weigh', description: 'd', parameters: [{ name: 'mark' }] }];",
  ],
  ['a schema is a text of JSON', `const all = [{ name: 'weigh', description: 'd', schema: '{"type":"object"}' }];`],
  ['a schema cannot be read', "const all = [{ name: 'weigh', description: 'd', schema: made() }];"],
  ['its name speaks of tools', "const allTools = [{ name: 'weigh', description: 'd', parameters: ['mark'] }];"],
  ['its type speaks of tools', "const all: Tool[] = [{ name: 'weigh', description: 'd', parameters: ['mark'] }];"],
  [
    'what is checked of it speaks of tools',
    "const all = [{ name: 'weigh', description: 'd', parameters: ['mark'] }] satisfies ToolRow[];",
  ],
  [
    'the function that gives it speaks of tools',
    "function listTools() { return [{ name: 'weigh', description: 'd', parameters: ['mark'] }]; }",
  ],
  [
    'its file serves tools',
    "const all = [{ name: 'weigh', description: 'd', parameters: ['mark'] }];\nexport const on = { 'tools/list': () => show(all) };",
  ],
])('keeps a table of which %s', async (_, table) => {
  expect(await extractNames(withTable(`${table}\n`))).toContain('weigh');
});
