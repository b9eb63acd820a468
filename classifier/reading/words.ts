/** Splits text and names into lower-case words that remember where they stood. */
import { isCjk, segmentCjk } from './lexicon.ts';

export interface Word {
  /** Lower case, apostrophes straightened. */
  text: string;
  /** Offsets in UTF-16 units into the text it was taken from. */
  start: number;
  end: number;
}

// Runs of Chinese, Japanese and Korean letters stand apart from others, though no space parts them.
const wordPattern =
  /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+|(?:(?![\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])[\p{L}\p{M}\p{N}_])+(?:['’]\p{L}+)*/gu;

/** The words of running text. `delete_file` stays one word: in prose an underscore marks the name of something. */
export function splitText(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const raw = match[0];
    const start = match.index;
    if (isCjk(raw)) {
      for (const { word, offset } of segmentCjk(raw)) {
        found.push({ text: word, start: start + offset, end: start + offset + word.length });
      }
    } else {
      found.push({ text: raw.toLowerCase().replaceAll('’', "'"), start, end: start + raw.length });
    }
  }
  return found;
}

// A hump (`listUsers`), the end of an abbreviation (`HTTPGet`), a run of digits, or a run of capitals or small letters.
const namePartPattern = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{M}]+|\p{N}+/gu;

/** The words of a name, parted at punctuation and at humps. */
export function splitName(name: string): Word[] {
  const found: Word[] = [];
  for (const match of name.matchAll(namePartPattern)) {
    const raw = match[0];
    if (isCjk(raw)) {
      for (const { word, offset } of segmentCjk(raw)) {
        found.push({ text: word, start: match.index + offset, end: match.index + offset + word.length });
      }
    } else {
      found.push({ text: raw.toLowerCase(), start: match.index, end: match.index + raw.length });
    }
  }
  return found;
}
