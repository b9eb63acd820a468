/**
 * The evidence of a verdict, gathered by the place it quotes: each text of the definition once, with every quote marked in it,
 * and for each quote what it says and who says so.
 */
import { fromPointer, resolvePointer, toPointer } from '../../../schema/json-pointer.ts';
import type { Evidence } from '../../../schema/verdict.ts';
import { shownLine, wholeCharacters } from '../words/shown.ts';
import { locateQuote, type Span } from './locate-quote.ts';
import { type MarkedPiece, markExcerpt } from './mark-text.ts';
import { namePlace, type Place } from './name-place.ts';

export interface EvidenceItem {
  /** Counts from 1 over the whole page, and ties a mark to its line. */
  number: number;
  quote: string;
  says: string;
  from: { kind: string; name: string };
}

export interface EvidenceGroup {
  place: Place;
  source: { file: string; line: number | undefined } | undefined;
  pieces: MarkedPiece[];
  /** For each mark of the pieces, the number of its item. */
  markNumbers: number[];
  items: EvidenceItem[];
}

const around = 240;
const maxItems = 120;

export function groupEvidence(definition: unknown, evidence: readonly Evidence[]): EvidenceGroup[] {
  const byPlace = new Map<string, Evidence[]>();
  for (const item of evidence.slice(0, maxItems)) {
    const key = placeKey(item);
    byPlace.set(key, [...(byPlace.get(key) ?? []), item]);
  }
  let number = 0;
  return [...byPlace.values()].map((items) => {
    const numbered = items.map((item) => ({ item, number: ++number }));
    return makeGroup(definition, numbered);
  });
}

/** Values of one `enum` belong together, so the pointer is cut before the number. */
function placeKey(item: Evidence): string {
  if (item.pointer === undefined) return `source:${item.file ?? ''}:${item.line ?? ''}`;
  return `pointer:${listPointer(item.pointer) ?? item.pointer}`;
}

function listPointer(pointer: string): string | undefined {
  const segments = fromPointer(pointer);
  return segments.at(-2) === 'enum' && /^\d+$/.test(segments.at(-1) ?? '')
    ? toPointer(segments.slice(0, -1))
    : undefined;
}

function makeGroup(definition: unknown, numbered: { item: Evidence; number: number }[]): EvidenceGroup {
  const first = numbered[0]?.item;
  const pointer = first?.pointer;
  const text = pointer === undefined ? (first?.quote ?? '') : textAt(definition, pointer);
  const found = numbered.flatMap(({ item, number }) => {
    const span = locateQuote(text, item.quote);
    return span ? [{ span, number }] : [];
  });
  const distinct = dropRepeats(found);
  const shownText = found.length === 0 ? numbered.map(({ item }) => item.quote).join('\n') : text;
  return {
    place: pointer === undefined ? { words: 'Source', subject: undefined } : namePlace(listPointer(pointer) ?? pointer),
    source: first?.file === undefined ? undefined : { file: first.file, line: first.line },
    pieces: markExcerpt(
      shownText,
      distinct.map(({ span }) => span),
      around,
    ),
    markNumbers: distinct.map(({ number }) => number),
    items: numbered.map(({ item, number }) => ({
      number,
      quote: shownLine(item.quote, 120),
      says: shownLine(item.says, 120),
      from: readFrom(item.from),
    })),
  };
}

/** Two signals that quote the same words share one mark: the first one's. */
function dropRepeats(found: { span: Span; number: number }[]): { span: Span; number: number }[] {
  return found.filter(
    ({ span }, index) =>
      found.findIndex((other) => other.span.start === span.start && other.span.end === span.end) === index,
  );
}

/** What stands at a pointer, as text: a string itself, the values of an `enum` one after another, anything else as JSON. */
function textAt(definition: unknown, pointer: string): string {
  const list = listPointer(pointer);
  const value = resolvePointer(definition, list ?? pointer);
  if (typeof value === 'string') return value;
  if (list !== undefined && Array.isArray(value)) {
    return value.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))).join(', ');
  }
  const key = fromPointer(pointer).at(-1) ?? '';
  if (value === undefined) return key;
  // The quote may be the key itself, as with the name of a parameter.
  return `${key}: ${wholeCharacters(JSON.stringify(value), 20_000)}`;
}

function readFrom(from: string): { kind: string; name: string } {
  const colon = from.indexOf(':');
  if (colon === -1) return { kind: '', name: shownLine(from, 80) };
  return { kind: shownLine(from.slice(0, colon), 20), name: shownLine(from.slice(colon + 1), 80) };
}
