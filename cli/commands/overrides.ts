/** `plimsoll overrides [FOLDER]`: holds people's corrections against the catalogue and says which still stand. */
import { openCatalogue } from '../../catalogue/index.ts';
import { classifySnapshot } from '../../classifier/index.ts';
import { makeOverrideBook, type OverrideNote, type PlacedOverride } from '../../indexer/index.ts';
import { exitCodes } from '../exit-codes.ts';
import { loadOverrides } from '../load-overrides.ts';
import { renderTable } from '../render/table.ts';
import { dim, oneLine, plural } from '../render/terminal-text.ts';
import { defaultDatabase, resolvePath } from '../standpoint.ts';

export interface OverridesOptions {
  db?: string;
  json?: boolean;
}

/** `unread`: the catalogue does not hold the server, so that nothing can be said. */
type CheckedOverride = Omit<OverrideNote, 'state'> & { state: OverrideNote['state'] | 'unread' };

/** 1 where one is not needed any more or contradicts what is there; 3 where the catalogue does not hold its server. */
export async function overridesCommand(folder: string | undefined, options: OverridesOptions): Promise<number> {
  const overrides = await loadOverrides(folder === undefined ? undefined : resolvePath(folder));
  const checked = overrides.length === 0 ? [] : await checkAgainst(databaseOf(options), overrides);
  process.stdout.write(options.json ? `${JSON.stringify(checked)}\n` : render(checked));
  if (checked.some(({ state }) => state === 'unread')) return exitCodes.inconclusive;
  return checked.some(({ state }) => state === 'agreed' || state === 'refused') ? exitCodes.findings : exitCodes.done;
}

function databaseOf({ db }: OverridesOptions): string {
  return db === undefined ? defaultDatabase() : resolvePath(db);
}

async function checkAgainst(database: string, overrides: readonly PlacedOverride[]): Promise<CheckedOverride[]> {
  const catalogue = await openCatalogue(database, { readOnly: true });
  try {
    const book = makeOverrideBook(overrides);
    for (const server of new Set(overrides.map(({ override }) => override.server))) {
      const snapshot = await catalogue.getSnapshot(server);
      if (snapshot !== undefined) book.correct(snapshot, classifySnapshot(snapshot));
    }
    const notes = new Map(book.notes().map((note) => [note.file, note]));
    return overrides.map(({ file }) => notes.get(file) ?? unread(file));
  } finally {
    await catalogue.close();
  }
}

function unread(file: string): CheckedOverride {
  return { file, state: 'unread', why: 'the catalogue does not hold the server; index it first' };
}

function render(checked: readonly CheckedOverride[]): string {
  if (checked.length === 0) return 'There are no overrides.\n';
  const rows = checked.map(({ file, state, why }) => [state, oneLine(file, 90), dim(oneLine(why ?? '', 160))]);
  const columns = ['state', 'file', ''].map((title) => ({ title: dim(title) }));
  return `${plural(checked.length, 'override')}\n\n${renderTable(columns, rows)}\n`;
}
