/** One tool as a running server listed it and as its source declares it. */
import type { PartDifference, SnapshotTool } from '../../schema/snapshot.ts';
import { hints, readTool } from '../../schema/tool-definition.ts';
import { compareParameters } from './compare-parameters.ts';
import { compareTexts, sideBySide } from './compare-texts.ts';

const mostParts = 40;

/** What the source is known to leave open (see `tool-draft.ts`) is no difference. */
export function compareDefinitions(live: SnapshotTool, source: SnapshotTool): PartDifference[] {
  const open = new Set(source.conformance.map(({ id }) => id));
  const [one, other] = [readTool(live.definition), readTool(source.definition)];
  const differences: PartDifference[] = [];
  if (one.title !== undefined && other.title !== undefined)
    differences.push(...compareTexts('/title', one.title, other.title));
  if (!open.has('computed-description'))
    differences.push(...compareTexts('/description', one.description, other.description));
  for (const hint of hints) {
    const [said, declared] = [one.annotations?.[hint], other.annotations?.[hint]];
    if (said === declared || (declared === undefined && open.has('computed-annotations'))) continue;
    const pointer = `/annotations/${hint}`;
    differences.push(sideBySide(pointer, write(said), write(declared)));
  }
  if (one.inputSchema !== undefined && other.inputSchema !== undefined && !open.has('unread-schema')) {
    const whole = !open.has('computed-schema') && !open.has('unread-type');
    differences.push(...compareParameters(one.inputSchema, other.inputSchema, { whole }));
  }
  return differences.slice(0, mostParts);
}

function write(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}
