import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTool } from '../../../schema/tool-definition.ts';
import { extractFiles } from '../extract-for-test.ts';

const server = `import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
const server = new Server({});
server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: await convert() }));
async function convert() { const document = await load(); return operationsOf(document).map((operation) => toTool(operation.operationId)); }
`;
const grouped = `${server}const group = 'DOCK';\nconst tools = { [group]: { methods: [] } };\n`;
const document = {
  openapi: '3.1.0',
  paths: {
    '/crates/{id}': {
      parameters: [{ $ref: '#/components/parameters/Id' }],
      get: {
        operationId: 'weigh-crate',
        summary: 'Weigh a crate',
        parameters: [
          { name: 'unit', in: 'query', schema: { enum: ['kg', 'lb'] } },
          { name: 'X-Key', in: 'header', schema: {} },
        ],
      },
      delete: { operationId: 'drop-crate' },
      put: {
        operationId: 'fill-crate',
        description: 'Fills it.',
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Filling' } } } },
      },
    },
  },
  components: {
    parameters: {
      Id: { name: 'id', in: 'path', required: true, schema: { type: 'string' }, description: 'Its mark.' },
    },
    schemas: {
      Filling: {
        type: 'object',
        properties: { what: { type: 'string' }, inside: { $ref: '#/components/schemas/Filling' } },
        required: ['what'],
      },
    },
  },
};
const text = JSON.stringify(document, null, 2);

async function namesOf(files: Record<string, string>): Promise<string[]> {
  return (await extractFiles(files)).tools.map(({ definition }) => readTool(definition).name);
}

describe('a server that makes its tools of an OpenAPI document', () => {
  it('has a tool for each operation, with its arguments and what it sends', async () => {
    const { tools, notes } = await extractFiles({ 'server.ts': server, 'api/dock-openapi.json': text });
    expect(tools.map(({ definition }) => readTool(definition).name)).toEqual([
      'weigh-crate',
      'drop-crate',
      'fill-crate',
    ]);
    expect(tools[0]).toMatchObject({
      definition: {
        name: 'weigh-crate',
        description: 'Weigh a crate',
        inputSchema: {
          type: 'object',
          properties: { id: { type: 'string', description: 'Its mark.' }, unit: { enum: ['kg', 'lb'] } },
          required: ['id'],
        },
      },
      provenance: { from: 'source', file: 'api/dock-openapi.json', line: 11 },
    });
    expect(tools[1]?.handler).toEqual([
      { kind: 'http', verb: 'DELETE', quote: '"operationId": "drop-crate"', file: 'api/dock-openapi.json', line: 32 },
    ]);
    expect(tools[1]?.conformance.map(({ id }) => id)).toContain('computed-name');
    expect(notes.join(' ')).toContain('made of the operations in api/dock-openapi.json');
  });

  it('takes the body’s members for arguments, and leaves open what refers to itself', async () => {
    const { tools } = await extractFiles({ 'server.ts': server, 'openapi.json': text });
    const schema = readTool(tools[2]?.definition).inputSchema;
    expect(schema?.required).toEqual(['id', 'what']);
    expect(JSON.stringify(schema)).not.toContain('$ref');
  });

  it('puts the group of the common converter before each id', async () => {
    expect(await namesOf({ 'server.ts': grouped, 'openapi.json': text })).toEqual([
      'DOCK-weigh-crate',
      'DOCK-drop-crate',
      'DOCK-fill-crate',
    ]);
  });

  it.each([
    ['whose scripts take no operations', { 'server.ts': server.replace('.operationId', '.id'), 'openapi.json': text }],
    ['with two documents', { 'server.ts': server, 'openapi.json': text, 'v2/swagger.json': `${text} ` }],
    ['whose document lies among tests', { 'server.ts': server, 'tests/openapi.json': text }],
    ['whose document is broken', { 'server.ts': server, 'openapi.json': text.slice(0, -5) }],
    ['whose document is a list', { 'server.ts': server, 'openapi.json': `[${text}]` }],
  ])('has none %s', async (_what, files) => expect(await namesOf(files)).toEqual([]));

  it('has none of it where tools are written in the source', async () => {
    const written = server.replace('await convert()', "[{ name: 'weigh', description: 'd', inputSchema: {} }]");
    expect(await namesOf({ 'server.ts': written, 'openapi.json': text })).toEqual(['weigh']);
  });

  it('survives whatever a document holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (value) => {
        const hostile = `{"openapi":"3","__proto__":{},"paths":{"/x":{"get":{"operationId":"x","parameters":${JSON.stringify([value, { $ref: '#/paths' }])},"requestBody":${JSON.stringify(value)}}}}}`;
        expect(await namesOf({ 'server.ts': server, 'openapi.json': hostile })).toEqual(['x']);
      }),
      { numRuns: 20 },
    );
  });

  it('stays bounded where references multiply', async () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 40 }, (_, n) => [
        `S${n}`,
        {
          type: 'object',
          properties: { a: { $ref: `#/components/schemas/S${n + 1}` }, b: { $ref: `#/components/schemas/S${n + 1}` } },
        },
      ]),
    );
    const bomb = JSON.stringify({
      openapi: '3.0.0',
      paths: {
        '/x': {
          post: {
            operationId: 'x',
            requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/S0' } } } },
          },
        },
      },
      components: { schemas },
    });
    const { tools } = await extractFiles({ 'server.ts': server, 'openapi.json': bomb });
    expect(JSON.stringify(tools[0]?.definition).length).toBeLessThan(400_000);
  });
});
