import { describe, expect, it } from 'vitest';
import { extractFiles } from '../extract-for-test.ts';

const head = 'import os\nfrom fastmcp import FastMCP\nmcp = FastMCP("Harbour")\n';

async function conditions(body: string) {
  const { tools } = await extractFiles({ 'server.py': `${head}${body}` });
  return tools.map((tool) => tool.conditions);
}

describe('the conditions of a tool', () => {
  it('are those of the branch it stands in', async () => {
    expect(
      await conditions(
        'if os.getenv("WRITES"):\n    @mcp.tool()\n    def a(): pass\nelif DEBUG:\n    @mcp.tool()\n    def b(): pass\nelse:\n    @mcp.tool()\n    def c(): pass\n',
      ),
    ).toEqual([
      ['os.getenv("WRITES")'],
      ['not (os.getenv("WRITES"))', 'DEBUG'],
      ['not (os.getenv("WRITES"))', 'not (DEBUG)'],
    ]);
  });

  it('include an early return before it', async () => {
    expect(
      await conditions(
        'def setup():\n    if read_only:\n        return\n    @mcp.tool()\n    def a(): pass\nsetup()\n',
      ),
    ).toEqual([['not (read_only)']]);
  });

  it('include the place where its function is called, and those of enabled=', async () => {
    const body =
      'def register_a(m):\n    @m.tool(enabled=WRITES)\n    def a(): pass\nif "a" not in  DISABLED:\n    register_a(mcp)\n';
    expect(await conditions(body)).toEqual([['"a" not in DISABLED', 'WRITES']]);
  });

  it('are none where one of several calls has none', async () => {
    expect(
      await conditions(
        'def register_a(m):\n    @m.tool()\n    def a(): pass\nif X:\n    register_a(mcp)\nregister_a(mcp)\n',
      ),
    ).toEqual([[]]);
  });

  it('are not made of the guard of a program', async () => {
    expect(await conditions('if __name__ == "__main__":\n    @mcp.tool()\n    def a(): pass\n')).toEqual([[]]);
  });
});

describe('a function that registers', () => {
  const register = 'def register_a(m):\n    @m.tool()\n    def a(): pass\n    @m.tool()\n    def b(): pass\n';

  it('lists nothing when it is never called, and says so', async () => {
    const { tools, notes } = await extractFiles({ 'server.py': `${head}${register}` });
    expect(tools).toEqual([]);
    expect(notes).toEqual(['register_a (server.py:4) is never called; 2 tools in it are not listed.']);
  });

  it('is not called by an import, an export or a comment', async () => {
    const { tools } = await extractFiles({
      'server.py': `${head}${register}__all__ = ["register_a"]\n# register_a(mcp)\n`,
      'x.py': 'from server import register_a\n',
    });
    expect(tools).toEqual([]);
  });

  it.each([
    'for f in (register_a,):\n    f(mcp)\n',
    'getattr(tools, "register_a")(mcp)\n',
    'import server\nserver.register_a(mcp)\n',
  ])('counts as called by %j', async (use) =>
    expect((await extractFiles({ 'server.py': head + register, 'main.py': use })).tools).toHaveLength(2),
  );

  it('may be started from the packaging', async () => {
    const { tools } = await extractFiles({
      'server.py': head + register,
      'pyproject.toml': '[project.scripts]\nharbour = "server:register_a"\n',
    });
    expect(tools).toHaveLength(2);
  });

  it('ends with functions that call each other', async () => {
    const { tools } = await extractFiles({
      'server.py': `${head}def a(m):\n    @m.tool()\n    def t(): pass\n    b(m)\ndef b(m):\n    a(m)\n`,
    });
    expect(tools).toHaveLength(1);
  });
});
