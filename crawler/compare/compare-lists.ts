/** The list that a running server gave and the one that its source declares, by name. Pure; neither list is changed. */
import type { SnapshotTool, SourceComparison } from '../../schema/snapshot.ts';
import { readTool } from '../../schema/tool-definition.ts';
import { compareDefinitions } from './compare-definitions.ts';

export interface SourceList {
  /** A purl with its version or commit. */
  source: string;
  tools: readonly SnapshotTool[];
  /** Why something of it was not read; sentences. */
  notes: readonly string[];
}

const most = { onlyLive: 1_000, onlySource: 300, differing: 200, notes: 20 } as const;
const longestNote = 300;

/** Names are compared exactly: one that is written otherwise is another tool. */
export function compareLists(live: readonly SnapshotTool[], { source, tools, notes }: SourceList): SourceComparison {
  const listed = byName(live);
  const declared = byName(tools);
  const shared = [...listed.keys()].filter((name) => declared.has(name));
  const onlyLive = [...listed.keys()].filter((name) => !declared.has(name));
  const onlySource = [...declared].filter(([name]) => !listed.has(name)).map(([, tool]) => tool);
  const differing = shared
    .map((name) => ({ name, parts: compareNamed(listed.get(name), declared.get(name)) }))
    .filter(({ parts }) => parts.length > 0);
  const left = [
    countLeft('that the source does not show', onlyLive.length - most.onlyLive),
    countLeft('that the source alone shows', onlySource.length - most.onlySource),
    countLeft('that differ', differing.length - most.differing),
  ].flat();
  return {
    source,
    both: shared.length,
    onlyLive: onlyLive.slice(0, most.onlyLive),
    onlySource: onlySource.slice(0, most.onlySource),
    differing: differing.slice(0, most.differing),
    notes: [...left, ...new Set(notes)].slice(0, most.notes).map((note) => note.slice(0, longestNote).toWellFormed()),
  };
}

function compareNamed(live: SnapshotTool | undefined, source: SnapshotTool | undefined) {
  return live === undefined || source === undefined ? [] : compareDefinitions(live, source);
}

/** The first of a name: a list that holds one twice says so in its own findings. */
function byName(tools: readonly SnapshotTool[]): Map<string, SnapshotTool> {
  const named = new Map<string, SnapshotTool>();
  for (const tool of tools) {
    const { name } = readTool(tool.definition);
    if (!named.has(name)) named.set(name, tool);
  }
  return named;
}

function countLeft(which: string, count: number): string[] {
  return count > 0 ? [`${count} more tools ${which} are not listed here.`] : [];
}
