import { describe, expect, it } from 'vitest';
import { extractFiles, extractNames, extractOneFrom } from '../extract-for-test.ts';

const quarkus =
  'package harbour;\nimport io.quarkiverse.mcp.server.Tool;\nimport io.quarkiverse.mcp.server.ToolArg;\nimport java.nio.file.Files;\n';
const one = (method: string, more: Record<string, string> = {}) =>
  extractOneFrom({ 'src/main/java/Harbour.java': `${quarkus}public class Harbour {\n${method}\n}\n`, ...more });

describe('an annotated method', () => {
  it('is a tool of the method’s name with the schema of its parameters', async () => {
    const { tool } = await one(
      `  static final String WORDS = "Weighs " + Marks.CRATE;
  @Tool(description = WORDS, annotations = @Tool.Annotations(title = "Weigh", readOnlyHint = false, destructiveHint = true))
  String weighCrate(@ToolArg(description = "Its mark.") String mark,
      @ToolArg(description = "How often.", defaultValue = "2") int times,
      @ToolArg(name = "in_tons", required = false) Boolean tons,
      Optional<List<Berth>> berths, Map<String, Double> limits, Side side, McpLog log) { return ""; }
  enum Side { PORT, STARBOARD }`,
      {
        'src/main/java/Marks.java': 'interface Marks { String CRATE = "a crate."; }',
        'src/main/java/Berth.java':
          'import com.fasterxml.jackson.annotation.JsonProperty;\nrecord Berth(@JsonProperty(value = "nr", required = true) int number, @JsonPropertyDescription("Where.") String quay, Berth next) {}',
      },
    );
    expect(tool.definition).toEqual({
      name: 'weighCrate',
      description: 'Weighs a crate.',
      inputSchema: {
        type: 'object',
        properties: {
          mark: { type: 'string', description: 'Its mark.' },
          times: { type: 'integer', description: 'How often.', default: 2 },
          in_tons: { type: 'boolean' },
          berths: {
            type: 'array',
            items: {
              type: 'object',
              properties: { nr: { type: 'integer' }, quay: { type: 'string', description: 'Where.' }, next: {} },
              required: ['nr'],
            },
          },
          limits: { type: 'object', additionalProperties: { type: 'number' } },
          side: { type: 'string', enum: ['PORT', 'STARBOARD'] },
        },
        required: ['mark', 'limits', 'side'],
      },
      annotations: { title: 'Weigh', readOnlyHint: false, destructiveHint: true },
    });
    expect(tool.provenance).toMatchObject({ file: 'src/main/java/Harbour.java', line: 8 });
  });

  it.each([
    ['org.springframework.ai.tool.annotation.Tool', '@Tool(name = "weigh", description = "Weighs.")'],
    ['org.springaicommunity.mcp.annotation.McpTool', '@McpTool(name = "weigh", description = "Weighs.")'],
    ['io.helidon.extensions.mcp.server.Mcp', '@Mcp.Tool("Weighs.")'],
  ])('of %s', async (imported, annotation) => {
    const source = `import ${imported};\nclass H {\n${annotation}\nString weigh(@ToolParam(description = "Its mark.") @Nullable String mark) { return ""; }\n}`;
    const { name, description, inputSchema } = await extractOneFrom({ 'H.java': source });
    expect([name, description]).toEqual(['weigh', 'Weighs.']);
    expect(inputSchema).toEqual({ type: 'object', properties: { mark: { type: 'string', description: 'Its mark.' } } });
  });

  it('reads a text block as Java does', async () => {
    const { description } = await one(
      '@Tool(description = """\n      Weighs a "crate",\n        and \\\n      again.\n      """) void weigh() {}',
    );
    expect(description).toBe('Weighs a "crate",\n  and again.\n');
  });

  it('marks a description that needs another library', async () => {
    const { description, tool } = await one('@Tool(description = "Weighs " + Other.THING) void weigh() {}');
    expect(description).toBe('Weighs {…}');
    expect(tool.conformance.map(({ id }) => id)).toContain('computed-description');
  });

  it('says what switches its class on', async () => {
    const source = `${quarkus}@IfBuildProperty(name = "harbour.write", stringValue = "true")\nclass H { @Tool(description = "x") void weigh() {} }`;
    expect((await extractOneFrom({ 'H.java': source })).tool.conditions).toEqual([
      '@IfBuildProperty(name = "harbour.write", stringValue = "true")',
    ]);
  });

  it('of an agent framework, of a test, or named at run time is no tool', async () => {
    const body = 'class H { @Tool(name = "x", description = "x") void weigh() {} }';
    expect(
      await extractNames({
        'H.java': `import dev.langchain4j.agent.tool.Tool;\n${body}`,
        'src/test/java/H.java': quarkus + body,
        'HTest.java': quarkus + body,
      }),
    ).toEqual([]);
    const { tools, notes } = await extractFiles({
      'H.java': `${quarkus}class H { @Tool(name = Other.NAME) void weigh() {} }`,
    });
    expect([tools, notes.length]).toEqual([[], 1]);
  });
});

describe('a tool object', () => {
  it.each([
    ['new McpSchema.Tool("weigh", "Weighs.", SCHEMA)'],
    ['McpSchema.Tool.builder().name("weigh").description("Weighs.").inputSchema(mapper, SCHEMA).build()'],
    [
      'tools.newTool("weigh").setDescription("Weighs.").addArgument("mark", "Its mark.", true, String.class).setHandler(h).register()',
    ],
  ])('%s', async (expression) => {
    const schema =
      '{"type":"object","properties":{"mark":{"type":"string","description":"Its mark."}},"required":["mark"]}';
    const source = `class H { static final String SCHEMA = """\n  ${schema}\n  """;\n void add() { use(${expression}); } }`;
    const { tool } = await extractOneFrom({ 'H.java': source });
    expect(tool.definition).toEqual({ name: 'weigh', description: 'Weighs.', inputSchema: JSON.parse(schema) });
  });
});

describe('what a handler does', () => {
  it.each([
    ['HttpRequest.newBuilder(uri).DELETE().build()', 'http', 'DELETE'],
    ['connection.setRequestMethod("PUT")', 'http', 'PUT'],
    ['rest.exchange(url, HttpMethod.PATCH, body, String.class)', 'http', 'PATCH'],
    ['webClient.post().uri("/crates")', 'http', 'POST'],
    ['new ProcessBuilder("ls").start()', 'process', 'spawn'],
    ['Runtime.getRuntime().exec(command)', 'process', 'spawn'],
    ['Files.writeString(path, text)', 'file', 'write'],
    ['Files.deleteIfExists(path)', 'file', 'unlink'],
    ['jdbcTemplate.update("DELETE FROM crates")', 'sql', 'DELETE'],
    ['stmt.executeQuery(query)', 'sql', 'any'],
    ['helper()', 'file', 'mkdir'],
  ])('%s', async (call, kind, verb) => {
    const { tool } = await one(
      `@Tool(description = "x") void weigh(String query) { ${call}; }\nvoid helper() { Files.createDirectories(p); }`,
    );
    expect(tool.handler?.[0]).toMatchObject({ kind, verb });
  });
});

describe('hostile Java', () => {
  const tool = `${quarkus}class A { @Tool(description = "x") void harbour() {} }`;
  it.each([
    ['a line of a megabyte', `class B { String x = "${'a'.repeat(900_000)}"; }`],
    ['deep brackets', `class B { int x = ${'('.repeat(20_000)}1${')'.repeat(20_000)}; }`],
    ['unclosed brackets', `class B { ${'{('.repeat(20_000)}`],
    ['a long sum', `class B { String x = ${'"a" + '.repeat(20_000)}"b"; }`],
    ['an unclosed text', 'class B { String x = """ never'],
    ['deep classes', `${'class C {'.repeat(3000)}${'}'.repeat(3000)}`],
  ])('with %s does not hide the tool beside it', async (_kind, text) => {
    const names = await extractNames({ 'A.java': tool, 'B.java': `// @Tool\n${text}` });
    expect(names).toEqual(['harbour']);
  });

  it.each([
    ['its own value', 'static final String A = B + A; static final String B = A;', 'A'],
    [
      'doubled again and again',
      Array.from({ length: 200 }, (_, i) => `static final String A${i + 1} = A${i} + A${i};`)
        .join('\n')
        .concat('static final String A0 = "aa";'),
      'A200',
    ],
  ])('with a text that is %s stays bounded', async (_kind, fields, value) => {
    const { tools } = await extractFiles({
      'A.java': `${quarkus}class A extends B { ${fields} @Tool(description = ${value}) void x() {} }\nclass B extends A {}`,
    });
    expect(tools).toHaveLength(1);
    expect(JSON.stringify(tools).length).toBeLessThan(300_000);
  });

  it('with records that branch without end stays bounded', async () => {
    const records = Array.from(
      { length: 30 },
      (_, level) =>
        `record M${level}(${Array.from({ length: 6 }, (_u, field) => `M${level + 1} f${field}`).join(', ')}) {}`,
    );
    const { tools } = await extractFiles({
      'A.java': `${quarkus}class A { @Tool(description = "x") void x(M0 m) {}\n${records.join('\n')} }`,
    });
    expect(tools).toHaveLength(1);
    expect(JSON.stringify(tools).length).toBeLessThan(5_000_000);
  });
});
