/** Two texts of a definition side by side. */
import type { PartDifference } from '../../schema/snapshot.ts';
import { hole } from '../extract/known-value.ts';

const longest = 1_000;

/** Nothing where they say the same, spaces and line breaks apart, or where the source does not hold the whole text. */
export function compareTexts(pointer: string, live: string | undefined, source: string | undefined): PartDifference[] {
  if (source?.includes(hole) || normalise(live) === normalise(source)) return [];
  return [sideBySide(pointer, live, source)];
}

export function sideBySide(pointer: string, live: string | undefined, source: string | undefined): PartDifference {
  return {
    pointer,
    ...(live === undefined ? {} : { live: cut(live) }),
    ...(source === undefined ? {} : { source: cut(source) }),
  };
}

function normalise(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

function cut(text: string): string {
  const whole = text.toWellFormed();
  return whole.length <= longest ? whole : `${whole.slice(0, longest).toWellFormed()}…`;
}
