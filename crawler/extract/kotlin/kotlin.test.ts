import { describe, expect, it } from 'vitest';
import { extractFiles, extractNames, extractOneFrom } from '../extract-for-test.ts';

const head = 'package harbour\nimport io.modelcontextprotocol.kotlin.sdk.server.Server\n';

describe('a tool of addTool', () => {
  it('has what it is given by name, and what its lambda does', async () => {
    const { tool } = await extractOneFrom({
      'src/main/kotlin/Names.kt':
        'object Names {\n  const val PREFIX = "harbour_"\n  const val WEIGH = PREFIX + "weigh"\n}\n',
      'src/main/kotlin/Main.kt': `${head}fun main() {
  if (enabled) {
    server.addTool(
      name = Names.WEIGH,
      description = """
        Weighs
          a crate.
      """.trimIndent(),
      inputSchema = ToolSchema(
        properties = buildJsonObject {
          putJsonObject("mark") { put("type", "string"); put("description", "Its mark."); putJsonArray("enum") { add("a"); add("b") } }
          put("size", buildJsonObject { put("type", "integer"); put("minimum", -1) })
        },
        required = listOf("mark"),
      ),
      toolAnnotations = ToolAnnotations(title = "Weigh", destructiveHint = true),
    ) { request -> client.delete("/crates") }
  }
}
`,
    });
    expect(tool.definition).toEqual({
      name: 'harbour_weigh',
      description: 'Weighs\n  a crate.',
      inputSchema: {
        type: 'object',
        properties: {
          mark: { type: 'string', description: 'Its mark.', enum: ['a', 'b'] },
          size: { type: 'integer', minimum: -1 },
        },
        required: ['mark'],
      },
      annotations: { title: 'Weigh', destructiveHint: true },
    });
    expect(tool.conditions).toEqual(['enabled']);
    expect(tool.handler).toMatchObject([{ kind: 'http', verb: 'DELETE' }]);
    expect(tool.provenance).toMatchObject({ file: 'src/main/kotlin/Main.kt', line: 5 });
  });

  it.each([
    [
      'server.addTool("weigh", "Weighs.", Tool.Input(JsonObject(mapOf("mark" to JsonObject(mapOf("type" to JsonPrimitive("string"))))))) { handle(it) }',
    ],
    [
      'server.addTools(listOf(RegisteredTool(Tool(name = "weigh", description = "Weighs.", inputSchema = input)) { handle(it) }))',
    ],
  ])('%s', async (call) => {
    const source = `${head}val input = Tool.Input(buildJsonObject { putJsonObject("mark") { put("type", "string") } })\nfun handle(r: R) { File(p).deleteRecursively() }\nfun main() { ${call} }\n`;
    const { tool } = await extractOneFrom({ 'Main.kt': source });
    expect(tool.definition).toEqual({
      name: 'weigh',
      description: 'Weighs.',
      inputSchema: { type: 'object', properties: { mark: { type: 'string' } } },
    });
    expect(tool.handler).toMatchObject([{ kind: 'file', verb: 'rmtree' }]);
  });

  it('under a name that is made at run time is noted', async () => {
    const { tools, notes } = await extractFiles({
      'Main.kt': `${head}fun main() { server.addTool(name = next(), description = "x") { } }`,
    });
    expect(tools).toEqual([]);
    expect(notes.join(' ')).toContain('made when the server starts');
  });

  it.each([
    ['"up to $tons tons"', 'up to {…} tons'],
    ['"in $tons"', 'in {…}'],
    ['"costs \\$5\\n"', 'costs $5\n'],
    ['"""\n  |one\n  |two\n""".trimMargin()', 'one\ntwo'],
  ])('reads the text %s', async (literal, text) => {
    const { description } = await extractOneFrom({
      'Main.kt': `${head}fun main() { server.addTool(name = "x", description = ${literal}) { } }`,
    });
    expect(description).toBe(text);
  });
});

describe('a class for each tool', () => {
  it('has the name and words it overrides, and the class of its arguments', async () => {
    const source = `${head}
class WeighTool(private val scale: Scale) : AbstractMcpTool<WeighTool.Args>(Args.serializer()) {
  override val name: String = "weigh_crate"
  override val description: String
    get() = "Weighs " + WORDS
  @Serializable
  data class Args(
    @property:Description("Its mark.") val mark: String,
    @SerialName("how_often") val times: Int = 2,
    val side: Side?,
    val berths: List<Berth>,
  )
  enum class Side { PORT, @SerialName("star") STARBOARD }
  override fun handle(args: Args): Response { ProcessBuilder("ls").start() }
}
abstract class OtherTool : AbstractMcpTool<Unit>() { override val name = "x"; override val description = "y" }
data class Berth(val number: Double, val next: Berth?)
const val WORDS = "a crate."
`;
    const { tool } = await extractOneFrom({ 'Weigh.kt': source });
    expect(tool.definition).toEqual({
      name: 'weigh_crate',
      description: 'Weighs a crate.',
      inputSchema: {
        type: 'object',
        properties: {
          mark: { type: 'string', description: 'Its mark.' },
          how_often: { type: 'integer', default: 2 },
          side: { type: 'string', enum: ['PORT', 'star'] },
          berths: {
            type: 'array',
            items: { type: 'object', properties: { number: { type: 'number' }, next: {} }, required: ['number'] },
          },
        },
        required: ['mark', 'berths'],
      },
    });
    expect(tool.handler).toMatchObject([{ kind: 'process', verb: 'spawn' }]);
  });

  it('in a program that knows no protocol is no tool', async () => {
    expect(
      await extractNames({ 'A.kt': 'class A : Tool() { override val name = "a"; override val description = "b" }' }),
    ).toEqual([]);
  });
});

describe('an annotated function', () => {
  it.each([
    ['io.quarkiverse.mcp.server.Tool', '@Tool(description = "Weighs.")', 'ToolArg(description = "Its mark.")'],
    [
      'com.intellij.mcpserver.annotations.McpTool',
      '@McpTool\n@McpDescription("Weighs.")',
      'McpDescription("Its mark.")',
    ],
  ])('of %s', async (imported, annotation, argument) => {
    const source = `import ${imported}\nclass H {\n${annotation}\nsuspend fun weigh(@${argument} mark: String, twice: Boolean = false): String = ""\n}\n`;
    const { tool } = await extractOneFrom({ 'H.kt': source });
    expect(tool.definition).toEqual({
      name: 'weigh',
      description: 'Weighs.',
      inputSchema: {
        type: 'object',
        properties: { mark: { type: 'string', description: 'Its mark.' }, twice: { type: 'boolean', default: false } },
        required: ['mark'],
      },
    });
  });

  it('of an agent framework is no tool', async () => {
    const source = '// mcp\nimport dev.langchain4j.agent.tool.Tool\nclass H { @Tool("x") fun weigh() {} }';
    expect(await extractNames({ 'H.kt': source })).toEqual([]);
  });
});

describe('hostile Kotlin', () => {
  const tool = `${head}fun main() { server.addTool(name = "harbour", description = "x") { } }`;
  it.each([
    ['a line of a megabyte', `val x = "${'a'.repeat(900_000)}"`],
    ['deep brackets', `val x = ${'('.repeat(20_000)}1${')'.repeat(20_000)}`],
    ['unclosed brackets', '[{('.repeat(30_000)],
    ['unclosed texts', '"${'.repeat(20_000)],
    ['a long sum', `val x = ${'"a" + '.repeat(20_000)}"b"`],
    ['deep classes', 'class C {'.repeat(5000)],
  ])('with %s does not hide the tool beside it', async (_kind, text) => {
    expect(await extractNames({ 'a.kt': tool, 'b.kt': `// addTool\n${text}` })).toEqual(['harbour']);
  });

  it.each([
    ['its own value', 'val A = B + A\nval B = A', 'A'],
    [
      'doubled again and again',
      `val A0 = "aa"\n${Array.from({ length: 200 }, (_, i) => `val A${i + 1} = A${i} + A${i}`).join('\n')}`,
      'A200',
    ],
  ])('with a text that is %s stays bounded', async (_kind, fields, value) => {
    const { tools } = await extractFiles({
      'a.kt': `${head}${fields}\nfun main() { server.addTool(name = "x", description = ${value}) { } }`,
    });
    expect(tools).toHaveLength(1);
    expect(JSON.stringify(tools).length).toBeLessThan(300_000);
  });
});
