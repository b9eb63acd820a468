import { describe, expect, it } from 'vitest';
import { readTool } from '../../../../schema/tool-definition.ts';
import { extractFiles, extractNames, extractOneFrom } from '../../extract-for-test.ts';

const server =
  'from mcp.server import Server\nfrom mcp.types import Tool\nfrom tools import discover\nserver = Server("harbour")\n@server.list_tools()\nasync def listed():\n    return [Tool(name=one.get_name(), description=one.get_description(), inputSchema=one.get_input_schema()) for one in discover()]\n';
const base = `from abc import ABC, abstractmethod
class BaseTool(ABC):
    def __init__(self):
        self.name = self.get_name()
        self.label = self.__class__.__name__.lower()
    @abstractmethod
    def get_name(self) -> str:
        """The name."""
    @abstractmethod
    def get_description(self) -> str:
        pass
    def get_input_schema(self):
        return {"type": "object", "properties": self.get_fields()}
    def get_fields(self):
        return {}
class CraneTool(BaseTool):
    async def execute(self, arguments: dict) -> str:
        """Runs whatever a crane tool does."""
        return await self.act(arguments)
`;
const lift = `from base import CraneTool
class LiftTool(CraneTool):
    """Notes for those who work on it."""
    def get_name(self) -> str:
        return "lift_crate"
    def get_description(self) -> str:
        return "Lift a crate " "from a ship."
    def get_input_schema(self):
        schema = {"type": "object", "properties": {"crate": {"type": "string"}}, "required": ["crate"]}
        return schema
    async def act(self, arguments):
        return "done"
`;

function readLift(tool: string) {
  return extractOneFrom({ 'server.py': server, 'base.py': base, 'tools/lift.py': tool });
}

describe('a class that says in methods what tool it is', () => {
  it('is read from what they return, and the classes above it are no tools', async () => {
    const { name, description, inputSchema, tool } = await readLift(lift);

    expect({ name, description }).toEqual({ name: 'lift_crate', description: 'Lift a crate from a ship.' });
    expect(inputSchema).toEqual({
      type: 'object',
      properties: { crate: { type: 'string' } },
      required: ['crate'],
    });
    expect(tool.conformance.map(({ id }) => id)).toEqual(['unfollowed-registration']);
  });

  it('has the methods of its base look into it', async () => {
    const { inputSchema } = await readLift(
      lift.replace(
        / {4}def get_input_schema[\s\S]*return schema\n/,
        '    def get_fields(self):\n        return {"hook": {"type": "integer"}}\n',
      ),
    );
    expect(inputSchema).toMatchObject({ properties: { hook: { type: 'integer' } } });
  });

  it.each([
    [
      'is changed before it is returned',
      '        schema["required"] = self.needs()\n        return schema',
      'computed-schema',
    ],
    [
      'is one of two',
      '        if self.heavy:\n            return {"type": "object"}\n        return schema',
      'computed-schema',
    ],
    ['is made elsewhere', '        return build(schema)', 'unread-schema'],
  ])('is marked where its schema %s', async (_, ending, mark) => {
    const { tool } = await readLift(lift.replace('        return schema', ending));
    expect(tool.conformance.map(({ id }) => id)).toContain(mark);
  });

  it.each([
    ['a call', 'return translate("lift")', undefined],
    ['an f-string', 'return f"Lift {ask()}."', 'Lift {…}.'],
    ['one of two texts', 'if self.heavy:\n            return "Heavy."\n        return "Light."', 'Light.'],
  ])('is marked where its description is %s', async (_, body, description) => {
    const read = await readLift(lift.replace('return "Lift a crate " "from a ship."', body));
    expect(read.tool.conformance.map(({ id }) => id)).toContain('computed-description');
    if (description !== undefined) expect(read.description).toBe(description);
  });

  it('is not listed where its name cannot be known', async () => {
    const files = { 'server.py': server, 'base.py': base, 'tools/lift.py': lift.replace('"lift_crate"', 'ask()') };
    expect(await extractNames(files)).toEqual([]);
  });
});

const plainBase = `class BaseTool:
    name: str = ""
    description: str = ""
    def get_input_schema(self):
        return {"type": "object", "properties": {}}
    async def execute(self, **kwargs):
        raise NotImplementedError
`;
const attributes = (more: string) =>
  `from base import BaseTool\nclass LowerCrate(BaseTool):\n    name = "lower_crate"\n    description = "Lower a crate."\n${more}    async def execute(self, **kwargs):\n        """Runs."""\n        return kwargs\n`;

describe('a class that says in attributes what tool it is', () => {
  it.each([
    [
      'a method',
      '    def get_input_schema(self):\n        return {"type": "object", "properties": {"berth": {"type": "string"}}}\n',
    ],
    [
      'a property',
      '    @property\n    def input_schema(self):\n        return {"type": "object", "properties": {"berth": {"type": "string"}}}\n',
    ],
    ['a model', '    args_schema = Berth\n'],
    ['a property with a model', '    @property\n    def parameters_schema(self):\n        return Berth\n'],
  ])('takes the schema of %s', async (_, more) => {
    const model = 'from pydantic import BaseModel\nclass Berth(BaseModel):\n    berth: str\n';
    const base = plainBase.replace(/ {4}def get_input_schema[\s\S]*?\{\}\}\n/, '');
    const tool = { 'server.py': server, 'base.py': base, 'tools/lower.py': model + attributes(more) };
    const { name, description, inputSchema, tool: read } = await extractOneFrom(tool);

    expect({ name, description }).toEqual({ name: 'lower_crate', description: 'Lower a crate.' });
    expect(inputSchema).toMatchObject({ properties: { berth: { type: 'string' } } });
    expect(read.conformance.map(({ id }) => id)).toEqual(['unfollowed-registration']);
  });

  it('has the schema of its base where it says none, as the server would', async () => {
    const { inputSchema } = await extractOneFrom({
      'server.py': server,
      'base.py': plainBase,
      'tools/lower.py': attributes(''),
    });
    expect(inputSchema).toEqual({ type: 'object', properties: {} });
  });
});

it.each(['arguments: dict', 'args: Dict[str, Any]', 'params'])(
  'marks a schema that nothing says, where a tool takes one dictionary: %s',
  async (parameter) => {
    const { inputSchema, tool } = await extractOneFrom({
      'server.py': server,
      'base.py': 'class BaseTool: pass\n',
      'tools/lift.py': `from base import BaseTool\nclass LiftTool(BaseTool):\n    name = "lift"\n    def execute(self, ${parameter}):\n        """Lift."""\n        return 1\n`,
    });
    expect(inputSchema).toEqual({ type: 'object' });
    expect(tool.conformance.map(({ id }) => id)).toContain('unread-schema');
  },
);

it('takes no class for a tool that leaves a method to others, in whatever way', async () => {
  const abstract = (body: string) =>
    `from base import BaseTool\nclass HookTool(BaseTool):\n    name = "hook"\n    description = "Hook."\n${body}class RealTool(HookTool):\n    name = "real"\n    def execute(self, crate: str):\n        """Do it."""\n        return crate\n    def weigh(self):\n        return 1\n`;
  for (const body of [
    '    def execute(self, crate: str):\n        raise NotImplementedError("later")\n',
    '    @abstractmethod\n    def weigh(self): ...\n    def execute(self, crate: str):\n        return self.weigh()\n',
  ]) {
    const { tools } = await extractFiles({
      'server.py': server,
      'base.py': 'class BaseTool: pass\n',
      'tools/hook.py': abstract(body),
    });
    expect(tools.map(({ definition }) => readTool(definition).name)).toEqual(['real']);
  }
});

it('takes the name from that of the class where one method hands on to another that makes it', async () => {
  const naming = `class Tool:
    @classmethod
    def get_name_from_class(cls):
        name = cls.__name__
        return "".join("_" + letter.lower() if letter.isupper() else letter for letter in name)
    def get_name(self):
        return self.get_name_from_class()
`;
  const winch =
    'from base import Tool\nclass TurnWinchTool(Tool):\n    def apply(self, turns: int) -> str:\n        """Turns the winch."""\n        return "done"\n';

  expect(await extractNames({ 'server.py': server, 'base.py': naming, 'tools/winch.py': winch })).toEqual([
    'turn_winch',
  ]);
});
