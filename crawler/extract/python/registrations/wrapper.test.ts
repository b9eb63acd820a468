import { describe, expect, it } from 'vitest';
import { readTool } from '../../../../schema/tool-definition.ts';
import { extractFiles } from '../../extract-for-test.ts';

const functions =
  'def lift(crate: str):\n    """Lift a crate."""\n    return crate\ndef lower(crate: str, berth: int = 1):\n    """Lower a crate."""\n    return crate\n';
const head = `from functools import wraps\nimport functools\nfrom fastmcp import FastMCP\nmcp = FastMCP("Harbour")\n${functions}`;
const helper = (registers: string) =>
  `def offer(fn):\n    label = fn.__name__\n    @wraps(fn)\n    def watched(*args, **kwargs):\n        print(label)\n        return fn(*args, **kwargs)\n    ${registers}\n`;
const calls = 'offer(lift)\noffer(lower)\n';

async function readAll(source: string) {
  const { tools, notes } = await extractFiles({ 'server.py': head + source });
  const read = tools.map(({ definition }) => readTool(definition));
  return { names: read.map(({ name }) => name), read, tools, notes };
}

describe('a helper that wraps each function before it registers it', () => {
  it.each([
    ['by a call of its own', helper('mcp.tool()(watched)') + calls],
    ['by handing it over', helper('mcp.add_tool(watched)') + calls],
    ['under its name', helper('mcp.tool(name=label)(watched)') + calls],
    ['through the name of another', helper('ready = watched\n    mcp.tool()(ready)') + calls],
    ['in a loop', `${helper('mcp.tool()(watched)')}for one in [lift, lower]:\n    offer(one)\n`],
    [
      'as a decorator over the wrapper',
      `def offer(fn):\n    @mcp.tool()\n    @functools.wraps(fn)\n    def watched(*args, **kwargs):\n        return fn(*args, **kwargs)\n    return watched\n${calls}`,
    ],
    [
      'in a function around it',
      `def build():\n${`${helper('mcp.tool()(watched)')}${calls}`.replace(/^(?=.)/gm, '    ')}build()\n`,
    ],
    [
      'that copies name and words by hand',
      `def offer(fn):\n    def watched(crate: str):\n        return fn(crate)\n    watched.__name__ = fn.__name__\n    watched.__doc__ = fn.__doc__\n    mcp.tool()(watched)\n${calls}`,
    ],
  ])('lists what it is called with: %s', async (_, source) => {
    const { names, read } = await readAll(source);
    expect(names).toEqual(['lift', 'lower']);
    expect(read.map(({ description }) => description)).toEqual(['Lift a crate.', 'Lower a crate.']);
    expect(read[0]?.inputSchema).toMatchObject({ properties: { crate: { type: 'string' } } });
  });

  it.each([
    ['a call', `${helper('mcp.tool()(watched)')}offer(ask())\n`],
    [
      'a decorator',
      'def offer(fn):\n    @mcp.tool()\n    @wraps(fn)\n    def watched(*args):\n        return fn(*args)\noffer(ask())\n',
    ],
    [
      'what another function makes',
      `def make(fn):\n    @wraps(fn)\n    def watched(): pass\n    return watched\nready = make(ask())\nmcp.tool()(ready)\n`,
    ],
    ['a name from elsewhere', 'def watched(): pass\nmcp.tool(ask())(watched)\n'],
    ['a name from elsewhere, put second', 'def watched(): pass\nmcp.add_tool(watched, ask())\n'],
  ])('invents no tool where they cannot be followed, and says so: %s', async (_, source) => {
    const { names, notes } = await readAll(source);
    expect(names).toEqual([]);
    expect(notes.join(' ')).toMatch(/server\.py:\d+ registers a tool whose name/);
  });

  it('marks what it cannot know of a tool that is given a name', async () => {
    const { names, tools } = await readAll(`${helper('mcp.tool(name="hoist")(watched)')}offer(ask())\n`);
    expect(names).toEqual(['hoist']);
    expect(tools[0]?.conformance.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['computed-description', 'unread-schema']),
    );
  });
});

it('keeps the name of a function that is wrapped above its registration', async () => {
  const { names } = await readAll('@wraps(lift)\n@mcp.tool()\ndef hoist(crate: str): pass\n');
  expect(names).toEqual(['hoist']);
});
