import { expect, it } from 'vitest';
import { extractOneFrom } from '../extract-for-test.ts';

const one = (use: string, fn: string) =>
  extractOneFrom({ 'src/main.rs': `${use}\nimpl McpServer for Harbour {\n    ${fn}\n}\n` });

it('takes the plain parameters of a function, with their documentation and other names, and none the library fills in', async () => {
  const { tool } = await one(
    'use mcp_attr::server::{mcp_server, McpServer, RequestContext};',
    `/// Weighs a crate.
    #[tool]
    async fn weigh(
        &self,
        /// Its mark,
        /// in paint.
        mark: String,
        #[arg("howOften")] times: Option<u32>,
        lids: Vec<Lid>,
        context: &RequestContext,
    ) -> Result<String> { todo!() }`,
  );
  expect(tool.definition).toEqual({
    name: 'weigh',
    description: 'Weighs a crate.',
    inputSchema: {
      type: 'object',
      properties: {
        mark: { type: 'string', description: 'Its mark,\nin paint.' },
        howOften: { type: ['integer', 'null'], minimum: 0 },
        lids: { type: 'array', items: {} },
      },
      required: ['mark', 'lids'],
    },
  });
  expect(tool.conformance.map(({ id }) => id)).toEqual(['unread-type']);
});

it.each([
  ['use mcp_attr::server::mcp_server;', '#[tool("hoist")]\n    fn lift(&self) {}', 'hoist'],
  ['use mcp_attr::server::mcp_server;', '#[tool]\n    fn lift(&self) {}', 'lift'],
  ['use harbour_mcp::tool;', '#[tool("Lifts it.")]\n    fn lift(&self) {}', 'lift'],
])('takes a bare text for the name where the library does: %s %j', async (use, fn, name) => {
  expect((await one(use, fn)).name).toBe(name);
});

const rmcp = 'use rmcp::{tool, tool_router};';
const noProperties = { type: 'object', properties: {} };

it.each([
  ['what the library fills in', 'peer: Peer<RoleServer>, id: RequestId'],
  ['a type that the repository has the library fill in', 'token: Token'],
  ['what the function has no name for', '_: JsonObject'],
])('takes %s for no parameter of rmcp', async (_, parameters) => {
  const { tool, inputSchema } = await extractOneFrom({
    'src/main.rs': `${rmcp}\nimpl Harbour {\n    #[tool(description = "Lifts.")]\n    async fn lift(&self, ${parameters}) {}\n}\n`,
    'src/token.rs': "impl<S> FromContextPart<ToolCallContext<'_, S>> for Token {}\n",
  });
  expect([inputSchema, tool.conformance]).toEqual([noProperties, []]);
});

it.each([
  ['a bare struct', 'weight: Weight'],
  ['a bare struct beside what the library fills in', 'peer: Peer<RoleServer>, weight: Weight'],
  ['whatever is sent', 'args: JsonObject'],
  ['a plain value without a mark', 'mark: String'],
])('does not say that nothing is taken where a function of rmcp takes %s', async (_, parameters) => {
  const { tool, inputSchema } = await one(
    `${rmcp}\nstruct Weight { mark: String }`,
    `#[tool(description = "Lifts.")]\n    async fn lift(&self, ${parameters}) {}`,
  );
  expect(inputSchema).toEqual({ type: 'object' });
  expect(tool.conformance.map(({ id }) => id)).toEqual(['unread-schema']);
});

it.each([
  ['schema_for_type::<Weight>()', { type: 'object', properties: { mark: { type: 'string' } }, required: ['mark'] }, []],
  [
    'rmcp::handler::server::common::schema_for_input::<Parameters<Weight>>().unwrap()',
    { type: 'object', properties: { mark: { type: 'string' } }, required: ['mark'] },
    [],
  ],
  ['harbour_schema()', { type: 'object' }, ['unread-schema']],
  ['schema_for_type::<Unwritten>()', { type: 'object' }, ['unread-schema']],
])('takes the schema that the attribute gives: %s', async (given, schema, findings) => {
  const { tool, inputSchema } = await one(
    `${rmcp}\nstruct Weight { mark: String }`,
    `#[tool(description = "Lifts.", input_schema = ${given})]\n    async fn lift(&self, args: JsonObject) {}`,
  );
  expect([inputSchema, tool.conformance.map(({ id }) => id)]).toEqual([schema, findings]);
});
