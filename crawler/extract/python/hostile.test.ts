import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractFiles } from '../extract-for-test.ts';

const head = 'from fastmcp import FastMCP\nfrom pydantic import BaseModel\nmcp = FastMCP("x")\n';
const tool = '@mcp.tool()\ndef safe_harbour():\n    """Words."""\n';

describe('hostile source', () => {
  it.each([
    ['a line of a megabyte', `X = "${'a'.repeat(900_000)}"\n`],
    ['deep brackets', `X = ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`],
    ['unclosed brackets', `X = ${'[{('.repeat(50_000)}\n`],
    ['a long chain', `X = a${'.b'.repeat(50_000)}\n`],
    ['a long sum', `X = ${'"a" + '.repeat(20_000)}"b"\n`],
    [
      'deep indentation',
      `${Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}if x:`).join('\n')}\n${' '.repeat(301)}pass\n`,
    ],
    ['an unclosed string', 'X = """ never closed\n'],
    ['control characters', 'X = "\u0007\u202E\u001B[2J"\n'],
    ['many definitions', Array.from({ length: 5000 }, (_, index) => `V${index} = ${index}`).join('\n')],
    ['a huge docstring', `def g():\n    """${'\n    x'.repeat(100_000)}"""\n`],
  ])('with %s does not hide the tool beside it', async (_kind, text) => {
    const { tools } = await extractFiles({ 'server.py': head + tool, 'other.py': `import mcp\n${text}` });
    expect(tools).toHaveLength(1);
  });

  it('that doubles a text again and again stays bounded', async () => {
    const doublings = Array.from({ length: 200 }, (_, index) => `A${index + 1} = A${index} + A${index}`).join('\n');
    const { tools } = await extractFiles({
      'server.py': `${head}A0 = "aa"\n${doublings}\n@mcp.tool(description=A200)\ndef f(): pass\n`,
    });
    expect(JSON.stringify(tools).length).toBeLessThan(200_000);
  });

  it.each([
    '"%0*d" % x',
    `"%${'0'.repeat(50_000)}" % x`,
    '"a" * 10**9',
    '"a".replace("a", "b" * 90000) * 9',
    `"${'{}'.repeat(20_000)}".format(${'"x" * 90000, '.repeat(50)})`,
    '"a".join(["b" * 90000] * 1000)',
  ])('that makes a giant out of %s stays bounded', async (expression) => {
    const { tools } = await extractFiles({
      'server.py': `${head}@mcp.tool(description=${expression})\ndef f(): pass\n`,
    });
    expect(JSON.stringify(tools).length).toBeLessThan(300_000);
  });

  it('with models that branch without end stays bounded', async () => {
    const models = Array.from({ length: 30 }, (_, level) => {
      const fields = Array.from({ length: 6 }, (_unused, field) => `    f${field}: "M${level + 1}"`).join('\n');
      return `class M${level}(BaseModel):\n${fields}`;
    }).join('\n');
    const { tools } = await extractFiles({ 'server.py': `${head}${models}\n@mcp.tool()\ndef f(m: M0): pass\n` });
    expect(JSON.stringify(tools).length).toBeLessThan(5_000_000);
  });

  it('with classes that inherit from each other ends', async () => {
    const source = `${head}class A(B):\n    x: int\nclass B(A):\n    y: int\n@mcp.tool()\ndef f(a: A, b: B): pass\n`;
    expect((await extractFiles({ 'server.py': source })).tools).toHaveLength(1);
  });

  it('with imports that run in circles ends', async () => {
    const { tools } = await extractFiles({
      'server.py': `${head}from a import *\n@mcp.tool(name=NAME, description=WORDS)\ndef f(): pass\n${tool}`,
      'a.py': 'from b import *\nfrom b import WORDS\n',
      'b.py': 'from a import *\nfrom a import WORDS\n',
    });
    expect(tools).toHaveLength(1);
  });

  it('that is cut off anywhere gives an answer and no exception', async () => {
    const whole = `${head}class Kind(str, Enum):\n    A = "a"\n@mcp.tool(name="n", annotations={"readOnlyHint": True})\nasync def f(a: Annotated[str, Field(description="d")] = "x", *b) -> dict:\n    """Doc.\n\n    Args:\n        a: b\n    """\n    if a == "x":\n        await client.get(f"/a/{a}")\nmcp.mount(mcp, "p")\n`;
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.nat(whole.length), async (from, length) => {
        const text = whole.slice(0, from) + whole.slice(from + (length % 20));
        await expect(extractFiles({ 'server.py': text })).resolves.toBeDefined();
      }),
      { numRuns: 60 },
    );
  });
});
