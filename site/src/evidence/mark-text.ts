/**
 * Cuts a text into pieces at the edges of its marks, so that a page can show it with the quoted words marked in place. The
 * pieces joined give the text back; where a text is long, what lies far from any mark is left out and said to be.
 */
import type { Span } from './locate-quote.ts';

export interface MarkedPiece {
  text: string;
  /** Which marks cover this piece, as numbers into the list given; empty for plain text. */
  marks: number[];
  /** Stands for text left out here, this many characters of it. */
  omitted?: number;
}

/** The whole text in pieces. */
export function markText(text: string, spans: readonly Span[]): MarkedPiece[] {
  const inside = spans.map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(text.length, end) }));
  const edges = new Set([0, text.length, ...inside.flatMap(({ start, end }) => (start < end ? [start, end] : []))]);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? text.length;
    const marks = inside.flatMap((span, mark) => (span.start <= start && span.end >= end ? [mark] : []));
    return { text: text.slice(start, end), marks };
  });
}

/** The same, with no more than `around` characters kept on each side of a mark. */
export function markExcerpt(text: string, spans: readonly Span[], around: number): MarkedPiece[] {
  const pieces = markText(text, spans);
  return pieces.flatMap((piece, index) => {
    if (piece.marks.length > 0) return [piece];
    const head = index === 0 ? 0 : around;
    const tail = index === pieces.length - 1 ? 0 : around;
    return shorten(piece.text, pieces.length === 1 ? around * 2 : head, tail);
  });
}

function shorten(text: string, head: number, tail: number): MarkedPiece[] {
  // Leaving out less than a line would cost the reader more than it saves.
  if (text.length <= head + tail + 80) return [{ text, marks: [] }];
  const headEnd = backToSpace(text, head);
  const tailStart = onToSpace(text, text.length - tail);
  return [
    { text: text.slice(0, headEnd), marks: [] },
    { text: '', marks: [], omitted: tailStart - headEnd },
    { text: text.slice(tailStart), marks: [] },
  ].filter((piece) => piece.text !== '' || piece.omitted !== undefined);
}

function backToSpace(text: string, end: number): number {
  const space = text.lastIndexOf(' ', end);
  return space > end - 30 && space > 0 ? space : end;
}

function onToSpace(text: string, start: number): number {
  const space = text.indexOf(' ', start);
  return space !== -1 && space < start + 30 ? space + 1 : start;
}
