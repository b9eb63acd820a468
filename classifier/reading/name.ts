/** Reads a tool's name: its words without the service's prefix, its verbs, and what they are done to. */
import type { Claim } from './claims.ts';
import { findVerb, resolveMeaning, type Verb } from './lexicon.ts';
import { splitName, type Word } from './words.ts';

export interface NameReading {
  /** Where the name stands in the definition. */
  pointer: string;
  text: string;
  /** Without the prefix. */
  words: Word[];
  claims: Claim[];
}

const longestName = 300;

/** How many leading words of a name are the service's own: they stand in the server's name too, or in front of every sibling. */
function countPrefix(words: readonly Word[], serverWords: ReadonlySet<string>, siblings: readonly string[]): number {
  let count = 0;
  while (count < words.length - 1 && serverWords.has(words[count]?.text ?? '') && !isTelling(words[count])) count++;
  if (siblings.length >= 3) {
    const common = commonPrefix(siblings);
    while (count < Math.min(common, words.length - 1) && !isTelling(words[count])) count++;
  }
  return count;
}

/** A verb that says something by itself is kept even where every tool begins with it. */
function isTelling(word: Word | undefined): boolean {
  const verb = findVerb(word?.text ?? '');
  return verb?.strong === true && verb.effect !== 'read';
}

function commonPrefix(names: readonly string[]): number {
  const rows = names.slice(0, 40).map((name) => splitName(name.slice(0, longestName)));
  const first = rows[0] ?? [];
  let length = 0;
  while (length < first.length && rows.every((row) => row[length]?.text === first[length]?.text)) length++;
  return length;
}

const joiners: ReadonlySet<string> = new Set(['and', 'or', 'then']);
const small: ReadonlySet<string> = new Set([
  'a',
  'an',
  'the',
  'to',
  'of',
  'in',
  'on',
  'for',
  'by',
  'with',
  'from',
  'and',
  'or',
]);
// Words that are more often a thing than a deed, unless they come first.
const oftenNouns: ReadonlySet<string> = new Set(
  'log post comment message order query run test report note label tag record view set change update charge trade share list search page track load call schedule command order start end stop map plan draft pin link mark answer email notify sample scan build release request trace profile check match rate follow star like play type press match format design process outline filter sort screen claim place book contact forward sign offer cache index commit fork branch object'.split(
    ' ',
  ),
);

/** The word that says what the tool does: the first where it is a verb, else the last, else any between. */
function findMainVerb(words: readonly Word[]): number {
  const verbAt = (index: number): Verb | undefined => {
    const verb = findVerb(words[index]?.text ?? '');
    return verb?.form === 'past' ? undefined : verb;
  };
  if (verbAt(0)) return 0;
  const indexes = words.map((_, index) => index);
  const last = words.length - 1;
  const isClear = (index: number) => verbAt(index) !== undefined && !oftenNouns.has(words[index]?.text ?? '');
  const isVerb = (index: number) => verbAt(index) !== undefined;
  const isEarly = (index: number) => index <= 2 && index < last && verbAt(index)?.form !== 'ing';
  return (
    indexes.find((index) => isEarly(index) && isClear(index)) ??
    (isClear(last) ? last : undefined) ??
    indexes.find((index) => isEarly(index) && isVerb(index)) ??
    indexes.find(isClear) ??
    (isVerb(last) ? last : indexes.findIndex(isVerb))
  );
}

function toClaim(words: readonly Word[], at: number, place: Claim['place']): Claim | undefined {
  const word = words[at];
  const verb = findVerb(word?.text ?? '');
  if (!word || !verb) return undefined;
  const behind = words.slice(at + 1).map(({ text }) => text);
  const object = (behind.length > 0 ? behind : words.slice(0, at).map(({ text }) => text)).filter(
    (text) => !small.has(text),
  );
  const meaning = resolveMeaning(verb, object);
  return {
    lemma: verb.lemma,
    ...meaning,
    place,
    denied: false,
    form: verb.form,
    object,
    start: word.start,
    end: word.end,
  };
}

export function readName(name: string, serverWords: ReadonlySet<string>, siblings: readonly string[]): NameReading {
  const text = name.slice(0, longestName);
  const all = splitName(text);
  const words = all.slice(countPrefix(all, serverWords, siblings));
  const main = findMainVerb(words);
  const claims: Claim[] = [];
  const lead = toClaim(words, main, 'lead');
  if (lead) claims.push(lead);
  for (let at = 0; at < words.length; at++) {
    if (at === main || !joiners.has(words[at - 1]?.text ?? '')) continue;
    const joined = toClaim(words, at, 'joined');
    if (joined) claims.push(joined);
  }
  return { pointer: '/name', text, words, claims };
}
