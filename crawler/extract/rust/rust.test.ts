import { describe, expect, it } from 'vitest';
import { extractFiles, extractNames, extractOneFrom } from '../extract-for-test.ts';
import { renameAll } from './rename.ts';

const head = 'use rmcp::{tool, tool_router};\n';
const one = (method: string, more: Record<string, string> = {}) =>
  extractOneFrom({ 'src/main.rs': `${head}#[tool_router]\nimpl Harbour {\n${method}\n}\n`, ...more });

describe('a function with #[tool]', () => {
  it('has the name, words, hints and parameters of its attributes and types', async () => {
    const { tool } = await one(
      `    #[tool(name = "weigh_crate", description = concat!("Weighs ", "a crate."), annotations(title = "Weigh", read_only_hint = false, destructive_hint = true))]
    async fn weigh(&self, Parameters(Weigh { mark, .. }): Parameters<Weigh>, ctx: RequestContext<RoleServer>) -> String { String::new() }`,
      {
        'src/types.rs': `#[derive(Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Weigh {
    /// Its mark,
    /// in paint.
    pub crate_mark: String,
    #[schemars(description = "How often.", range(min = 1, max = 5))]
    pub times: u32,
    #[serde(default)]
    twice: bool,
    berths: Option<Vec<Berth>>,
    side: Side,
    #[serde(flatten)]
    page: Page,
    #[serde(skip)]
    hidden: String,
    limits: std::collections::HashMap<String, f64>,
}
#[derive(JsonSchema)]
struct Berth { #[serde(rename = "nr")] number: i64, next: Option<Box<Berth>> }
#[serde(rename_all = "lowercase")]
enum Side { Port, #[serde(rename = "star")] Starboard }
struct Page { cursor: Option<String> }
`,
      },
    );
    expect(tool.definition).toEqual({
      name: 'weigh_crate',
      description: 'Weighs a crate.',
      inputSchema: {
        type: 'object',
        properties: {
          crateMark: { type: 'string', description: 'Its mark,\nin paint.' },
          times: { type: 'integer', minimum: 1, maximum: 5, description: 'How often.' },
          twice: { type: 'boolean' },
          berths: {
            type: ['array', 'null'],
            items: { type: 'object', properties: { nr: { type: 'integer' }, next: {} }, required: ['nr'] },
          },
          side: { type: 'string', enum: ['port', 'star'] },
          cursor: { type: ['string', 'null'] },
          limits: { type: 'object', additionalProperties: { type: 'number' } },
        },
        required: ['crateMark', 'times', 'side', 'limits'],
      },
      annotations: { title: 'Weigh', readOnlyHint: false, destructiveHint: true },
    });
    expect(tool.provenance).toMatchObject({ file: 'src/main.rs', line: 5 });
  });

  it('takes its words from the documentation, its name from the function', async () => {
    const { name, description, inputSchema } = await one('/// Weighs\n/// a crate.\n#[tool]\nfn weigh(&self) {}');
    expect([name, description, inputSchema]).toEqual(['weigh', 'Weighs\na crate.', { type: 'object', properties: {} }]);
  });

  it('reads a tagged enumeration as one object for each variant', async () => {
    const { inputSchema } = await one('#[tool]\nfn act(&self, Parameters(a): Parameters<Action>) {}\n', {
      'src/a.rs':
        '#[serde(tag = "action", rename_all = "snake_case")]\nenum Action { OpenCrate { mark: String }, Sink }',
    });
    expect(inputSchema).toEqual({
      type: 'object',
      oneOf: [
        {
          type: 'object',
          properties: { action: { type: 'string', const: 'open_crate' }, mark: { type: 'string' } },
          required: ['action', 'mark'],
        },
        { type: 'object', properties: { action: { type: 'string', const: 'sink' } }, required: ['action'] },
      ],
    });
  });

  it.each([
    ['description = WORDS', 'Weighs.'],
    ['description = r#"Weighs "it"."#', 'Weighs "it".'],
    ['description = "Weighs \\\n        it."', 'Weighs it.'],
    ['description = concat!("Weighs ", env!("X"))', 'Weighs {…}'],
  ])('reads %s', async (given, words) => {
    const { description } = await one(`#[tool(${given})]\nfn weigh(&self) {}`, {
      'src/w.rs': 'pub const WORDS: &str = "Weighs.";',
    });
    expect(description).toBe(words);
  });

  it('says under which feature it is compiled', async () => {
    expect((await one('#[cfg(feature = "write")]\n#[tool]\nfn weigh(&self) {}')).tool.conditions).toEqual([
      'feature = "write"',
    ]);
  });

  it('in a module of tests, or of a program that knows no protocol, is no tool', async () => {
    expect(
      await extractNames({
        'src/a.rs': `${head}#[cfg(test)]\nmod tests { #[tool]\nfn weigh() {} }`,
        'tests/b.rs': `${head}#[tool]\nfn weigh() {}`,
      }),
    ).toEqual([]);
    expect(await extractNames({ 'src/a.rs': '#[tool]\nfn weigh() {}' })).toEqual([]);
  });
});

describe('a struct with #[mcp_tool]', () => {
  const struct =
    '#[mcp_tool(\n  name = "weigh_crate",\n  description = concat!("Weighs ", "it."),\n  destructive_hint = false,\n  icons = [(src = "x", sizes = ["1"])],\n  read_only_hint = true,\n)]\npub struct Weigh {\n  /// Its mark.\n  pub mark: String,\n}\nimpl Weigh { async fn run_tool(params: Self) { tokio::fs::remove_file(p).await; } }\n';

  it('has its name, words, hints, fields and what its function does', async () => {
    const { tool } = await extractOneFrom({ 'src/weigh.rs': struct, 'src/tools.rs': 'tool_box!(Tools, [Weigh]);' });
    expect(tool.definition).toEqual({
      name: 'weigh_crate',
      description: 'Weighs it.',
      inputSchema: {
        type: 'object',
        properties: { mark: { type: 'string', description: 'Its mark.' } },
        required: ['mark'],
      },
      annotations: { destructiveHint: false, readOnlyHint: true },
    });
    expect(tool.handler).toMatchObject([{ kind: 'file', verb: 'unlink' }]);
  });

  it('that is in no tool_box is noted, not listed', async () => {
    const { tools, notes } = await extractFiles({
      'src/weigh.rs': struct,
      'src/tools.rs': 'tool_box!(Tools, [Other]);',
    });
    expect(tools).toEqual([]);
    expect(notes.join(' ')).toContain('Weigh (src/weigh.rs:8) is in no tool_box!');
  });
});

describe('a tool object', () => {
  const schema = { type: 'object', properties: { mark: { type: 'string' } } };
  const json = '{"type": "object", "properties": {"mark": {"type": "string",},},}';
  it.each([
    [`Tool::new("weigh", "Weighs.", serde_json::json!(${json}).as_object().unwrap().clone())`],
    [`Tool { name: "weigh".into(), description: Some("Weighs.".into()), input_schema: Arc::new(json!(${json})) }`],
    [
      `vec![Tool { name: Cow::Borrowed("weigh"), description: Some(Cow::Borrowed("Weighs.")), input_schema: Arc::new(json!(${json})) }]`,
    ],
    [`json!({"tools": [{"name": "weigh", "description": "Weighs.", "inputSchema": ${json}}]})`],
  ])('%s', async (expression) => {
    const { tool } = await extractOneFrom({ 'src/main.rs': `${head}fn list() { let t = ${expression}; }` });
    expect(tool.definition).toEqual({ name: 'weigh', description: 'Weighs.', inputSchema: schema });
  });
});

describe('serde’s renaming', () => {
  it.each([
    ['OpenCrate', 'snake_case', true, 'open_crate'],
    ['OpenCrate', 'kebab-case', true, 'open-crate'],
    ['open_crate', 'camelCase', false, 'openCrate'],
    ['open_crate', 'SCREAMING_SNAKE_CASE', false, 'OPEN_CRATE'],
    ['OpenCrate', 'something else', true, 'OpenCrate'],
  ])('%s in %s', (name, rule, isVariant, renamed) => {
    expect(renameAll(name, rule, isVariant)).toBe(renamed);
  });
});

describe('what a handler does', () => {
  it.each([
    ['self.client.delete(format!("{}/crates", base)).send()', 'http', 'DELETE'],
    ['client.request(Method::PATCH, url)', 'http', 'PATCH'],
    ['std::process::Command::new("ls").spawn()', 'process', 'spawn'],
    ['fs::write(path, text)', 'file', 'write'],
    ['std::fs::remove_dir_all(path)', 'file', 'rmtree'],
    ['sqlx::query!("DELETE FROM crates").execute(&pool)', 'sql', 'DELETE'],
    ['conn.execute(statement, [])', 'sql', 'any'],
    ['helper()', 'file', 'mkdir'],
  ])('%s', async (call, kind, verb) => {
    const { tool } = await one(`#[tool]\nfn weigh(&self, statement: String) { ${call}; }`, {
      'src/h.rs': 'fn helper() { std::fs::create_dir_all(p); }',
    });
    expect(tool.handler?.[0]).toMatchObject({ kind, verb });
  });
});

describe('hostile Rust', () => {
  const tool = `${head}impl A { #[tool]\nfn harbour(&self) {} }`;
  it.each([
    ['a line of a megabyte', `const X: &str = "${'a'.repeat(900_000)}";`],
    ['deep brackets', `const X: i32 = ${'('.repeat(20_000)}1${')'.repeat(20_000)};`],
    ['unclosed brackets', '[{('.repeat(30_000)],
    ['an unclosed text', 'const X: &str = r#"never'],
    ['a long sum', `const X: i32 = ${'1 + '.repeat(20_000)}1;`],
    ['an attribute without end', `#[tool(${'a('.repeat(30_000)}`],
    ['deep brackets in an attribute', `#[tool(${'a('.repeat(10_000)}${')'.repeat(10_000)})]\nfn x() {}`],
  ])('with %s does not hide the tool beside it', async (_kind, text) => {
    expect(await extractNames({ 'src/a.rs': tool, 'src/b.rs': `// mcp_tool\n${text}` })).toContain('harbour');
  });

  it('with constants that are each other ends', async () => {
    const { description } = await one('#[tool(description = A)]\nfn weigh(&self) {}\n', {
      'src/w.rs': 'const A: &str = B;\nconst B: &str = A;',
    });
    expect(description).toBeUndefined();
  });

  it('with structs that branch without end stays bounded', async () => {
    const structs = Array.from(
      { length: 30 },
      (_, level) =>
        `struct M${level} { ${Array.from({ length: 6 }, (_u, field) => `f${field}: M${level + 1}`).join(', ')} }`,
    );
    const { tools } = await extractFiles({
      'src/a.rs': `${head}impl A { #[tool]\nfn x(&self, Parameters(m): Parameters<M0>) {} }\n${structs.join('\n')}`,
    });
    expect(tools).toHaveLength(1);
    expect(JSON.stringify(tools).length).toBeLessThan(5_000_000);
  });
});
