import { describe, expect, it } from 'vitest';
import { extractFiles, extractOne } from '../../extract-for-test.ts';

async function evidence(body: string, { before = '', parameters = 'action: str, berth: str' } = {}) {
  const { tool } = await extractOne(
    `import httpx, os\nfrom enum import Enum\nfrom fastmcp import FastMCP\nmcp = FastMCP("x")\nclient = httpx.Client()\n${before}\n@mcp.tool()\ndef f(${parameters}):\n    ${body.replaceAll('\n', '\n    ')}\n`,
  );
  return (tool.handler ?? []).map(({ verb, when }) => `${verb}${when ? ` ${when.path}=${when.value}` : ''}`);
}

describe('the value of an argument that leads to a call', () => {
  it.each([
    [
      'if action == "scrap":\n    client.delete("/a")\nelif action == "tow":\n    client.put("/a")\nelse:\n    client.get("/a")',
      ['DELETE /action=scrap', 'PUT /action=tow', 'GET'],
    ],
    ['if "scrap" == action and berth:\n    client.delete("/a")', ['DELETE /action=scrap']],
    ['if action in ("scrap", "sink"):\n    client.delete("/a")', ['DELETE /action=scrap', 'DELETE /action=sink']],
    ['if action == "a" or action == "b":\n    client.delete("/a")', ['DELETE /action=a', 'DELETE /action=b']],
    ['if action.lower() == "scrap":\n    client.delete("/a")', ['DELETE /action=scrap']],
    ['if action != "scrap":\n    return\nclient.delete("/a")', ['DELETE /action=scrap']],
    [
      'match action:\n    case "scrap" | "sink":\n        client.delete("/a")\n    case _:\n        client.get("/a")',
      ['DELETE /action=scrap', 'DELETE /action=sink', 'GET'],
    ],
    ['return client.delete("/a") if action == "scrap" else client.get("/a")', ['DELETE /action=scrap', 'GET']],
    ['if berth == "n":\n    if action == "scrap":\n        client.delete("/a")', ['DELETE /action=scrap']],
    ['if action == "scrap":\n    if berth == "n":\n        client.delete("/a")', ['DELETE /action=scrap']],
  ])('is seen in %j', async (body, expected) => expect(await evidence(body)).toEqual(expected));

  it.each([
    'if action != "keep":\n    client.delete("/a")',
    'if not action == "keep":\n    client.delete("/a")',
    'if action == "a" or berth == "b":\n    client.delete("/a")',
    'if action == berth:\n    client.delete("/a")',
    'if os.environ["action"] == "x":\n    client.delete("/a")',
    'if action == "keep":\n    pass\nclient.delete("/a")',
  ])('is not claimed in %j', async (body) => expect(await evidence(body)).toEqual(['DELETE']));

  it('is read through constants, members of an enumeration and a model', async () => {
    const before =
      'SCRAP = "scrap"\nclass Deed(str, Enum):\n    TOW = "tow"\nclass Order(BaseModel):\n    deed: Deed\n';
    const body =
      'if order.deed == SCRAP:\n    client.delete("/a")\nif order.deed == Deed.TOW.value:\n    client.put("/a")';
    expect(await evidence(body, { before, parameters: 'order: Order' })).toEqual([
      'DELETE /order/deed=scrap',
      'PUT /order/deed=tow',
    ]);
  });

  it('goes along into the functions that are called, and keeps out of their other branches', async () => {
    const before =
      'def run(deed):\n    if deed == "scrap":\n        client.delete("/a")\n    else:\n        tidy()\n    if deed == "tow":\n        client.put("/a")\ndef tidy():\n    client.patch("/a")\n';
    expect(await evidence('if action == "scrap":\n    run(action)\nelse:\n    tidy()', { before })).toEqual([
      'DELETE /action=scrap',
      'PATCH',
    ]);
  });

  it.each([
    '{"scrap": scrap, "tow": tow}[action](berth)',
    'deeds = {"scrap": scrap, "tow": tow}\ndeed = deeds.get(action)\nif not deed:\n    raise ValueError(action)\ndeed(berth)',
    'DEEDS[action](berth)',
  ])('comes from a table of functions: %j', async (body) => {
    const before =
      'def scrap(b):\n    client.delete("/a")\ndef tow(b):\n    client.put("/a")\nDEEDS = {"scrap": scrap, "tow": tow}\n';
    expect(await evidence(body, { before })).toEqual(['DELETE /action=scrap', 'PUT /action=tow']);
  });

  it('is read out of the arguments of the one handler of a low-level server', async () => {
    const source =
      'import httpx\nfrom mcp.server import Server\nfrom mcp.types import Tool\nserver = Server("x")\nclient = httpx.Client()\n@server.list_tools()\nasync def tools():\n    return [Tool(name="berth", description="d", inputSchema={"type": "object"})]\n@server.call_tool()\nasync def call(name, arguments):\n    if name == "berth":\n        deed = arguments.get("deed")\n        if deed == "scrap":\n            client.delete("/a")\n        if arguments["deed"] == "tow":\n            client.put("/a")\n';
    const { tools } = await extractFiles({ 'server.py': source });
    expect(tools[0]?.handler?.map(({ verb, when }) => ({ verb, when }))).toEqual([
      { verb: 'DELETE', when: { path: '/deed', value: 'scrap' } },
      { verb: 'PUT', when: { path: '/deed', value: 'tow' } },
    ]);
  });

  it('leaves a method to be read that is handed down as a text', async () => {
    const before =
      'class Api:\n    def __init__(self):\n        self.session = httpx.Client()\n    def scrap(self, b):\n        return self.send("DELETE", b)\n    def send(self, method, b):\n        return self.session.request(method, b)\napi = Api()\n';
    expect(await evidence('if action == "scrap":\n    api.scrap(berth)', { before })).toEqual(['DELETE /action=scrap']);
  });
});

it('quotes the call that names the method, where the method is handed on', async () => {
  const source =
    'import httpx\nfrom fastmcp import FastMCP\nmcp = FastMCP("x")\nclient = httpx.Client()\ndef send(method, path):\n    return client.request(method, path)\n@mcp.tool()\ndef f(x: str):\n    send("DELETE", f"/ships/{x}")\n';
  const { tools } = await extractFiles({ 'server.py': source });
  expect(tools[0]?.handler).toEqual([
    { kind: 'http', verb: 'DELETE', quote: 'send("DELETE", f"/ships/{x}")', file: 'server.py', line: 9 },
  ]);
});
