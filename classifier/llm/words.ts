/** A model's own words, made fit to stand in a record, or judged unfit. */
import { showHidden } from '../../schema/hidden-characters.ts';

/** One line, nothing hidden in it, cut at a word. */
export function toSentence(text: string, longest: number): string {
  const line = showHidden(text.slice(0, longest * 2))
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= longest) return line;
  const start = line.slice(0, longest);
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), longest / 2))}…`;
}

// An address or markup in a rationale serves whoever wrote the tool; and no page of ours calls a tool safe.
const unfit = /https?:|www\.|\bsafe(?:ly|ty)?\b|<[a-z!/]|\]\(|`{3}|\b(?:ignore|disregard) (?:all|any|the|previous)/i;

export function isPresentable(text: string): boolean {
  return text !== '' && !unfit.test(text);
}
