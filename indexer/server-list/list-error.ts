/** What a list of servers came to: its entries, or every fault that was found in it. */
import type { ServerEntry } from '../../schema/server-entry.ts';

export type ServerList = { ok: true; entries: ServerEntry[] } | { ok: false; errors: string[] };

/** An entry and where it stands, so that a later fault can point at it. */
export interface PlacedEntry {
  entry: ServerEntry;
  file: string;
  line: number;
}

export interface FileEntries {
  entries: PlacedEntry[];
  errors: string[];
}

/** `file:line: what is wrong; what to do`, in one line whatever the file holds. */
export function placeError(file: string, line: number | undefined, message: string): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return `${place}: ${message.replace(/\s+/g, ' ').trim().slice(0, 400)}`;
}
