/** Cuts a long description where a paragraph, else a line, else a word ends, so that a page can fold the far end away. */
import { wholeCharacters } from './shown.ts';

const enough = 1400;
const slack = 500;

/** `head` and `rest` joined, with the white space between them, are the text. A text not much longer than `head` stays whole. */
export function splitDescription(text: string): { head: string; rest: string } {
  if (text.length <= enough + slack) return { head: text, rest: '' };
  const start = wholeCharacters(text, enough);
  const cut = [start.lastIndexOf('\n\n'), start.lastIndexOf('\n'), start.lastIndexOf(' ')].find(
    (at) => at > enough / 2,
  );
  const at = cut ?? start.length;
  return { head: text.slice(0, at).trimEnd(), rest: text.slice(at).replace(/^\n+/, '').trimEnd() };
}
