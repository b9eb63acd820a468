import { expect, it } from 'vitest';
import { extractOneFrom } from '../extract-for-test.ts';

const weight = { type: 'object', properties: { mark: { type: 'string' } }, required: ['mark'] };

const one = (schema: string) =>
  extractOneFrom({
    'src/main.rs': `use rmcp::model::Tool;
struct Weight { mark: String }
fn own_schema<T: JsonSchema>() -> Arc<JsonObject> { todo!() }
fn lift() -> Tool {
    Tool { name: "lift".into(), description: Some("Lifts it.".into()), input_schema: ${schema}, output_schema: None }
}
`,
  });

it.each([
  ['schema_for_type::<Weight>()', weight, []],
  ['Arc::new(schema_for_type::<crate::Weight>())', weight, []],
  ['Arc::new(serde_json::to_value(schemars::schema_for!(Weight)).unwrap().as_object().unwrap().clone())', weight, []],
  ['own_schema::<Weight>()', weight, ['computed-schema']],
  ['schema_for_type::<Unwritten>()', { type: 'object' }, ['unread-schema']],
  ['convert::<Weight>()', { type: 'object' }, ['unread-schema']],
])('reads the type that a schema is made of: %s', async (schema, expected, findings) => {
  const { tool, inputSchema } = await one(schema);
  expect([inputSchema, tool.conformance.map(({ id }) => id)]).toEqual([expected, findings]);
});
