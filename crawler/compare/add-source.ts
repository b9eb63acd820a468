/** Lays what the source of a server says beside the list that the running server gave. */
import type { HandlerEvidence, Snapshot, SnapshotTool } from '../../schema/snapshot.ts';
import { readTool } from '../../schema/tool-definition.ts';
import { compareLists, type SourceList } from './compare-lists.ts';
import { markIncidental } from './mark-incidental.ts';

/**
 * The snapshot with the comparison, and on each tool of exactly one name with the source what its handler does. Only ever adds: a
 * source that shows nothing of a tool, or of all of them, takes nothing away.
 */
export function addSource(snapshot: Snapshot, list: SourceList): Snapshot {
  if (list.tools.length === 0 || snapshot.tools.length === 0) return snapshot;
  const handlers = markIncidental(list.tools.map(({ handler }) => handler ?? []));
  const declared = new Map(
    list.tools.map((tool, index) => [readTool(tool.definition).name, { ...tool, handler: handlers[index] ?? [] }]),
  );
  return {
    ...snapshot,
    tools: snapshot.tools.map((tool) =>
      withDeclaration(tool, declared.get(readTool(tool.definition).name), list.source),
    ),
    comparison: compareLists(snapshot.tools, list),
  };
}

type Declared = SnapshotTool & { handler: HandlerEvidence[] };

function withDeclaration(tool: SnapshotTool, declared: Declared | undefined, source: string): SnapshotTool {
  if (declared?.provenance.from !== 'source' || tool.provenance.from !== 'live') return tool;
  const { file, line } = declared.provenance;
  const { handler, conditions } = declared;
  return {
    ...tool,
    ...(handler.length === 0 ? {} : { handler }),
    declaredAt: { source, file, line, conditions },
  };
}
