/** What `--servers` names → the entries to index: a person's own lists, and the sources that servers are listed in. */
import { homedir } from 'node:os';
import path from 'node:path';
import { combineServers } from '../crawler/sources/combine-servers.ts';
import { makeHttpClient } from '../crawler/sources/http/client.ts';
import { linkKinds } from '../crawler/sources/link-servers.ts';
import { readSource, type SourceReading } from '../crawler/sources/read-source.ts';
import { parseSource, type SourceChoice } from '../crawler/sources/sources.ts';
import { makeEntries, readServerList } from '../indexer/index.ts';
import type { RunEntry } from '../schema/server-entry.ts';
import { oneLine } from './render/terminal-text.ts';
import { resolvePath, standpoint, stateFolder } from './standpoint.ts';
import { UsageError } from './usage-error.ts';

export interface ReadEntriesOptions {
  /** Of the servers that sources list. */
  limit: number;
  offline: boolean;
  signal: AbortSignal;
}

export interface ListedEntries {
  entries: RunEntry[];
  /** A source could not be read to its end; the entries are what was known and what it told before. */
  sourceFailed: boolean;
}

type Chosen = Exclude<SourceChoice, { error: string }>;

/** Notes go to stderr, a line each. @throws UsageError where a list of a person's own has faults */
export async function readEntries(servers: readonly string[], options: ReadEntriesOptions): Promise<ListedEntries> {
  const sources: Chosen[] = [];
  const files: string[] = [];
  for (const text of servers) {
    const choice = parseSource(text);
    if (choice === undefined) files.push(text);
    else if ('error' in choice) throw new UsageError(choice.error);
    else sources.push(choice);
  }
  const written = await readLists(files);
  if (sources.length === 0) return { entries: written, sourceFailed: false };
  return readSources(sources, written, options);
}

async function readLists(files: readonly string[]): Promise<RunEntry[]> {
  const entries: RunEntry[] = [];
  for (const file of files) {
    const list = await readServerList(resolvePath(file));
    if (!list.ok) {
      for (const error of list.errors) note(error);
      throw new UsageError('the list of servers cannot be used; nothing was indexed');
    }
    entries.push(...list.entries);
  }
  const ids = new Set<string>();
  for (const { id } of entries) {
    if (ids.has(id)) throw new UsageError(`the id ${id} stands in two of the lists; change one`);
    ids.add(id);
  }
  return entries;
}

async function readSources(
  sources: readonly Chosen[],
  written: RunEntry[],
  { limit, offline, signal }: ReadEntriesOptions,
): Promise<ListedEntries> {
  const state = stateFolder();
  const http = makeHttpClient({ cacheFolder: path.join(state, 'cache'), signal, offline });
  const ctx = { http, now: () => new Date(), signal, base: standpoint(), home: homedir() };
  const readings: SourceReading[] = [];
  for (const { source, argument } of sources) {
    try {
      const reading = await readSource(source, argument, ctx, { stateFolder: state, most: limit });
      tellReading(source.title, reading);
      readings.push(reading);
    } catch (error) {
      if (!signal.aborted) throw error;
      return { entries: [], sourceFailed: true };
    }
  }
  const { servers, links } = combineServers(readings.flatMap((reading) => reading.servers));
  const typed = new Set(sources.filter(({ source }) => source.typed).map(({ source }) => source.id));
  const { entries, leftOut } = makeEntries(servers, typed, written);
  tellSome(leftOut, ({ listedAs, reason }) => `${listedAs} is left out: ${reason}`);
  tellSome(
    links,
    ({ kind, servers: [one, other] }) => `kept apart, though they ${linkKinds[kind]}: ${one} and ${other}`,
  );
  const isWhole = readings.every(({ whole }) => whole);
  if (entries.length > limit || !isWhole) {
    const known = isWhole ? String(entries.length) : `at least ${entries.length}`;
    note(`${known} servers are listed; ${Math.min(limit, entries.length)} are taken (--limit ${limit})`);
  }
  return {
    entries: [...written, ...entries.slice(0, limit)],
    sourceFailed: readings.some(({ failure }) => failure !== undefined),
  };
}

function tellReading(title: string, { failure, servers, gone, renamed, problems, problemCount }: SourceReading): void {
  if (failure !== undefined) {
    const known = servers.length === 0 ? 'nothing is known from it' : `${servers.length} servers are known from it`;
    note(`${title}: ${failure.outcome}. ${failure.reason} So far, ${known}.`);
  }
  tellSome(gone, (listedAs) => `${title}: ${listedAs} is listed no more; what the catalogue has of it stays`);
  tellSome(renamed, ({ listedAs, from, to }) => `${title}: ${listedAs} was ${from} and is ${to} now`);
  for (const { listedAs, reason } of problems.slice(0, 5)) note(`${title}: ${listedAs} is passed over. ${reason}`);
  if (problemCount > 5) note(`${title}: ${problemCount - 5} more records are passed over`);
}

function tellSome<Thing>(things: readonly Thing[], describe: (thing: Thing) => string): void {
  for (const thing of things.slice(0, 5)) note(describe(thing));
  if (things.length > 5) note(`and ${things.length - 5} more of that kind`);
}

function note(text: string): void {
  process.stderr.write(`plimsoll: ${oneLine(text)}\n`);
}
