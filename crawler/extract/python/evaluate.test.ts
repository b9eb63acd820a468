import { describe, expect, it } from 'vitest';
import { extractFiles } from '../extract-for-test.ts';

/** The description of a tool, as an expression gives it. */
async function described(expression: string, definitions = '', files: Record<string, string> = {}) {
  const { tools } = await extractFiles({
    ...files,
    'pkg/server.py': `import os, textwrap\nfrom fastmcp import FastMCP\nmcp = FastMCP("x")\n${definitions}\n@mcp.tool(description=${expression})\ndef f():\n    "doc"\n`,
  });
  const [tool] = tools;
  const definition = tool?.definition;
  const text =
    typeof definition === 'object' && definition !== null && !Array.isArray(definition)
      ? definition.description
      : undefined;
  return { text, exact: tool?.conformance.every(({ id }) => id !== 'computed-description') };
}

describe('a value in the source', () => {
  it.each([
    ['"a" "b" \'c\'', 'abc'],
    ['"a" + "b" * 3', 'abbb'],
    ['("a"\n  "b")', 'ab'],
    ['"""\\\n  a\\tb"""', '  a\tb'],
    ['r"\\d"', '\\d'],
    ['"%s of %d" % ("a", 2)', 'a of 2'],
    ['"{} {x}".format("a", x="b")', 'a b'],
    ['f"{1 + 1} {\'x\'}"', '2 x'],
    ['", ".join(["a", "b"])', 'a, b'],
    ['"  a ".strip().upper()', 'A'],
    ['"a-b".replace("-", "+")', 'a+b'],
    ['textwrap.dedent("""\\\n    a\n      b""")', 'a\n  b'],
    ['["x", "y"][1]', 'y'],
    ['{"k": "v"}["k"]', 'v'],
  ])('is read: %s', async (expression, text) => expect(await described(expression)).toEqual({ text, exact: true }));

  it.each([
    ['T.A', 'class T:\n    A = "x"\n'],
    ['A', 'A = B = "x"\nB: str = "x"\n'],
    ['A', 'A, B = "x", "y"\n'],
    ['g()', 'def g():\n    return "x"\n'],
    ['g.__doc__', 'def g():\n    "x"\n'],
    ['C.K', 'from .words import constants as C\n'],
    ['K', 'from .words.constants import *\n'],
    ['w.constants.K', 'from . import words as w\n'],
  ])('is followed: %s after %j', async (expression, definitions) => {
    const files = { 'pkg/words/__init__.py': '', 'pkg/words/constants.py': 'K = "x"\n' };
    expect((await described(expression, definitions, files)).text).toBe('x');
  });

  it.each([
    ['f"a {where} b"', '', 'a {…} b'],
    ['"a " + where()', '', 'a {…}'],
    ['"a" if X else "b"', '', 'a'],
    ['os.getenv("D", "a")', '', 'a'],
    ['os.environ.get("D") or "a"', '', 'a'],
    ['"%s" % x', '', '{…}'],
    ['A', 'A = "a"\nA = A + "b"\n', 'ab'],
    ['self.words', '', 'doc'],
  ])('is marked as computed: %s', async (expression, definitions, text) => {
    expect(await described(expression, definitions)).toEqual({ text, exact: false });
  });

  it.each([
    'A = B\nB = A\n',
    'A = A\n',
    'def A_():\n    return A_()\nA = A_()\n',
    'from pkg.server import A\n',
    'from .server import *\n',
  ])('that is defined by itself ends: %j', async (definitions) =>
    expect(await described('A', definitions)).toEqual({ text: 'doc', exact: false }),
  );
});
