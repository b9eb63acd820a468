import { readTool } from '../../schema/tool-definition.ts';
import { type Extraction, type ExtractOptions, extractTools } from './extract.ts';
import { makeSourceTree } from './source-tree.ts';

/** Extracts from files given as text. */
export function extractFiles(files: Record<string, string>, options?: ExtractOptions): Promise<Extraction> {
  return extractTools(makeSourceTree(new Map(Object.entries(files))), options);
}

/** The one tool that a module registers, as the rest of the project reads it. */
export async function extractOne(source: string) {
  const { tools, notes } = await extractFiles({ 'server.py': source });
  const [tool] = tools;
  if (tools.length !== 1 || tool === undefined)
    throw new Error(`expected one tool, got ${tools.length}: ${notes.join(' ')}`);
  return { ...readTool(tool.definition), tool };
}

/** The input schema of a tool whose function takes the parameters, after the given definitions. */
export async function schemaOf(parameters: string, definitions = '') {
  const source = `from fastmcp import FastMCP\n${definitions}\nmcp = FastMCP("Harbour")\n\n@mcp.tool()\ndef weigh(${parameters}):\n    """Weigh a cargo."""\n`;
  const { inputSchema, tool } = await extractOne(source);
  return { schema: inputSchema, findings: tool.conformance.map(({ id }) => id) };
}

/** The one tool of some files, in whatever language, as the rest of the project reads it. */
export async function extractOneFrom(files: Record<string, string>) {
  const { tools, notes } = await extractFiles(files);
  const [tool] = tools;
  if (tools.length !== 1 || tool === undefined)
    throw new Error(`expected one tool, got ${tools.length}: ${notes.join(' ')}`);
  return { ...readTool(tool.definition), tool };
}

/** The names that are listed, sorted. */
export async function extractNames(files: Record<string, string>, options?: ExtractOptions): Promise<string[]> {
  return (await extractFiles(files, options)).tools.map((tool) => readTool(tool.definition).name).toSorted();
}
