/** Turns what was read into evidence: the one place where a word becomes a quote with its address. */
import { toPointer } from '../../schema/json-pointer.ts';
import { classesOf, classesOfPair, type NounClass, type VerbEffect } from '../reading/lexicon.ts';
import type { NameReading } from '../reading/name.ts';
import type { Parameter } from '../reading/parameters.ts';
import type { PhraseKind } from '../reading/phrases.ts';
import type { Reading } from '../reading/subject.ts';
import type { TextClaim, TextReading } from '../reading/text.ts';
import type { Word } from '../reading/words.ts';
import type { SignalEvidence, Weight } from './define-signal.ts';

type Claims = Pick<Reading, 'name' | 'title' | 'description'>;

function fromName(name: NameReading, effects: ReadonlySet<VerbEffect>): SignalEvidence[] {
  return name.claims
    .filter((claim) => effects.has(claim.effect))
    .map(({ start, end, strong }) => ({
      pointer: name.pointer,
      quote: name.text.slice(start, end),
      weight: strong ? 'main' : 'weak',
    }));
}

/** In passing counts what the tool is said to do ("also deletes", "is deleted"), not what the caller is told to do. */
function isSaidOfTool(claim: TextClaim): boolean {
  return claim.opens && claim.strong && (claim.form === 'third' || claim.form === 'other');
}

function weigh(claim: TextClaim): Weight | undefined {
  if (claim.denied || claim.part !== 'main') return undefined;
  if (claim.place === 'aside') return isSaidOfTool(claim) ? 'aside' : undefined;
  return claim.strong ? 'main' : 'weak';
}

function fromText(text: TextReading, effects: ReadonlySet<VerbEffect>): SignalEvidence[] {
  return text.claims.flatMap((claim) => {
    const weight = effects.has(claim.effect) ? weigh(claim) : undefined;
    return weight ? [{ pointer: text.pointer, quote: text.text.slice(claim.start, claim.spanEnd), weight }] : [];
  });
}

/** Where name, title and description say that the tool does one of these. The title counts where the name says nothing. */
export function findClaims({ name, title, description }: Claims, effects: readonly VerbEffect[]): SignalEvidence[] {
  const wanted = new Set(effects);
  return [
    ...fromName(name, wanted),
    ...(title && name.claims.length === 0 ? fromName(title, wanted) : []),
    ...(description ? fromText(description, wanted) : []),
  ];
}

/** Where the description uses one of the listed turns of phrase without denying it. */
export function findPhrase(description: TextReading | undefined, kind: PhraseKind): SignalEvidence[] {
  return (description?.phrases ?? [])
    .filter((hit) => hit.kind === kind && !hit.denied && hit.part !== 'examples')
    .map(({ start, end, part }) => ({
      pointer: description?.pointer ?? '/description',
      quote: description?.text.slice(start, end) ?? '',
      weight: part === 'main' ? 'main' : 'aside',
    }));
}

/** The parameter's name, quoted where its schema stands. */
export function quoteParameter(parameter: Parameter, weight: Weight = 'main'): SignalEvidence {
  return { pointer: parameter.pointer, quote: parameter.name, weight };
}

/** A hint as the server declared it. */
export function quoteHint(hint: string, value: boolean): SignalEvidence {
  return { pointer: toPointer(['annotations', hint]), quote: String(value), weight: 'main' };
}

function nounsAmong(words: readonly Word[], classes: readonly NounClass[]): { start: number; end: number }[] {
  return words.flatMap((word, index) => {
    const next = words[index + 1];
    const pair = next ? classesOfPair(word.text, next.text) : undefined;
    if (next && classes.some((name) => pair?.has(name))) return [{ start: word.start, end: next.end }];
    const own = classesOf(word.text);
    return classes.some((name) => own.has(name)) ? [{ start: word.start, end: word.end }] : [];
  });
}

// What a tool is about stands in its name and at the beginning of its description.
const openingWords = 14;

/** Where name or opening of the description name a thing of these classes. */
export function findNouns({ name, description }: Pick<Reading, 'name' | 'description'>, classes: readonly NounClass[]) {
  const found: SignalEvidence[] = nounsAmong(name.words, classes).map(({ start, end }) => ({
    pointer: name.pointer,
    quote: name.text.slice(start, end),
    weight: 'main',
  }));
  if (!description) return found;
  const objects = new Set(description.claims.filter(({ place }) => place !== 'aside').flatMap(({ object }) => object));
  for (const { start, end } of nounsAmong(description.words.slice(0, openingWords), classes)) {
    const quote = description.text.slice(start, end);
    const isObject = objects.has(quote.toLowerCase().split(/[^\p{L}\p{N}_]+/u)[0] ?? '');
    found.push({ pointer: description.pointer, quote, weight: isObject ? 'main' : 'aside' });
  }
  return found;
}
