import { describe, expect, it } from 'vitest';
import { readTool } from '../../../../schema/tool-definition.ts';
import { extractFiles, extractOne } from '../../extract-for-test.ts';

const head =
  'from enum import Enum\nimport mcp.types as types\nfrom mcp.types import Tool, Prompt\nfrom pydantic import BaseModel, Field\n';

describe('a tool written out', () => {
  it('has the name, description and schema of its arguments', async () => {
    const { tool } = await extractOne(
      `${head}SIZE = {"type": "integer", "minimum": 1}\nTOOLS = [types.Tool(name="weigh", description="Weighs " "a crate.", inputSchema={"type": "object", "properties": {"size": SIZE, **{"mark": {"type": "string"}}}, "required": ["size"]})]\n`,
    );
    expect(tool.definition).toEqual({
      name: 'weigh',
      description: 'Weighs a crate.',
      inputSchema: {
        type: 'object',
        properties: { size: { type: 'integer', minimum: 1 }, mark: { type: 'string' } },
        required: ['size'],
      },
    });
  });

  it.each(['Kind.WEIGH', 'Kind.WEIGH.value'])('takes its name from the enumeration: %s', async (name) => {
    const source = `${head}class Kind(str, Enum):\n    WEIGH = "weigh_crate"\nx = Tool(name=${name}, inputSchema={"type": "object"})\n`;
    expect((await extractOne(source)).name).toBe('weigh_crate');
  });

  it('takes its schema from a model of another file', async () => {
    const { tools } = await extractFiles({
      'pkg/models.py':
        'from pydantic import BaseModel, Field\nclass Weigh(BaseModel):\n    """What to weigh."""\n    crate: str = Field(description="Its mark.")\n    twice: bool = False\n',
      'pkg/server.py':
        'from mcp.types import Tool\nfrom .models import Weigh\nTOOL = Tool(name="weigh", description="x", inputSchema=Weigh.model_json_schema())\n',
    });
    expect(readTool(tools[0]?.definition).inputSchema).toEqual({
      type: 'object',
      description: 'What to weigh.',
      properties: { crate: { type: 'string', description: 'Its mark.' }, twice: { type: 'boolean', default: false } },
      required: ['crate'],
    });
  });

  it.each([
    'x = Prompt(name="p", arguments=[])',
    'x = Tool(name="p")',
    'from langchain.agents import Tool as T\nx = T(name="p", inputSchema={})',
    'from other import Tool\nx = Tool(name="p", inputSchema={})',
    'x = {"name": "p", "description": "d"}',
  ])('is no tool: %s', async (line) => {
    expect(
      (await extractFiles({ 'server.py': `${line.includes('import') ? 'import mcp\n' : head}${line}\n` })).tools,
    ).toEqual([]);
  });

  it('may be a dictionary with the same keys', async () => {
    const source = `${head}TOOLS = [{"name": "weigh", "description": "Weighs.", "inputSchema": {"type": "object"}}]\n`;
    expect((await extractOne(source)).name).toBe('weigh');
  });

  it('gets the evidence of its branch of the one handler, and of no other', async () => {
    const source = `${head}import os\nfrom mcp.server import Server\nserver = Server("x")\nT = [Tool(name="scrap", inputSchema={}), Tool(name="look", inputSchema={})]\n@server.call_tool()\nasync def call(name, arguments):\n    if name == "scrap":\n        os.remove(arguments["path"])\n    elif name == "look":\n        return open(arguments["path"])\n`;
    const { tools } = await extractFiles({ 'server.py': source });
    expect(tools.map((tool) => tool.handler?.map(({ verb }) => verb))).toEqual([['unlink'], ['read']]);
  });

  it('finds its branch in a match over an enumeration', async () => {
    const source = `${head}import os\nclass Kind(str, Enum):\n    SCRAP = "scrap"\nT = Tool(name=Kind.SCRAP.value, inputSchema={})\n@server.call_tool()\nasync def call(name, arguments):\n    match name:\n        case Kind.SCRAP.value:\n            os.remove("x")\n        case "other":\n            os.system("y")\n`;
    const { tool } = await extractOne(source);
    expect(tool.handler?.map(({ verb }) => verb)).toEqual(['unlink']);
  });
});
