/** Entries as plain text: one target per line, `#` begins a comment. Ids and titles are made from the targets. */
import { formatTarget, parseTarget, type Target } from '../../crawler/target.ts';
import { type FileEntries, placeError } from './list-error.ts';

export function readPlainEntries(text: string, file: string): FileEntries {
  const found: FileEntries = { entries: [], errors: [] };
  const lineOf = new Map<string, number>();
  const ids = new Map<string, number>();
  for (const [index, written] of text.split('\n').entries()) {
    const line = index + 1;
    const source = written.replace(/(^|\s)#.*$/, '').trim();
    if (source === '') continue;
    const target = parseTarget(source, process.cwd());
    if ('error' in target) {
      found.errors.push(placeError(file, line, target.error));
      continue;
    }
    const first = lineOf.get(source);
    if (first !== undefined) {
      found.errors.push(placeError(file, line, `the same target stands in line ${first}; take one of the two out`));
      continue;
    }
    lineOf.set(source, line);
    const title = nameTarget(target);
    found.entries.push({ entry: { id: makeId(title, ids), title, source }, file, line });
  }
  return found;
}

function nameTarget(target: Target): string {
  if (target.kind === 'npm' || target.kind === 'pypi') return target.name.slice(0, 100);
  const written = formatTarget(target)
    .replace(/^(git|tools):/, '')
    .replace(/^[a-z]+:\/\//, '')
    .replace(/\.git(?=#|$)/, '');
  return written.slice(-100);
}

function makeId(title: string, taken: Map<string, number>): string {
  const stem =
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'server';
  let count = (taken.get(stem) ?? 0) + 1;
  let id = count === 1 ? stem : `${stem}-${count}`;
  while (taken.has(id) && count > 1) id = `${stem}-${++count}`;
  taken.set(stem, count);
  if (id !== stem) taken.set(id, 1);
  return id;
}
