/** How the list of a running server differs from the one in its source, as a person reads it on a terminal. */
import type { PartDifference, SnapshotTool, SourceComparison } from '../../schema/snapshot.ts';
import { readTool } from '../../schema/tool-definition.ts';
import { bold, dim, oneLine, plural } from './terminal-text.ts';

const shownTools = 40;
const shownParts = 5;

/** Lines; none where there is nothing to tell. */
export function renderComparison(comparison: SourceComparison): string[] {
  const { source, both, onlyLive, onlySource, differing } = comparison;
  const agree = both - differing.length;
  return [
    '',
    `held against its source, ${oneLine(source, 120)}: ${plural(agree, 'tool')} of one name and content`,
    ...(onlySource.length === 0
      ? []
      : [
          `${plural(onlySource.length, 'more tool')} in the source, which another flag, setting or account may bring out:`,
          ...some(onlySource, renderPossible),
        ]),
    ...(onlyLive.length === 0
      ? []
      : [`${plural(onlyLive.length, 'tool')} that the source does not show:`, ...some(onlyLive, renderName)]),
    ...(differing.length === 0
      ? []
      : [
          `${plural(differing.length, 'tool')} listed otherwise than the source says:`,
          ...some(differing, ({ name, parts }) => [
            ...renderName(name),
            ...parts.slice(0, shownParts).flatMap(renderPart),
            ...(parts.length > shownParts ? [dim(`    and ${parts.length - shownParts} more parts`)] : []),
          ]),
        ]),
  ];
}

function some<Thing>(things: readonly Thing[], render: (thing: Thing) => string[]): string[] {
  const more = things.length - shownTools;
  return [...things.slice(0, shownTools).flatMap(render), ...(more > 0 ? [dim(`  and ${more} more`)] : [])];
}

function renderName(name: string): string[] {
  return [`  ${bold(oneLine(name, 80))}`];
}

function renderPossible({ definition, provenance, conditions }: SnapshotTool): string[] {
  const { name } = readTool(definition);
  const place = provenance.from === 'source' ? `${provenance.file}:${provenance.line}` : '';
  const asked = conditions.length === 0 ? '' : `, listed with ${conditions.join(', ')}`;
  return [`  ${bold(oneLine(name, 80))} ${dim(oneLine(`(${place}${asked})`, 200))}`];
}

function renderPart({ pointer, live, source }: PartDifference): string[] {
  const write = (text: string | undefined) => (text === undefined ? dim('nothing') : oneLine(text, 110));
  return [`    ${oneLine(pointer, 110)}`, `      live:   ${write(live)}`, `      source: ${write(source)}`];
}
