/** The words of a definition as numbers, made once for all that is asked of them. */
import type { Examined } from '../examine.ts';
import { hashText } from './hash.ts';

export const wordSeed = 17;

/** Of a number only that it is one. */
export function hashWord(text: string): number {
  return hashText(isDigit(text.charCodeAt(0)) && /^\d+$/.test(text) ? '0' : text, wordSeed);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export interface WordHashes {
  name: readonly number[];
  /** Undefined where the tool has no description. */
  description: readonly number[] | undefined;
  /** Of the parameters' names. */
  keys: readonly number[];
}

const mostNameWords = 12;
/** Of a description. */
export const mostWords = 160;
export const mostParameters = 40;
const mostKeyWords = 6;

export function hashWords({ reading: { name, description, parameters } }: Examined): WordHashes {
  return {
    name: name.words.slice(0, mostNameWords).map(({ text }) => hashWord(text)),
    description: description?.words.slice(0, mostWords).map(({ text }) => hashWord(text)),
    keys: parameters.list
      .slice(0, mostParameters)
      .flatMap(({ words }) => words.slice(0, mostKeyWords).map((word) => hashWord(word))),
  };
}
