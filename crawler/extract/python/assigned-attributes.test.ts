import { describe, expect, it } from 'vitest';
import { readTool } from '../../../schema/tool-definition.ts';
import { extractFiles, extractOne } from '../extract-for-test.ts';

const head =
  'from fastmcp import FastMCP\nmcp = FastMCP("Harbour")\nBERTHS = 4\ndef lift(crate: str):\n    """Old words."""\n';
const bare = head.replace('    """Old words."""\n', '    return crate\n');

async function describedBy(source: string) {
  const { description, tool } = await extractOne(source);
  return { description, findings: tool.conformance.map(({ id }) => id) };
}

describe('what is assigned to __doc__ before a function is registered', () => {
  it.each([
    ['a plain string', 'lift.__doc__ = "Lift a crate."', 'Lift a crate.'],
    ['an indented text', 'lift.__doc__ = """Lift a crate.\n\n    Slowly.\n    """', 'Lift a crate.\n\nSlowly.'],
    ['an f-string of constants', 'lift.__doc__ = f"Lift to one of {BERTHS} berths."', 'Lift to one of 4 berths.'],
    ['a constant', 'WORDS = "Lift."\nlift.__doc__ = WORDS', 'Lift.'],
    ['the last of two', 'lift.__doc__ = "A."\nlift.__doc__ = "B."', 'B.'],
    ['nothing', 'lift.__doc__ = None', undefined],
  ])('describes it: %s', async (_, assignment, description) => {
    for (const start of [head, bare]) {
      const read = await describedBy(`${start}${assignment}\nmcp.tool()(lift)\n`);
      expect(read.description).toBe(description);
      expect(read.findings).not.toContain('computed-description');
    }
  });

  it('is marked as computed where a part of it is not in the source', async () => {
    const read = await describedBy(`${bare}lift.__doc__ = f"Lift to {ask()}."\nmcp.tool()(lift)\n`);
    expect(read).toMatchObject({ description: 'Lift to {…}.' });
    expect(read.findings).toContain('computed-description');
  });

  it.each([
    ['a call', 'lift.__doc__ = ask()', undefined],
    ['a condition', 'if ask():\n    lift.__doc__ = "Lift."', 'Lift.'],
    ['a function beside it', 'def change():\n    lift.__doc__ = "Lift."', 'Lift.'],
  ])('is marked as computed where it depends on %s', async (_, assignment, description) => {
    const read = await describedBy(`${bare}${assignment}\nmcp.tool()(lift)\n`);
    expect(read.description).toBe(description);
    expect(read.findings).toContain('computed-description');
  });

  it('is put behind the docstring where it is added', async () => {
    const read = await describedBy(`${head}lift.__doc__ += " New words."\nmcp.tool()(lift)\n`);
    expect(read.description).toBe('Old words. New words.');
    expect(read.findings).toContain('computed-description');
  });

  it.each([
    ['after the call that registers', `${head}mcp.tool()(lift)\nlift.__doc__ = "Later."\n`],
    [
      'to a function that a decorator registered',
      `${head.replace('def', '@mcp.tool()\ndef')}lift.__doc__ = "Later."\n`,
    ],
    ['to another function', `${head}def lower(): pass\nlower.__doc__ = "Lower."\nmcp.tool()(lift)\n`],
  ])('changes nothing %s', async (_, source) => {
    const read = await describedBy(source);
    expect(read).toMatchObject({ description: 'Old words.' });
    expect(read.findings).not.toContain('computed-description');
  });

  it('is read in the function that registers as well, and where the function is imported', async () => {
    const { tools } = await extractFiles({
      'crane.py': 'def lift(crate: str): pass\n',
      'server.py':
        'from fastmcp import FastMCP\nfrom crane import lift\ndef build():\n    mcp = FastMCP("Harbour")\n    def lower(crate: str): pass\n    lower.__doc__ = f"Lower {ask()}."\n    lift.__doc__ = "Lift."\n    mcp.tool()(lower)\n    mcp.tool()(lift)\nbuild()\n',
    });
    expect(tools.map(({ definition }) => readTool(definition).description)).toEqual(['Lower {…}.', 'Lift.']);
  });
});

describe('a function that is given another name or signature before it is registered', () => {
  it('is listed under that name', async () => {
    const { name } = await extractOne(`${head}lift.__name__ = "hoist"\nmcp.tool()(lift)\n`);
    expect(name).toBe('hoist');
  });

  it('is not listed under the one it was written with where the new one is not known', async () => {
    const { tools, notes } = await extractFiles({
      'server.py': `${head}def make(kind):\n    def run(**more):\n        """Run."""\n    run.__name__ = kind.title\n    return run\nmcp.tool()(make(ask()))\n`,
    });
    expect(tools).toEqual([]);
    expect(notes.join(' ')).toContain('name');
  });

  it('is marked where its parameters may be others', async () => {
    const { tool } = await extractOne(`${head}lift.__signature__ = ask()\nmcp.tool()(lift)\n`);
    expect(tool.conformance.map(({ id }) => id)).toContain('computed-schema');
  });
});
