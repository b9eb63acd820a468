import { describe, expect, it } from 'vitest';
import { extractFiles, extractOne } from '../../extract-for-test.ts';

async function evidence(body: string, before = '') {
  const { tool } = await extractOne(
    `import os, shutil, subprocess, httpx, requests, sqlite3\nfrom pathlib import Path\nfrom fastmcp import FastMCP\nmcp = FastMCP("x")\n${before}\n@mcp.tool()\nasync def f(path: str, query: str):\n    ${body.replaceAll('\n', '\n    ')}\n`,
  );
  return (tool.handler ?? []).map(({ kind, verb }) => `${kind} ${verb}`);
}

describe('what a handler does', () => {
  it.each([
    ['client.delete(f"/ships/{path}")', ['http DELETE']],
    ['await self_client.request("PUT", "/x")', ['http PUT']],
    ['requests.post(url)', ['http POST']],
    ['async with httpx.AsyncClient() as c:\n    await c.patch(x)', ['http PATCH']],
    ['subprocess.run(["ls"])', ['process spawn']],
    ['os.system(path)', ['process spawn']],
    ['eval(path)', ['process eval']],
    ['os.remove(path)', ['file unlink']],
    ['shutil.rmtree(path)', ['file rmtree']],
    ['Path(path).unlink()', ['file unlink']],
    ['Path(path).write_text("x")', ['file write']],
    ['open(path)', ['file read']],
    ['open(path, "ab")', ['file write']],
    ['open(path, mode)', ['file write']],
    ['cursor.execute("DELETE FROM ships WHERE id = ?", (1,))', ['sql DELETE']],
    ['sql = f"""\n  DROP TABLE {path}"""\nconn.execute(sql)', ['sql DROP']],
    ['driver.execute_query("MATCH (n) DETACH DELETE n")', ['sql DELETE']],
    ['cursor.execute(query)', ['sql any']],
  ])('is seen in %j', async (body, expected) => expect(await evidence(body)).toEqual(expected));

  it.each([
    'params.get("x")',
    'os.environ.get("HOME")',
    'text.replace("a", "b")',
    'data.delete("x")',
    'session.get(Ship, 1)',
    'data = requests.HTTPError(path).response.json()\ndata.get("x")',
    'runner.run("SELECT a thing")',
    '"remove".strip()',
  ])('is not seen in %s', async (body) => expect(await evidence(body)).toEqual([]));

  it('is found in the functions it calls, in this file and another, and quoted with its place', async () => {
    const { tools } = await extractFiles({
      'server.py':
        'from fastmcp import FastMCP\nfrom disk import scrap\nmcp = FastMCP("x")\ndef local(p):\n    return scrap(p)\n@mcp.tool()\ndef f(p: str):\n    local(p)\n',
      'disk.py': 'import os\n\ndef scrap(p):\n    os.unlink(p)\n',
    });
    expect(tools[0]?.handler).toEqual([
      { kind: 'file', verb: 'unlink', quote: 'os.unlink(p)', file: 'disk.py', line: 4 },
    ]);
  });

  it('leaves out branches that the call rules out', async () => {
    const before =
      'def manage(action, p):\n    if action == "make":\n        os.mkdir(p)\n    elif action == "scrap":\n        os.rmdir(p)\n    else:\n        os.chmod(p, 0)\n';
    expect(await evidence('manage("make", path)', before)).toEqual(['file mkdir', 'file change']);
  });

  it('is bounded, and ends with functions that call each other', async () => {
    const before = `def a(p):\n    b(p)\n${'    os.remove(p)\n'.repeat(100)}\ndef b(p):\n    a(p)\n`;
    expect((await evidence('a(path)', before)).length).toBe(40);
  });
});
