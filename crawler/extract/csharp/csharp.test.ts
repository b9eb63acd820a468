import { describe, expect, it } from 'vitest';
import { extractFiles, extractNames, extractOneFrom } from '../extract-for-test.ts';
import { toSnakeCase } from './snake-case.ts';

const head = 'using ModelContextProtocol.Server;\nusing System.ComponentModel;\n';
const one = (method: string, more: Record<string, string> = {}) =>
  extractOneFrom({
    'HarbourTools.cs': `${head}[McpServerToolType]\npublic class HarbourTools\n{\n${method}\n}\n`,
    ...more,
  });

describe('a method with McpServerTool', () => {
  it('has the name, words, hints and parameters of its attributes', async () => {
    const { tool } = await one(
      `    private const string Mark = "crate " + Words.Suffix;
    [McpServerTool(Name = "weigh_crate", Title = "Weigh", ReadOnly = false, Destructive = true), Description($"Weighs a {Mark}.")]
    public static async Task<string> Weigh(
        IHarbourService harbour, McpServer server, HttpClient client, CancellationToken token,
        [Description("Its mark.")] string mark, string? berth, Side side = Side.Port, int times = 2,
        Berth[]? quays = null, Dictionary<string, double>? limits = null) => "";
    public enum Side { Port, [JsonStringEnumMemberName("star")] Starboard }`,
      {
        'Words.cs': 'static class Words { public const string Suffix = @"in ""paint"""; }',
        'Berth.cs':
          'public record Berth([property: Description("Its number.")] int Number, [property: JsonPropertyName("quay_side")] string Quay = "x")\n{ public Berth? Next { get; init; } public required bool Deep { get; set; } private int Hidden { get; set; } }',
        'IHarbourService.cs': 'public interface IHarbourService { }',
      },
    );
    const berth = {
      type: 'object',
      properties: {
        number: { type: 'integer', description: 'Its number.' },
        quay_side: { type: 'string' },
        next: {},
        deep: { type: 'boolean' },
      },
      required: ['number', 'deep'],
    };
    expect(tool.definition).toEqual({
      name: 'weigh_crate',
      title: 'Weigh',
      description: 'Weighs a crate in "paint".',
      inputSchema: {
        type: 'object',
        properties: {
          mark: { type: 'string', description: 'Its mark.' },
          berth: { type: ['string', 'null'] },
          side: { type: 'string', enum: ['Port', 'star'], default: 'Port' },
          times: { type: 'integer', default: 2 },
          quays: { type: ['array', 'null'], items: berth, default: null },
          limits: { type: ['object', 'null'], additionalProperties: { type: 'number' }, default: null },
        },
        required: ['mark', 'berth'],
      },
      annotations: { readOnlyHint: false, destructiveHint: true },
    });
    expect(tool.provenance).toMatchObject({ file: 'HarbourTools.cs', line: 8 });
  });

  it.each([
    ['Task<string> GetAlertsAsync', 'get_alerts'],
    ['string GetAlertsAsync', 'get_alerts_async'],
    ['string Echo', 'echo'],
  ])('%s without a name is called %s', async (signature, name) => {
    expect((await one(`[McpServerTool] public ${signature}() { }`)).name).toBe(name);
  });

  it.each([
    ['GetHTTPData', 'get_http_data'],
    ['Get2Crates', 'get2_crates'],
    ['already_snake', 'already_snake'],
  ])('%s in snake case is %s', (name, snake) => {
    expect(toSnakeCase(name)).toBe(snake);
  });

  it.each([
    ['"""\n        Weighs\n          "twice"\n        """', 'Weighs\n  "twice"'],
    ['@"a\\b ""c"""', 'a\\b "c"'],
    ['"a\\tb" + nameof(HarbourTools)', 'a\tbHarbourTools'],
    ['$"up to {Limits.Tons} tons"', 'up to {…} tons'],
  ])('reads the text %s', async (literal, text) => {
    expect((await one(`[McpServerTool, Description(${literal})] public void Weigh() { }`)).description).toBe(text);
  });

  it('in a project of tests is no tool', async () => {
    const source = `${head}class T { [McpServerTool] public void Weigh() { } }`;
    expect(await extractNames({ 'Harbour.Tests/T.cs': source, 'tests/T.cs': source })).toEqual([]);
  });

  it('in a folder of samples is one where that folder is the server', async () => {
    const files = { 'samples/Harbour/T.cs': `${head}class T { [McpServerTool] public void Weigh() { } }` };
    expect(await extractNames(files)).toEqual([]);
    expect(await extractNames(files, { subfolder: 'samples/Harbour' })).toEqual(['weigh']);
  });
});

describe('a tool object', () => {
  it('of McpServerTool.Create has the parameters of its lambda', async () => {
    const source = `${head}if (enabled) { tools.Add(McpServerTool.Create(([Description("Its mark.")] string mark, McpServer server) => File.Delete(mark), new() { Name = "weigh", Description = "Weighs.", Destructive = true })); }\n`;
    const { tool } = await extractOneFrom({ 'Program.cs': source });
    expect(tool.definition).toEqual({
      name: 'weigh',
      description: 'Weighs.',
      inputSchema: {
        type: 'object',
        properties: { mark: { type: 'string', description: 'Its mark.' } },
        required: ['mark'],
      },
      annotations: { destructiveHint: true },
    });
    expect(tool.conditions).toEqual(['enabled']);
    expect(tool.handler).toMatchObject([{ kind: 'file', verb: 'unlink' }]);
  });

  it('written out has the schema given as JSON', async () => {
    const source = `${head}var tools = new List<Tool> { new Tool { Name = "weigh", Description = "Weighs.", InputSchema = JsonSerializer.Deserialize<JsonElement>("""\n  {"type": "object", "properties": {"mark": {"type": "string"}}}\n  """) } };`;
    const { tool } = await extractOneFrom({ 'Program.cs': source });
    expect(tool.definition).toEqual({
      name: 'weigh',
      description: 'Weighs.',
      inputSchema: { type: 'object', properties: { mark: { type: 'string' } } },
    });
  });

  it('made from what is not in the source is noted', async () => {
    const { tools, notes } = await extractFiles({
      'Program.cs': `${head}foreach (var m in all) Add(McpServerTool.Create(m));`,
    });
    expect(tools).toEqual([]);
    expect(notes.join(' ')).toContain('made when the server starts');
  });
});

describe('what a handler does', () => {
  it.each([
    ['await client.DeleteAsync($"/crates/{id}")', 'http', 'DELETE'],
    ['await client.PostAsJsonAsync(url, crate)', 'http', 'POST'],
    ['new HttpRequestMessage(HttpMethod.Patch, url)', 'http', 'PATCH'],
    ['Process.Start("ls")', 'process', 'spawn'],
    ['await File.WriteAllTextAsync(path, text)', 'file', 'write'],
    ['Directory.Delete(path, true)', 'file', 'rmtree'],
    ['new SqlCommand("DROP TABLE crates", connection)', 'sql', 'DROP'],
    ['connection.Execute(statement)', 'sql', 'any'],
    ['Helper()', 'file', 'mkdir'],
  ])('%s', async (call, kind, verb) => {
    const { tool } = await one(
      `[McpServerTool] public async Task Weigh(string statement) { ${call}; }\nvoid Helper() => Directory.CreateDirectory(p);`,
    );
    expect(tool.handler?.[0]).toMatchObject({ kind, verb });
  });
});

describe('hostile C#', () => {
  const tool = `${head}class A { [McpServerTool] public void Harbour() { } }`;
  it.each([
    ['a line of a megabyte', `class B { string x = "${'a'.repeat(900_000)}"; }`],
    ['deep brackets', `class B { int x = ${'('.repeat(20_000)}1${')'.repeat(20_000)}; }`],
    ['unclosed brackets', `class B { ${'{('.repeat(20_000)}`],
    ['a long sum', `class B { string x = ${'"a" + '.repeat(20_000)}"b"; }`],
    ['an unclosed text', 'class B { string x = """ never'],
    ['a memory of generics', 'a<'.repeat(30_000)],
  ])('with %s does not hide the tool beside it', async (_kind, text) => {
    const names = await extractNames({ 'A.cs': tool, 'B.cs': `// McpServerTool\n${text}` });
    expect(names).toEqual(['harbour']);
  });

  it.each([
    ['its own value', 'const string A = B + A; const string B = A;', 'A'],
    [
      'doubled again and again',
      Array.from({ length: 200 }, (_, i) => `const string A${i + 1} = A${i} + A${i};`)
        .join('\n')
        .concat('const string A0 = "aa";'),
      'A200',
    ],
  ])('with a text that is %s stays bounded', async (_kind, fields, value) => {
    const { tools } = await extractFiles({
      'A.cs': `${head}class A : B { ${fields} [McpServerTool, Description(${value})] public void X() { } }\nclass B : A { }`,
    });
    expect(tools).toHaveLength(1);
    expect(JSON.stringify(tools).length).toBeLessThan(300_000);
  });

  it('with records that branch without end stays bounded', async () => {
    const records = Array.from(
      { length: 30 },
      (_, level) =>
        `record M${level}(${Array.from({ length: 6 }, (_u, field) => `M${level + 1} F${field}`).join(', ')});`,
    );
    const { tools } = await extractFiles({
      'A.cs': `${head}class A { [McpServerTool] public void X(M0 m) { } }\n${records.join('\n')}`,
    });
    expect(tools).toHaveLength(1);
    expect(JSON.stringify(tools).length).toBeLessThan(5_000_000);
  });
});
