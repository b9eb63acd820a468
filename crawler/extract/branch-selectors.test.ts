import { describe, expect, it } from 'vitest';
import { extractOneFrom } from './extract-for-test.ts';

async function evidence(files: Record<string, string>) {
  const { tool } = await extractOneFrom(files);
  return (tool.handler ?? []).map(({ verb, when }) => `${verb}${when ? ` ${when.path}=${when.value}` : ''}`);
}

const go = (body: string, rest = '') => ({
  'main.go': `package main\nimport (\n\t"os"\n\t"github.com/mark3labs/mcp-go/mcp"\n)\nfunc register(s *S) {\n\ts.AddTool(mcp.NewTool("berth", mcp.WithString("deed", mcp.Enum("scrap", "tow", "list"))), run)\n}\nfunc run(ctx context.Context, request mcp.CallToolRequest) (*R, error) {\n${body}\n}\n${rest}func main() { register(nil) }\n`,
});
const java = (body: string) => ({
  'src/main/java/h/Berths.java': `package h;\nimport org.springframework.ai.tool.annotation.Tool;\nimport java.nio.file.Files;\nclass Berths {\n  @Tool(description = "d")\n  String berth(String deed, Path path) {\n${body}\n  }\n}\n`,
});
const csharp = (body: string) => ({
  'Berths.cs': `using ModelContextProtocol.Server;\n[McpServerToolType]\npublic class Berths {\n  [McpServerTool, Description("d")]\n  public static string Berth(string deed, string path) {\n${body}\n  }\n}\n`,
});
const rust = (body: string) => ({
  'src/main.rs': `use rmcp::tool;\n#[derive(Deserialize, schemars::JsonSchema)]\nstruct Order { deed: String, path: String }\n#[tool_router]\nimpl Harbour {\n    /// Berths.\n    #[tool]\n    fn berth(&self, Parameters(order): Parameters<Order>) -> String {\n${body}\n    }\n}\n`,
});
const kotlin = (body: string) => ({
  'src/main/kotlin/Main.kt': `import io.modelcontextprotocol.kotlin.sdk.server.Server\nimport java.io.File\nfun main() {\n  val server = Server(Implementation("x", "1"))\n  server.addTool(name = "berth", description = "d", inputSchema = ToolSchema(properties = buildJsonObject { putJsonObject("deed") { put("type", "string") } })) { request ->\n${body}\n  }\n}\n`,
});

describe('the value of a parameter that leads to a call', () => {
  it.each([
    [
      'a switch of Go',
      go(
        'deed, err := request.RequireString("deed")\nswitch deed {\ncase "scrap", "tow":\n\tos.Remove(p)\ndefault:\n\tos.ReadFile(p)\n}',
      ),
      ['unlink /deed=scrap', 'unlink /deed=tow', 'read'],
    ],
    [
      'an if of Go with another variable',
      go('op := request.GetString("deed", "")\nif op == "scrap" && ok {\n\tos.Remove(p)\n} else {\n\tos.Mkdir(p)\n}'),
      ['unlink /deed=scrap', 'mkdir'],
    ],
    [
      'constants of Go that end like a value',
      go('switch args.Deed {\ncase DeedScrap:\n\tos.Remove(p)\n}'),
      ['unlink /deed=scrap'],
    ],
    ['a value that the schema does not have', go('if deed == "burn" {\n\tos.Remove(p)\n}'), ['unlink']],
    [
      'a switch of Java',
      java(
        'switch (deed) { case "a": case "scrap": Files.delete(path); break; default: Files.createDirectory(path); }',
      ),
      ['unlink /deed=a', 'unlink /deed=scrap', 'mkdir'],
    ],
    [
      'a case of Java that another runs into',
      java('switch (deed) { case "a": Files.createDirectory(path); case "scrap": Files.delete(path); }'),
      ['mkdir /deed=a', 'unlink'],
    ],
    [
      'rules of Java',
      java('switch (deed) { case "scrap" -> Files.delete(path); default -> Files.createDirectory(path); }'),
      ['unlink /deed=scrap', 'mkdir'],
    ],
    [
      'equals of Java',
      java('if ("scrap".equals(deed) || deed.equalsIgnoreCase("sink")) { Files.delete(path); }'),
      ['unlink /deed=scrap', 'unlink /deed=sink'],
    ],
    [
      'a switch of C#',
      csharp(
        'switch (deed.ToLower()) { case "scrap": File.Delete(path); break; default: File.ReadAllText(path); break; } return "";',
      ),
      ['unlink /deed=scrap', 'read'],
    ],
    [
      'arms of C#',
      csharp('return deed switch { "scrap" or "sink" => Scrap(File.Delete(path)), _ => File.ReadAllText(path) };'),
      ['unlink /deed=scrap', 'unlink /deed=sink', 'read'],
    ],
    [
      'a match of Rust',
      rust(
        'match order.deed.as_str() { "scrap" | "sink" => { std::fs::remove_file(order.path); } _ => { std::fs::read(order.path); } }',
      ),
      ['unlink /deed=scrap', 'unlink /deed=sink', 'read'],
    ],
    ['an if of Rust', rust('if order.deed == "scrap" { std::fs::remove_file(order.path); }'), ['unlink /deed=scrap']],
    [
      'a when of Kotlin',
      kotlin(
        'val deed = request.arguments["deed"]?.jsonPrimitive?.content\nwhen (deed) {\n "scrap", "sink" -> File(p).delete()\n else -> File(p).readText()\n}',
      ),
      ['unlink /deed=scrap', 'unlink /deed=sink', 'read'],
    ],
    [
      'an if of Kotlin',
      kotlin('if (deed == "scrap") File(p).delete() else File(p).readText()'),
      ['unlink /deed=scrap', 'read'],
    ],
  ])('is seen in %s', async (_what, files, expected) => expect(await evidence(files)).toEqual(expected));

  it('goes along into a function that is called, and asks there for a listed value', async () => {
    const rest =
      'func each(deed string, kind string) {\n\tif deed == "tow" {\n\t\tos.Rename(a, b)\n\t}\n\tif kind == "scrap" {\n\t\tos.Remove(p)\n\t}\n}\n';
    expect(await evidence(go('if deed == "scrap" {\n\teach(deed, "x")\n}', rest))).toEqual(['unlink /deed=scrap']);
  });

  it.each([
    ['a condition that does not hold', 'if !(deed == "scrap") {\n\tos.Remove(p)\n}'],
    ['another variable', 'if mode == "scrap" {\n\tos.Remove(p)\n}'],
    ['either of two', 'if deed == "scrap" || force {\n\tos.Remove(p)\n}'],
    ['brackets without end', `if ${'('.repeat(300)}deed == "scrap"${')'.repeat(300)} {\n\tos.Remove(p)\n}`],
  ])('is not claimed in %s', async (_what, body) => expect(await evidence(go(body))).toEqual(['unlink']));
});
