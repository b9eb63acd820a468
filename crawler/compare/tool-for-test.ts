/** Tools of two lists, for the tests of this folder. */
import type { HandlerEvidence, SnapshotTool } from '../../schema/snapshot.ts';
import type { Json } from '../../schema/tool-definition.ts';
import { makeSnapshotTool, type ToolContext } from '../snapshot-tool.ts';

export function liveTool(definition: Json): SnapshotTool {
  return makeSnapshotTool(definition, { from: 'live' });
}

/** `open`: ids of findings that say what could not be read of it. */
export function sourceTool(
  definition: Json,
  { open = [], ...context }: ToolContext & { open?: string[] } = {},
): SnapshotTool {
  const conformance = open.map((id) => ({ id, pointer: '', message: 'Not read.' }));
  return makeSnapshotTool(definition, { from: 'source', file: 'dist/index.js', line: 7 }, { conformance, ...context });
}

export function evidence(kind: HandlerEvidence['kind'], verb: string, quote: string, line = 1): HandlerEvidence {
  return { kind, verb, quote, file: 'dist/index.js', line };
}
