/** Numbers and lists as a person would write them. */

const figures = new Intl.NumberFormat('en-GB');

/** `12,345`. */
export function showNumber(value: number): string {
  return figures.format(value);
}

/** `1 tool`, `2 tools`, `no tools`; the plural is given where an `s` does not make it. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  if (count === 0) return `no ${plural}`;
  return `${showNumber(count)} ${count === 1 ? singular : plural}`;
}

/** `a tool`, `an operation`: by the letter, which is enough for the words we use ourselves. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** `one`, `one and two`, `one, two and three`. */
export function joinWords(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** The text with a capital first letter. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `97 %`; never `100 %` for what is less than certain, never `0 %` for what is more than nothing. */
export function showShare(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 100 && share < 1) return '99 %';
  if (rounded === 0 && share > 0) return '1 %';
  return `${rounded} %`;
}

/** A sentence with a full stop, whichever way it came. */
export function endSentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?…:]["'”’)]?$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
