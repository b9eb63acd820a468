/** One line for a person out of what a reading of source has to say. */

const maxNotes = 5;
const maxReason = 1000;

/** What it is, then why something is missing. Each note once, the first few of many. */
export function describeNotes(opening: string, notes: readonly string[]): string {
  const unique = [...new Set(notes)];
  const more = unique.length > maxNotes ? [`${unique.length - maxNotes} more notes`] : [];
  const parts = [...unique.slice(0, maxNotes), ...more].map((note) => note.replace(/\.$/, ''));
  const line = [opening, ...parts].join('; ');
  return line.length > maxReason ? `${line.slice(0, maxReason)}…` : line;
}
