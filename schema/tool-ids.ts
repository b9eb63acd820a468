/** Identifies the tools of one list, whatever a server put into it. */
import { readTool } from './tool-definition.ts';

/**
 * One id per definition, in order: the tool's name, and `name #2`, `name #3` where a server lists a name again, so that a
 * second, more dangerous definition cannot hide behind the first.
 */
export function toolIds(definitions: readonly unknown[]): string[] {
  const taken = new Set<string>();
  // Remembers how far each name has come: a list of one name a hundred thousand times over would be counted through each time.
  const counts = new Map<string, number>();
  return definitions.map((definition) => {
    const { name } = readTool(definition);
    let id = name;
    let count = counts.get(name) ?? 1;
    while (taken.has(id)) id = `${name} #${++count}`;
    counts.set(name, count);
    taken.add(id);
    return id;
  });
}
