import { describe, expect, it } from 'vitest';
import { readTool } from '../../../../schema/tool-definition.ts';
import { extractFiles } from '../../extract-for-test.ts';

const sub = 'from fastmcp import FastMCP\ncrane_mcp = FastMCP("Crane")\n@crane_mcp.tool()\ndef lift(): pass\n';

async function names(main: string, extra: Record<string, string> = {}) {
  const { tools } = await extractFiles({
    'app/crane.py': sub,
    'app/main.py': `from fastmcp import FastMCP\nfrom .crane import crane_mcp\nmain = FastMCP("Main")\n${main}\n`,
    ...extra,
  });
  return tools.map((tool) => readTool(tool.definition).name);
}

describe('a mounted server', () => {
  it.each([
    'main.mount(crane_mcp, namespace="crane")',
    'main.mount(crane_mcp, prefix="crane")',
    'main.mount(crane_mcp, "crane")',
    'main.mount("crane", crane_mcp)',
    'await_(main.import_server(crane_mcp, prefix="crane"))',
    'P = "crane"\nmain.mount(crane_mcp, P)',
  ])('puts its prefix before the names: %s', async (call) => expect(await names(call)).toEqual(['crane_lift']));

  it.each(['', 'main.mount(crane_mcp)', 'main.mount(crane_mcp, None)'])(
    'changes nothing without a prefix: %j',
    async (call) => {
      expect(await names(call)).toEqual(['lift']);
    },
  );

  it('adds up through servers mounted in servers', async () => {
    expect(await names('main.mount(crane_mcp, "crane")\ntop = FastMCP("Top")\ntop.mount(main, "port")')).toEqual([
      'port_crane_lift',
    ]);
  });

  it('ends where servers are mounted in each other', async () => {
    expect((await names('main.mount(crane_mcp, "a")\ncrane_mcp.mount(main, "b")')).length).toBe(1);
  });
});
