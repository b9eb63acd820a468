import { describe, expect, it } from 'vitest';
import { readTool } from '../../../../schema/tool-definition.ts';
import { extractFiles } from '../../extract-for-test.ts';

async function schemaOf(expression: string, before = '', library = "import { z } from 'zod';") {
  const { tools } = await extractFiles({
    'server.ts': `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';\n${library}\n${before}\nconst server = new McpServer({});\nserver.registerTool('t', { description: 'd', inputSchema: { p: ${expression} } }, () => ({}));\n`,
  });
  const { inputSchema } = readTool(tools[0]?.definition);
  return { schema: inputSchema, findings: tools[0]?.conformance.map(({ id }) => id) };
}

describe('a Zod schema', () => {
  it.each([
    ['z.string().min(1).max(9)', { type: 'string', minLength: 1, maxLength: 9 }],
    ['z.number().int().min(1)', { type: 'integer', minimum: 1 }],
    ["z.enum(['a', 'b'])", { type: 'string', enum: ['a', 'b'] }],
    ["z.literal('a')", { type: 'string', const: 'a' }],
    ["z.union([z.literal('a'), z.literal('b')])", { type: 'string', enum: ['a', 'b'] }],
    ['z.union([z.string(), z.number()])', { anyOf: [{ type: 'string' }, { type: 'number' }] }],
    [
      'z.array(z.string().url()).describe("Where.")',
      { type: 'array', items: { type: 'string', format: 'uri' }, description: 'Where.' },
    ],
    ['z.record(z.string(), z.number())', { type: 'object', additionalProperties: { type: 'number' } }],
    ['z.string().nullable()', { type: ['string', 'null'] }],
    [
      'Base.extend({ b: z.boolean() }).partial({ b: true })',
      { type: 'object', properties: { a: { type: 'string' }, b: { type: 'boolean' } }, required: ['a'] },
    ],
    [
      'Base.merge(z.object({ c: z.any() })).omit({ a: true })',
      { type: 'object', properties: { c: {} }, required: ['c'] },
    ],
    ['z.enum(Kinds)', { type: 'string', enum: ['x', 'y'] }],
    ['z.string().refine((v) => v).transform(Number)', { type: 'string' }],
  ])('%s is listed as its JSON Schema', async (expression, expected) => {
    const before = "const Base = z.object({ a: z.string() });\nconst Kinds = ['x', 'y'] as const;";
    expect(await schemaOf(expression, before)).toEqual({
      schema: { type: 'object', properties: { p: expected }, required: ['p'] },
      findings: [],
    });
  });

  it.each(['z.string().optional()', "z.string().default('a')", 'z.string().nullish()'])(
    '%s need not be given',
    async (expression) => {
      expect((await schemaOf(expression)).schema?.required).toBeUndefined();
    },
  );

  it('that cannot be read leaves the parameter and says so', async () => {
    expect(await schemaOf('make(1)')).toEqual({
      schema: { type: 'object', properties: { p: {} }, required: ['p'] },
      findings: ['computed-schema'],
    });
  });

  it('of TypeBox is read as well', async () => {
    const { schema } = await schemaOf(
      "Type.Object({ a: Type.Optional(Type.String({ description: 'x' })) })",
      '',
      "import { Type } from '@sinclair/typebox';",
    );
    expect(schema?.properties).toEqual({
      p: { type: 'object', properties: { a: { type: 'string', description: 'x' } } },
    });
  });
});
