/**
 * Ranks tools and servers for a query. Every word of the query must stand somewhere; a name weighs more than a title, a title
 * more than a description, and a whole word more than the start of one. Runs in the browser: no import but words.
 */
import type { Risk } from '../../../schema/taxonomy.ts';
import type { SearchIndex } from './search-index.ts';
import { wordsOf } from './words-of.ts';

export interface SearchEntry {
  kind: 'tool' | 'server';
  /** Address below `servers/`, without a slash at the end. */
  address: string;
  name: string;
  /** The name of a tool's server. */
  server: string;
  sentence: string;
  risk: Risk | undefined;
  /** The words of the fields, best first, each with its weight. */
  fields: readonly { words: readonly string[]; weight: number }[];
}

export interface SearchResult {
  hits: SearchEntry[];
  /** Matches in all, those shown and those not. */
  total: number;
}

export function prepareEntries(index: SearchIndex): SearchEntry[] {
  const servers = index.servers.map(
    ([address, name, sentence]): SearchEntry => ({
      kind: 'server',
      address,
      name,
      server: '',
      sentence,
      risk: undefined,
      fields: [field(name, 8), field(address, 6), field(sentence, 1)],
    }),
  );
  const tools = index.tools.flatMap(([server, segment, name, title, sentence, risk]): SearchEntry[] => {
    const home = index.servers[server];
    if (!home) return [];
    const fields = [field(name, 8), field(title, 4), field(home[1], 2), field(sentence, 1)];
    return [{ kind: 'tool', address: `${home[0]}/${segment}`, name, server: home[1], sentence, risk, fields }];
  });
  return [...servers, ...tools];
}

function field(text: string, weight: number): { words: string[]; weight: number } {
  return { words: wordsOf(text), weight };
}

export function searchEntries(entries: readonly SearchEntry[], query: string, limit: number): SearchResult {
  const wanted = wordsOf(query).slice(0, 8);
  if (wanted.length === 0) return { hits: [], total: 0 };
  const scored = entries.flatMap((entry) => {
    const score = scoreEntry(entry, wanted);
    return score > 0 ? [{ entry, score }] : [];
  });
  scored.sort(
    (a, b) =>
      b.score - a.score || a.entry.name.length - b.entry.name.length || compare(a.entry.address, b.entry.address),
  );
  return { hits: scored.slice(0, limit).map(({ entry }) => entry), total: scored.length };
}

function scoreEntry(entry: SearchEntry, wanted: readonly string[]): number {
  let score = 0;
  for (const word of wanted) {
    const best = Math.max(...entry.fields.map(({ words, weight }) => weight * closeness(words, word)));
    if (best === 0) return 0;
    score += best;
  }
  const name = entry.fields[0]?.words ?? [];
  const isWholeName = name.length === wanted.length && wanted.every((word, index) => name[index] === word);
  return isWholeName ? score * 2 : score;
}

/** 3 for the word itself, 2 for its start, 1 for a part of it where the query is long enough to mean it. */
function closeness(words: readonly string[], wanted: string): number {
  if (words.includes(wanted)) return 3;
  if (words.some((word) => word.startsWith(wanted))) return 2;
  return wanted.length > 2 && words.some((word) => word.includes(wanted)) ? 1 : 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
