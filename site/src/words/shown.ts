/** Strangers' text on its way to a page: hidden characters written out, and no more of it than the place has room for. */
import { showHidden } from '../../../schema/hidden-characters.ts';

/** The text with hidden characters written out, whitespace kept. Astro does the escaping. */
export function shown(text: string): string {
  return showHidden(text);
}

/** One line of at most `limit` characters, cut between words where there is one to cut at. */
export function shownLine(text: string, limit: number): string {
  // The slice bounds the work on a text of megabytes; four times leaves room for the spaces that collapse.
  const line = showHidden(wholeCharacters(text, limit * 4))
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= limit && text.length <= limit * 4) return line;
  const cut = wholeCharacters(line, limit - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > limit * 0.6 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/, '')}…`;
}

/** The first sentence of a description, or as much of its first lines as fits. */
export function firstSentence(text: string, limit: number): string {
  const start = text.slice(0, limit * 4).trimStart();
  const paragraph = start.split(/\n\s*\n/, 1)[0] ?? '';
  const sentence = /^[\s\S]*?[.!?](?=\s|$)/.exec(paragraph)?.[0] ?? paragraph;
  return shownLine(sentence.length < 12 ? paragraph : sentence, limit);
}

/** The first `length` UTF-16 units, without half a surrogate pair at the end. */
export function wholeCharacters(text: string, length: number): string {
  const cut = text.slice(0, Math.max(0, length));
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
