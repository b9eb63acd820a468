/** A text of several lines without the indentation that all of them have, as Java (JEP 378), C# and Kotlin read it. */
export function stripIndent(text: string, closing: string | undefined): string {
  const lines = text.split('\n');
  const measured = lines.filter((line) => line.trim() !== '');
  const widths = measured.map((line) => line.length - line.trimStart().length);
  if (closing !== undefined) widths.push(closing.length);
  let width = Number.POSITIVE_INFINITY;
  for (const one of widths) width = Math.min(width, one);
  return lines.map((line) => (line.trim() === '' ? '' : line.slice(width))).join('\n');
}
