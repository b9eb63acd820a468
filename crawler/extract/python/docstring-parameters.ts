/** Descriptions of parameters out of a cleaned docstring, in the three styles in use: Google, NumPy, Sphinx. */

const sectionHeading = /^(Args|Arguments|Parameters|Params|Keyword Args|Keyword Arguments|Other Parameters)\s*:?\s*$/i;
const googleEntry = /^\*{0,2}(`?)([A-Za-z_]\w*)\1\s*(?:\([^\n]{0,200}?\))?\s*:\s+(\S.*)$/;
const numpyEntry = /^([A-Za-z_]\w*)\s*(?::.*)?$/;
const sphinxEntry = /^:(?:param|parameter|arg|argument|key)\s+(?:[^:\n]{0,100}\s)?\*{0,2}([A-Za-z_]\w*)\s*:\s*(.*)$/;

/** By parameter name; the first mention counts. */
export function parameterDescriptions(docstring: string): Map<string, string> {
  const lines = docstring.split('\n');
  const found = new Map<string, string>();
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (sectionHeading.test(line.trim())) {
      const numpy = /^\s*-{3,}\s*$/.test(lines[index + 1] ?? '');
      index = numpy ? readNumpy(lines, index + 2, found) : readGoogle(lines, index + 1, indentOf(line), found);
      continue;
    }
    const sphinx = sphinxEntry.exec(line.trim());
    if (sphinx?.[1]) index = take(lines, index, indentOf(line), sphinx[1], sphinx[2] ?? '', found);
  }
  return found;
}

/** Entries stand deeper than the heading; lines deeper than an entry go on with it. Gives the index of the last line read. */
function readGoogle(
  lines: readonly string[],
  start: number,
  headingIndent: number,
  found: Map<string, string>,
): number {
  let index = start;
  let entryIndent: number | undefined;
  for (; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line.trim() === '') continue;
    const indent = indentOf(line);
    if (indent <= headingIndent) break;
    entryIndent ??= indent;
    const entry = indent === entryIndent ? googleEntry.exec(line.trim().replace(/^[-*]\s+/, '')) : undefined;
    if (entry?.[2]) index = take(lines, index, indent, entry[2], entry[3] ?? '', found);
  }
  return index - 1;
}

function readNumpy(lines: readonly string[], start: number, found: Map<string, string>): number {
  let index = start;
  for (; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line.trim() === '') continue;
    if (/^\s*-{3,}\s*$/.test(lines[index + 1] ?? '')) break;
    const entry = numpyEntry.exec(line.trim());
    if (!entry?.[1]) break;
    index = take(lines, index, indentOf(line), entry[1], '', found);
  }
  return index - 1;
}

/** Joins an entry's first line with the deeper lines below it. Gives the index of the last line that belongs to it. */
function take(
  lines: readonly string[],
  index: number,
  indent: number,
  name: string,
  first: string,
  found: Map<string, string>,
): number {
  const words = [first.trim()];
  let last = index;
  for (let next = index + 1; next < lines.length; next++) {
    const line = lines[next] ?? '';
    if (line.trim() === '' || indentOf(line) <= indent) break;
    words.push(line.trim());
    last = next;
  }
  const description = words.join(' ').trim();
  if (description !== '' && !found.has(name)) found.set(name, description);
  return last;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
