/** Names for the counters of one policy: readable, plain, and never one name for two things. */

const longestStem = 60;

/** `what` is the operation that is counted, by its selector's path and value; undefined for every call of the tool. */
export type NameCounter = (tool: string, what?: { path: string; value: string | number | boolean }) => string;

export function makeCounterNames(): NameCounter {
  const named = new Map<string, string>();
  const taken = new Set<string>();
  return (tool, what) => {
    const identity = JSON.stringify([tool, what?.path, what?.value]);
    const known = named.get(identity);
    if (known !== undefined) return known;
    const stem = `${plainStem(tool)}_${what === undefined ? 'rate' : plainStem(String(what.value))}`;
    let name = stem;
    for (let count = 2; taken.has(name); count++) name = `${stem}_${count}`;
    taken.add(name);
    named.set(identity, name);
    return name;
  };
}

function plainStem(text: string): string {
  const stem = text
    .slice(0, longestStem)
    .replaceAll(/[^A-Za-z0-9_]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  return stem === '' ? 'x' : stem;
}
