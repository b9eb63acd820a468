import { describe, expect, it } from 'vitest';
import { extractFiles } from '../extract-for-test.ts';

const head = 'package main\nimport "github.com/mark3labs/mcp-go/mcp"\n';
const tool = 'func main() { s.AddTool(mcp.NewTool("harbour", mcp.WithDescription("Words.")), h) }\n';

describe('hostile Go', () => {
  it.each([
    ['a line of a megabyte', `var X = "${'a'.repeat(900_000)}"\n`],
    ['deep brackets', `var X = ${'('.repeat(20_000)}1${')'.repeat(20_000)}\n`],
    ['unclosed brackets', `var X = ${'[{('.repeat(50_000)}\n`],
    ['a long chain', `var X = a${'.b'.repeat(50_000)}\n`],
    ['a long sum', `var X = ${'"a" + '.repeat(20_000)}"b"\n`],
    ['an unclosed string', 'var X = `never closed\n'],
    ['control characters', 'var X = "\u0007\u202E\u001B[2J"\n'],
    [
      'many constants',
      `const (\n${Array.from({ length: 5000 }, (_, index) => `V${index} = ${index}`).join('\n')}\n)\n`,
    ],
  ])('with %s does not hide the tool beside it', async (_kind, text) => {
    const { tools } = await extractFiles({ 'main.go': head + tool, 'other.go': `package main // mcp\n${text}` });
    expect(tools).toHaveLength(1);
  });

  it.each([
    [
      'doubles a text',
      `const A0 = "aa"\n${Array.from({ length: 200 }, (_, i) => `const A${i + 1} = A${i} + A${i}`).join('\n')}\n`,
      'A200',
    ],
    ['is its own value', 'const A = A + B\nconst B = A\n', 'A'],
    ['calls itself', 'func a() string { return b() }\nfunc b() string { return a() }\n', 'a()'],
    ['formats without end', `const A = "${'%s'.repeat(30_000)}"\n`, 'fmt.Sprintf(A, A, A, A, A)'],
  ])('that %s stays bounded', async (_kind, text, expression) => {
    const source = `${head}${text}func main() { s.AddTool(mcp.NewTool("x", mcp.WithDescription(${expression})), h) }\n`;
    const { tools } = await extractFiles({ 'main.go': source });
    expect(tools).toHaveLength(1);
    expect(JSON.stringify(tools).length).toBeLessThan(300_000);
  });

  it('with structs that branch without end stays bounded', async () => {
    const structs = Array.from(
      { length: 30 },
      (_, level) =>
        `type M${level} struct {\n${Array.from({ length: 6 }, (_unused, field) => `F${field} M${level + 1}`).join('\n')}\n}`,
    ).join('\n');
    const { tools } = await extractFiles({
      'main.go': `${head}${structs}\nfunc h(ctx C, a M0) {}\nfunc main() { RegisterTool("x", "Words.", h) }\n`,
    });
    expect(tools).toHaveLength(1);
    expect(JSON.stringify(tools).length).toBeLessThan(5_000_000);
  });

  it('keeps names that other objects have already', async () => {
    const { tools } = await extractFiles({
      'main.go': `${head}func main() { mcp.NewTool("constructor", mcp.WithString("__proto__", mcp.Required())) }\n`,
    });
    expect(tools[0]?.definition).toMatchObject({ name: 'constructor', inputSchema: { required: ['__proto__'] } });
    expect(JSON.stringify(tools[0]?.definition)).toContain('"__proto__":{"type":"string"}');
  });
});
