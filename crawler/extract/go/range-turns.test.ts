import { describe, expect, it } from 'vitest';
import { readTool } from '../../../schema/tool-definition.ts';
import { extractFiles } from '../extract-for-test.ts';

const head = 'package main\nimport (\n\t"os"\n\t"github.com/mark3labs/mcp-go/mcp"\n)\n';
const handlers =
  'func moor(c C, r R) (*X, error) { os.Mkdir("a", 0) }\nfunc sink(c C, r R) (*X, error) { os.Remove("a") }\n';

async function read(source: string, files: Record<string, string> = {}) {
  const { tools } = await extractFiles({ 'main.go': head + handlers + source, ...files });
  return tools.map(({ definition, provenance, handler }) => {
    const { name, description } = readTool(definition);
    return {
      name,
      description,
      line: provenance.from === 'source' ? provenance.line : 0,
      verbs: handler?.map(({ verb }) => verb),
    };
  });
}

describe('a loop of Go over what is written out', () => {
  const expected = [
    { name: 'moor', description: 'Moors.', verbs: ['mkdir'] },
    { name: 'sink', description: 'Sinks.', verbs: ['unlink'] },
  ];

  it.each([
    [
      'a table of structs without field names',
      'func main() {\n\ttable := []struct{ name, words string; run H }{\n\t\t{"moor", "Moors.", moor},\n\t\t{"sink", "Sinks.", sink},\n\t}\n\tfor _, t := range table {\n\t\ts.AddTool(mcp.NewTool(t.name, mcp.WithDescription(t.words)), t.run)\n\t}\n}\n',
    ],
    [
      'a variable of the package with a named type',
      'type Deed struct {\n\tName string\n\tWords string\n\tRun H\n}\nvar deeds = []Deed{{Name: "moor", Words: "Moors.", Run: moor}, {Name: "sink", Words: "Sinks.", Run: sink}}\nfunc main() {\n\tfor _, t := range deeds {\n\t\ts.AddTool(mcp.NewTool(t.Name, mcp.WithDescription(t.Words)), t.Run)\n\t}\n}\n',
    ],
    [
      'a map by name',
      'var deeds = map[string]Deed{"moor": {"Moors.", moor}, "sink": {"Sinks.", sink}}\ntype Deed struct {\n\tWords string\n\tRun H\n}\nfunc main() {\n\tfor name, t := range deeds {\n\t\ts.AddTool(mcp.NewTool(name, mcp.WithDescription(t.Words)), t.Run)\n\t}\n}\n',
    ],
    [
      'a function that returns the list, and a helper that registers',
      'func deeds() []*Deed {\n\treturn []*Deed{&Deed{Name: "moor", Words: "Moors.", Run: moor}, &Deed{Name: "sink", Words: "Sinks.", Run: sink}}\n}\nfunc add(name string, words string, run H) {\n\ts.AddTool(mcp.NewTool(name, mcp.WithDescription(words)), run)\n}\nfunc main() {\n\tfor _, t := range deeds() {\n\t\tadd(t.Name, t.Words, t.Run)\n\t}\n}\n',
    ],
  ])('is read once for each item of %s', async (_what, source) => {
    expect((await read(source)).map(({ line: _line, ...rest }) => rest)).toEqual(expected);
  });

  it('gives the line of the item', async () => {
    const source =
      'func main() {\n\tfor _, n := range []string{\n\t\t"moor",\n\t\t"sink",\n\t} {\n\t\ts.AddTool(mcp.NewTool(n), moor)\n\t}\n}\n';
    expect((await read(source)).map(({ line }) => line)).toEqual([10, 11]);
  });

  it('ends with a list that is made of itself', async () => {
    expect(
      await read(
        'var a = a\nfunc main() {\n\tfor _, n := range a {\n\t\ts.AddTool(mcp.NewTool(n.name), moor)\n\t}\n}\n',
      ),
    ).toEqual([]);
  });
});

describe('a file that Go takes into a variable', () => {
  it('is the description', async () => {
    const source =
      '//go:embed words/moor.md\nvar words string\nfunc main() {\n\ts.AddTool(mcp.NewTool("moor", mcp.WithDescription(words)), moor)\n}\n';
    const tools = await read(source, { 'words/moor.md': 'Moors a ship.\n' });
    expect(tools).toMatchObject([{ name: 'moor', description: 'Moors a ship.\n' }]);
  });

  it('is left out where it lies outside the tree', async () => {
    const source =
      '//go:embed ../../etc/words.md\nvar words string\nfunc main() {\n\ts.AddTool(mcp.NewTool("moor", mcp.WithDescription(words)), moor)\n}\n';
    expect((await read(source))[0]?.description).toBeUndefined();
  });
});
