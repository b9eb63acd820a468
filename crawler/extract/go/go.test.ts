import { describe, expect, it } from 'vitest';
import { extractFiles, extractNames, extractOneFrom } from '../extract-for-test.ts';

const head = 'package main\n\nimport (\n\t"context"\n\t"github.com/mark3labs/mcp-go/mcp"\n)\n';
const one = (body: string, more: Record<string, string> = {}) =>
  extractOneFrom({ 'main.go': `${head}\nfunc main() {\n${body}\n}\n`, ...more });

describe('a tool of mcp.NewTool', () => {
  it('has its description, parameters and hints from the options', async () => {
    const { tool } = await one(`s.AddTool(mcp.NewTool("moor_ship",
      mcp.WithDescription("Moors a ship " + \`at a berth.\`),
      mcp.WithTitleAnnotation("Moor"), mcp.WithReadOnlyHintAnnotation(false), mcp.WithDestructiveHintAnnotation(true),
      mcp.WithString("berth", mcp.Required(), mcp.Description("Which berth."), mcp.Enum("north", "south"), mcp.DefaultString("north")),
      mcp.WithNumber("lines", mcp.Min(1), mcp.Max(8), mcp.DefaultNumber(2)),
      mcp.WithBoolean("night"),
      mcp.WithArray("crew", mcp.Items(map[string]any{"type": "string"})),
      mcp.WithObject("papers", mcp.Properties(map[string]any{"flag": map[string]any{"type": "string"}})),
    ), handle)`);
    expect(tool.definition).toEqual({
      name: 'moor_ship',
      description: 'Moors a ship at a berth.',
      inputSchema: {
        type: 'object',
        properties: {
          berth: { type: 'string', enum: ['north', 'south'], description: 'Which berth.', default: 'north' },
          lines: { type: 'number', minimum: 1, maximum: 8, default: 2 },
          night: { type: 'boolean' },
          crew: { type: 'array', items: { type: 'string' } },
          papers: { type: 'object', properties: { flag: { type: 'string' } } },
        },
        required: ['berth'],
      },
      annotations: { title: 'Moor', readOnlyHint: false, destructiveHint: true },
    });
    expect(tool.provenance).toEqual({ from: 'source', file: 'main.go', line: 9 });
  });

  it('takes its name from a constant of another package', async () => {
    const { name } = await extractOneFrom({
      'go.mod': 'module example.org/harbour\n',
      'internal/names/names.go': 'package names\n\nconst prefix = "harbour_"\nconst Weigh = prefix + "weigh"\n',
      'main.go': `package main\nimport (\n"github.com/mark3labs/mcp-go/mcp"\n"example.org/harbour/internal/names"\n)\nfunc main() { s.AddTool(mcp.NewTool(names.Weigh, mcp.WithDescription("Weighs.")), h) }\n`,
    });
    expect(name).toBe('harbour_weigh');
  });

  it('marks what the source does not say of a description', async () => {
    const { description, tool } = await one(
      'mcp.NewTool("weigh", mcp.WithDescription(fmt.Sprintf("Up to %d tons.", limit())))',
    );
    expect(description).toBe('Up to {…} tons.');
    expect(tool.conformance.map(({ id }) => id)).toContain('computed-description');
  });

  it('opens options that are kept in a slice or made by a helper', async () => {
    const { inputSchema } = await one(
      'options := append(common, mcp.WithString("mark"), page())\nmcp.NewTool("weigh", options...)',
      {
        'options.go': `package main\nimport "github.com/mark3labs/mcp-go/mcp"\nvar common = []mcp.ToolOption{mcp.WithDescription("x"), mcp.WithNumber("size")}\nfunc page() mcp.ToolOption { return mcp.WithNumber("page") }\n`,
      },
    );
    expect(Object.keys(inputSchema?.properties ?? {})).toEqual(['size', 'mark', 'page']);
  });

  it('names the condition it is registered under', async () => {
    const { tool } = await one(
      'if !enabled { return }\nif os.Getenv("X") != "" {\ns.AddTool(mcp.NewTool("weigh"), h)\n}',
    );
    expect(tool.conditions).toEqual(['enabled', 'os.Getenv("X") != ""']);
  });
});

describe('a function that makes a text', () => {
  const words = 'func words(all bool) string {\n\tif all {\n\t\treturn "Weighs all."\n\t}\n\treturn "Weighs one."\n}\n';

  it.each([
    ['true', 'Weighs all.', true],
    ['false', 'Weighs one.', true],
    ['unknown()', 'Weighs one.', false],
  ])('gives with %s %s', async (argument, text, exact) => {
    const { description, tool } = await one(`mcp.NewTool("weigh", mcp.WithDescription(words(${argument})))`, {
      'words.go': `package main\n${words}`,
    });
    expect(description).toBe(text);
    expect(tool.conformance.some(({ id }) => id === 'computed-description')).toBe(!exact);
  });
});

describe('a name that is registered twice', () => {
  it('is listed as the variant that may do most', async () => {
    const { tools, notes } = await extractFiles({
      'main.go': `${head}func main() {\n${[true, false].map((hint) => `mcp.NewTool("weigh", mcp.WithReadOnlyHintAnnotation(${hint}))`).join('\n')}\n}\n`,
    });
    expect(tools.map(({ definition }) => definition)).toMatchObject([{ annotations: { readOnlyHint: false } }]);
    expect(notes).toEqual(['weigh is registered again at main.go:8; the one at main.go:9 is listed.']);
  });
});

describe('a tool of a wrapper', () => {
  it('has the parameters of the struct its handler takes', async () => {
    const source = `${head}
type Weigh struct {
	Crate string \`json:"crate" jsonschema:"required,description=Its mark\\\\, in paint,enum=a,enum=b"\`
	Twice bool   \`json:"twice,omitempty" jsonschema:"description=Again"\`
	hidden int
}
func weigh(ctx context.Context, args Weigh) (string, error) { return "", nil }
var Tool = mcputil.MustTool("weigh_crate", "Weighs a crate.", weigh, mcp.WithReadOnlyHintAnnotation(true))
func MustTool(name, description string, fn any, options ...mcp.ToolOption) mcp.Tool { return mcp.NewTool(name, options...) }
`;
    const { tool } = await extractOneFrom({ 'tools.go': `${source}\nfunc main() { MustTool() }\n` });
    expect(tool.definition).toEqual({
      name: 'weigh_crate',
      description: 'Weighs a crate.',
      inputSchema: {
        type: 'object',
        properties: {
          crate: { type: 'string', enum: ['a', 'b'], description: 'Its mark, in paint' },
          twice: { type: 'boolean', description: 'Again' },
        },
        required: ['crate'],
      },
      annotations: { readOnlyHint: true },
    });
  });

  it('is listed for each call of a helper that is given the name', async () => {
    const helper =
      'func add(verb, words string) {\n s.AddTool(mcp.NewTool(verb+"_crate", mcp.WithDescription(words)), h)\n}\n';
    const names = await extractNames({
      'main.go': `${head}${helper}func main() {\nadd("weigh", "Weighs.")\nadd("open", "Opens.")\n}\n`,
    });
    expect(names).toEqual(['open_crate', 'weigh_crate']);
  });
});

describe('a tool written as a struct', () => {
  it('has the fields of the literal, defaults of translations, and what is added to its schema', async () => {
    const source = `package main
import (
	"github.com/google/jsonschema-go/jsonschema"
	"github.com/modelcontextprotocol/go-sdk/mcp"
)
func paged(schema *jsonschema.Schema) *jsonschema.Schema {
	schema.Properties["page"] = &jsonschema.Schema{Type: "integer", Minimum: jsonschema.Ptr(1.0)}
	return schema
}
func Weigh(t func(string, string) string) ServerTool {
	return ServerTool{Tool: mcp.Tool{
		Name:        "weigh",
		Description: t("WEIGH_DESCRIPTION", "Weighs a crate."),
		Annotations: &mcp.ToolAnnotations{Title: t("WEIGH_TITLE", "Weigh"), DestructiveHint: ptr(false), OpenWorldHint: nil},
		InputSchema: paged(&jsonschema.Schema{
			Type:       "object",
			Properties: map[string]*jsonschema.Schema{"crate": {Type: "string", Enum: []any{"a", "b"}}},
			Required:   []string{"crate"},
		}),
	}}
}
func main() { use(Weigh(t)) }
`;
    const { tool } = await extractOneFrom({ 'main.go': source });
    expect(tool.definition).toEqual({
      name: 'weigh',
      description: 'Weighs a crate.',
      inputSchema: {
        type: 'object',
        properties: { crate: { type: 'string', enum: ['a', 'b'] }, page: { type: 'integer', minimum: 1 } },
        required: ['crate'],
      },
      annotations: { title: 'Weigh', destructiveHint: false },
    });
  });

  it('has the parameters of the typed handler beside it', async () => {
    const source = `package main
import "github.com/modelcontextprotocol/go-sdk/mcp"
type Base struct { Berth string \`json:"berth" jsonschema:"where it lies"\` }
type Args struct {
	Base
	Marks []string \`json:"marks,omitempty"\`
	Inner *Args    \`json:"inner,omitempty"\`
}
func weigh(ctx context.Context, req *mcp.CallToolRequest, args Args) (*mcp.CallToolResult, any, error) {
	return nil, nil, os.Remove("x")
}
func main() {
	tool := &mcp.Tool{Name: "weigh", Description: "Weighs."}
	mcp.AddTool(server, tool, weigh)
}
`;
    const { inputSchema, tool } = await extractOneFrom({ 'main.go': source });
    expect(inputSchema).toMatchObject({
      properties: {
        berth: { type: 'string', description: 'where it lies' },
        marks: { type: 'array', items: { type: 'string' } },
      },
      required: ['berth'],
    });
    expect(tool.handler).toMatchObject([{ kind: 'file', verb: 'unlink', quote: 'os.Remove("x")', line: 10 }]);
  });

  it.each([
    ['a prompt', 'mcp.Prompt{Name: "p", Description: "d"}'],
    ['another library', 'openai.Tool{Name: "p", Description: "d"}'],
    ['a tool with a name alone', 'mcp.Tool{Name: "p"}'],
  ])('is no tool: %s', async (_kind, expression) => {
    const source = `package main\nimport (\n"github.com/mark3labs/mcp-go/mcp"\n"github.com/sashabaranov/openai"\n)\nfunc main() { use(${expression}) }\n`;
    expect(await extractNames({ 'main.go': source })).toEqual([]);
  });
});

describe('registration', () => {
  const register =
    'func Register(s *server.MCPServer) {\n\ts.AddTool(mcp.NewTool("weigh", mcp.WithDescription("x")), h)\n}\n';

  it('in a function that nothing calls is left out, with a note', async () => {
    const { tools, notes } = await extractFiles({ 'tools.go': `${head}// Register does.\n${register}` });
    expect(tools).toEqual([]);
    expect(notes.join(' ')).toContain('Register (tools.go:');
  });

  it('in tests and examples is left out', async () => {
    const source = `${head + register}func main() { Register(s) }\n`;
    expect(await extractNames({ 'tools_test.go': source, 'examples/x/main.go': source })).toEqual([]);
  });

  it('under a name that is made at run time is noted', async () => {
    const { tools, notes } = await extractFiles({
      'main.go': `${head}func main() { use(mcp.Tool{Name: live(), Description: "x"}) }\n`,
    });
    expect(tools).toEqual([]);
    expect(notes.join(' ')).toContain('made when the server starts');
  });
});
