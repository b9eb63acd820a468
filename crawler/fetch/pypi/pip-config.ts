/** pip's configuration file: sections, `name = value`, and lines that go on where they are indented (Python's configparser). */

/** What holds for `pip install`: the section `install` over `global`. Names as options have them: `index-url`. */
export function readPipConfig(text: string): ReadonlyMap<string, string> {
  const sections = new Map<string, Map<string, string>>();
  let section = '';
  let name: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*([#;]|$)/.test(line)) continue;
    const heading = /^\[([^\]]+)\]/.exec(line)?.[1];
    const pair = /^([^\s=:][^=:]*?)\s*[=:]\s*(.*)$/.exec(line);
    const values = sections.get(section) ?? new Map<string, string>();
    sections.set(section, values);
    if (heading !== undefined) {
      section = heading.trim().toLowerCase();
      name = undefined;
    } else if (/^\s/.test(line) && name !== undefined) {
      values.set(name, `${values.get(name)}\n${line.trim()}`.trim());
    } else if (pair !== null) {
      name = (pair[1] ?? '').toLowerCase().replaceAll('_', '-');
      values.set(name, (pair[2] ?? '').trim());
    }
  }
  return new Map([...(sections.get('global') ?? []), ...(sections.get('install') ?? [])]);
}
