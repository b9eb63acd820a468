/**
 * Reads what a sentence says the tool does: its verbs, where they stand as verbs, with what they are done to, and whether the
 * sentence denies them. Near enough for the short, plain sentences that tool descriptions are made of.
 */
import { findVerb, isCjk, isOftenNoun, resolveMeaning, type Verb, type VerbEffect } from './lexicon.ts';
import type { Word } from './words.ts';

/**
 * `lead`: the verb the sentence turns on. `joined`: named along with it ("create or delete"). `aside`: anywhere else.
 */
export type Place = 'lead' | 'joined' | 'aside';

export interface Claim {
  lemma: string;
  effect: VerbEffect;
  strong: boolean;
  place: Place;
  denied: boolean;
  /** How the verb stands in the text: base, third person, participle, or a word of another language. */
  form: Verb['form'];
  /** Lower-case words of what it is done to. */
  object: string[];
  start: number;
  end: number;
  /** Where verb and object together end. */
  spanEnd: number;
}

const setOf = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const fillers = setOf(
  'this the a an tool tools that it which allows allow lets let enables enable you users user us to can will may use used using utility ' +
    'helper function endpoint method command simple please api mcp operation action is for ability able does do one of new also then ' +
    'attempts helps help ask-to wrapper way convenience convenient',
);
const adverbs = setOf('also then either both');
const beforeBase = setOf('to can will may must could would should shall then you let please help helps and or');
const beforeThird = setOf(
  'tool that which it and or also then this server function command api endpoint method who action operation',
);
const beforeIng = setOf('for by of after before without when while allows supports enables and including');
// "And", before a second deed; such words are no words of the table, and stand in the gap.
const joinsInCjk = /(?:[并並且或及和、]|然后|및|또는)\s?$/;
const beings = setOf('is are be been was were gets get being');
const negators = setOf(
  "not never without no cannot instead rather avoid avoids nothing prevent prevents unlike neither nor before unless doesn't don't won't can't isn't aren't didn't nicht ohne sin sans nie non не без sem não",
);
const objectStops = setOf(
  'from in on to for by with using via at into that which when if as within across based without where whose through while after before under per is are will can',
);
const determiners = setOf(
  'a an the this these those all any your their its his specific given existing new single one more multiple some particular current certain',
);

/** Where the sentence proper begins: behind a label (`Note:`), a bracketed mark, and words that say nothing. */
function findBeginning(words: readonly Word[], text: string, from: number): number {
  let index = 0;
  const opening = text.slice(from, words[0]?.start ?? from);
  if (opening !== '' && /[[(【]/.test(opening)) {
    const close = words.findIndex((word, at) =>
      /[\])】]/.test(text.slice(word.end, words[at + 1]?.start ?? word.end + 2)),
    );
    if (close >= 0 && close < 12) index = close + 1;
  }
  for (let at = index; at < Math.min(index + 5, words.length - 1); at++) {
    // A label names a thing; where a deed comes first the colon only introduces its details.
    const verb = words[at]?.verb;
    if (verb?.strong && !(verb.form === 'third' && isOftenNoun(verb))) break;
    const gap = text.slice(words[at]?.end, words[at + 1]?.start);
    if (gap === ' ') continue;
    if ((gap.includes(':') || / [-–—|] /.test(gap)) && !gap.includes('/')) return at + 1;
  }
  return index;
}

function isDenied(words: readonly Word[], at: number, text: string): boolean {
  const word = words[at];
  if (!word) return false;
  if (isCjk(word.text)) {
    return (
      /[不未没無无]/.test(text.slice(Math.max(0, word.start - 3), word.start)) ||
      /^(し)?(ません|ない|지 않)/.test(text.slice(word.end, word.end + 4))
    );
  }
  for (let back = at - 1; back >= Math.max(0, at - 5); back--) {
    if (negators.has(words[back]?.text ?? '')) return true;
  }
  return false;
}

const endsObject = /[;:()[\]{}，、]|\.(?!$)/;

function readObject(words: readonly Word[], at: number, text: string): { object: string[]; spanEnd: number } {
  const object: string[] = [];
  let spanEnd = words[at]?.end ?? 0;
  for (let next = at + 1; next < words.length && object.length < 6; next++) {
    const word = words[next];
    if (!word) break;
    const gap = text.slice(words[next - 1]?.end, word.start);
    if (objectStops.has(word.text) || (gap !== ' ' && endsObject.test(gap))) break;
    if (word.verb?.strong && /[,/|]/.test(gap)) break;
    if ((word.text === 'and' || word.text === 'or') && words[next + 1]?.verb?.strong) break;
    if (determiners.has(word.text)) continue;
    object.push(word.text);
    spanEnd = word.end;
  }
  return { object, spanEnd };
}

/** "Uniformly scale …", "and optionally delete …": how, and not yet what. */
function isAdverb(word: string): boolean {
  return adverbs.has(word) || (word.endsWith('ly') && word.length > 4 && findVerb(word) === undefined);
}

/** In quotes and beside a bar: `'add'|'remove'`. */
function isOneOfValues({ start, end }: Word, text: string): boolean {
  const isQuoted = /['"`]/.test(text.charAt(start - 1)) && /['"`]/.test(text.charAt(end));
  return isQuoted && (text.charAt(start - 2) === '|' || text.charAt(end + 1) === '|');
}

/** The first half of a compound (`pay-out`), one value of several, and the call of the tool itself ("call this tool first"). */
function isNoVerbHere(words: readonly Word[], at: number, text: string): boolean {
  const word = words[at];
  if (!word || isOneOfValues(word, text)) return true;
  if (text[word.end] === '-' && /^\p{L}/u.test(text.slice(word.end + 1, word.end + 2))) return true;
  const following = words[at + 2]?.text;
  return (
    words[at + 1]?.text === 'this' && (following === 'tool' || following === 'function' || following === 'endpoint')
  );
}

interface Position {
  previous: string | undefined;
  gap: string;
  atStart: boolean;
  /** Whether an article or a pronoun follows, as behind a verb. */
  hasObject: boolean;
}

/** Whether a word that could be a verb is one here, and how it stands to the verbs before it. */
function findPlace(verb: Verb, position: Position, earlier: readonly Claim[]): Place | undefined {
  const { previous, gap, atStart } = position;
  const last = earlier.at(-1);
  if (atStart) return verb.form === 'past' ? undefined : 'lead';
  const inList = last !== undefined && last.form === verb.form && last.object.length <= 1 && /[,/|、]/.test(gap);
  if (inList) return 'joined';
  const joins = previous === 'and' || previous === 'or' || previous === 'then';
  if (joins && last)
    return last.form === verb.form && !(isOftenNoun(verb) && !position.hasObject) ? 'joined' : undefined;
  if (verb.form === 'base' && previous && beforeBase.has(previous) && !joins) return last ? 'aside' : 'lead';
  if (verb.form === 'third' && previous && beforeThird.has(previous) && !joins) return last ? 'aside' : 'lead';
  if (verb.form === 'ing' && previous && beforeIng.has(previous)) return last ? 'aside' : 'lead';
  if (verb.form === 'past' && previous && beings.has(previous)) return 'aside';
  if (verb.form === 'other' && last && joinsInCjk.test(gap)) return 'joined';
  if (verb.form === 'other') return last ? 'aside' : 'lead';
  return undefined;
}

/** The claims of one sentence, in order. `from` is where the sentence starts in `text`. */
export function readClaims(words: readonly Word[], text: string, from: number): Claim[] {
  const claims: Claim[] = [];
  const beginning = findBeginning(words, text, from);
  let atStart = true;
  for (let at = beginning; at < words.length; at++) {
    const word = words[at];
    if (!word) break;
    const { verb } = word;
    if (verb && !(atStart && fillers.has(word.text) && !verb.strong) && !isNoVerbHere(words, at, text)) {
      let back = at - 1;
      while (back > beginning && isAdverb(words[back]?.text ?? '')) back--;
      const previous = words[back];
      const gap = previous ? text.slice(previous.end, word.start) : '';
      const place = findPlace(
        verb,
        {
          previous: previous?.text,
          gap,
          atStart,
          hasObject: determiners.has(words[at + 1]?.text ?? '') || words[at + 1]?.text === 'it',
        },
        claims,
      );
      if (place) {
        const { object, spanEnd } = readObject(words, at, text);
        const { effect, strong } = resolveMeaning(verb, object);
        const { start, end } = word;
        claims.push({
          lemma: verb.lemma,
          form: verb.form,
          effect,
          strong,
          place,
          denied: isDenied(words, at, text),
          object,
          start,
          end,
          spanEnd,
        });
      }
    }
    if (!fillers.has(word.text) && !isAdverb(word.text)) atStart = false;
  }
  return shareObjects(claims);
}

/**
 * "Create, update or delete a group": the group is the object of all three. A weak verb that is joined to a strong one goes with it
 * ("drag and drop").
 */
function shareObjects(claims: Claim[]): Claim[] {
  if (claims.length === 0) return claims;
  let object: string[] = [];
  const shared = claims
    .toReversed()
    .map((claim) => {
      if (claim.object.length > 0 || claim.place === 'aside') {
        object = claim.object;
        return claim;
      }
      const verb = findVerb(claim.lemma);
      return { ...claim, object, ...(verb ? resolveMeaning(verb, object) : {}) };
    })
    .toReversed();
  const lead = shared.find(({ place }) => place === 'lead');
  return shared.map((claim) =>
    claim.place === 'joined' && !claim.strong && lead?.strong && lead.effect === 'actuate'
      ? { ...claim, effect: lead.effect }
      : claim,
  );
}

/** The first thing that is said outright and not denied. */
export function findLead(claims: readonly Claim[]): Claim | undefined {
  return claims.find(({ place, denied }) => place === 'lead' && !denied);
}
