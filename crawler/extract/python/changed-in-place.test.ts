import { describe, expect, it } from 'vitest';
import { extractOne } from '../extract-for-test.ts';

const start = 'from mcp.server import Server\nfrom mcp.types import Tool\nserver = Server("harbour")\n';
const schema = '{"type": "object", "properties": {"crate": {"type": "string"}}, "required": ["crate"]}';

async function findingsOf(before: string, written = 'SCHEMA') {
  const { tool, inputSchema } = await extractOne(
    `${start}${before}\nlisted = [Tool(name="lift", description="Lift.", inputSchema=${written})]\n`,
  );
  expect(inputSchema).toMatchObject({ properties: { crate: { type: 'string' } } });
  return tool.conformance.map(({ id }) => id);
}

describe('a schema that is changed after it was written', () => {
  it.each([
    'SCHEMA["additionalProperties"] = False',
    'SCHEMA["properties"]["berth"] = ask()',
    'SCHEMA["required"] += ask()',
    'SCHEMA["required"].append("berth")',
    'SCHEMA.update(ask())',
    'del SCHEMA["required"]',
    'def change():\n    SCHEMA["properties"]["berth"] = {}',
  ])('is marked as computed: %s', async (change) => {
    expect(await findingsOf(`SCHEMA = ${schema}\n${change}`)).toContain('computed-schema');
  });

  it('is marked where the part that is changed has a name of its own', async () => {
    const parts = 'PARTS = {"crate": {"type": "string"}}\nPARTS["berth"] = ask()';
    expect(await findingsOf(parts, '{"type": "object", "properties": PARTS}')).toContain('computed-schema');
  });

  it.each([
    ['nothing is changed', ''],
    ['it is only read', 'print(SCHEMA["properties"], SCHEMA.get("required"))'],
    ['another of its name is changed', 'def other():\n    SCHEMA = {}\n    SCHEMA["x"] = 1'],
  ])('is not marked where %s', async (_, more) => {
    expect(await findingsOf(`SCHEMA = ${schema}\n${more}`)).not.toContain('computed-schema');
  });

  it('is not marked where it is taken out of a table that others are added to', async () => {
    const table = `TABLE = {"lift": ${schema}}\nTABLE["lower"] = ask()`;
    expect(await findingsOf(table, 'TABLE["lift"]')).not.toContain('computed-schema');
  });
});
