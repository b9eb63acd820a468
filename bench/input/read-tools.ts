/** Tools of a JSONL file, gzipped or not, as text and as a server would have listed them. */
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { toDefinition } from '../../classifier/evaluation/definition-parts.ts';
import { LabelledTool } from '../../schema/labelled-tool.ts';

export interface InputTool {
  id: string;
  server: string | undefined;
  definition: Record<string, unknown>;
  /** The definition as JSON. */
  text: string;
}

/** @throws where the file cannot be read or a line is not a tool */
export async function readTools(file: string): Promise<InputTool[]> {
  const bytes = await readFile(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => readTool(JSON.parse(line)));
}

function readTool(line: object): InputTool {
  // What is not labelled is read by the same rules; the category is not looked at.
  const tool = LabelledTool.parse({ ...line, category: 'read' });
  const definition = toDefinition(tool);
  return { id: tool.id ?? tool.tool, server: tool.server, definition, text: JSON.stringify(definition) };
}
