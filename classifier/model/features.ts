/**
 * What the model sees of a tool: facts that the rules found, hashed words of the definition, and what the words mean. Each feature is a bucket and a
 * value; a group of features has a fixed total length, so that a long description does not outweigh a name.
 */
import { categoryRank } from '../../schema/taxonomy.ts';
import type { Examined } from '../examine.ts';
import { type Claim, findLead } from '../reading/claims.ts';
import { classesAmong, isCjk } from '../reading/lexicon.ts';
import type { Word } from '../reading/words.ts';
import { isLibraryDefault } from '../signals/library-default.ts';
import { dropRepeated } from './distinct.ts';
import { embeddingSize, embedWords } from './embedding.ts';
import { hashPhrase, hashText, mixHashes } from './hash.ts';
import { hashWord, hashWords, mostParameters, mostWords, type WordHashes, wordSeed } from './word-hashes.ts';

const bucketBits = 16;
export const bucketCount: number = 2 ** bucketBits;

export interface Features {
  buckets: number[];
  values: number[];
  /** `embeddingSize` numbers. */
  embedding: ArrayLike<number>;
}

class Collector {
  readonly buckets: number[] = [];
  readonly values: number[] = [];

  /** Adds the features of one group; together they have the length `weight`. */
  addGroup(group: string, weight: number, hashes: readonly number[]): void {
    if (hashes.length === 0) return;
    const seed = hashText(group, 7);
    const value = weight / Math.sqrt(hashes.length);
    for (const hash of hashes) {
      this.buckets.push(mixHashes(seed, hash) & (bucketCount - 1));
      this.values.push(value);
    }
  }
}

function pairsOf(hashes: readonly number[]): number[] {
  const pairs: number[] = [];
  for (let at = 1; at < hashes.length; at++) pairs.push(mixHashes(hashes[at - 1] ?? 0, hashes[at] ?? 0));
  return pairs;
}

const longestGrams = 48;

/** Runs of three to five letters of the name, its ends marked. */
function gramsOf(words: readonly Word[]): number[] {
  const text = `^${words.map(({ text: word }) => word).join('_')}$`.slice(0, longestGrams);
  const grams: number[] = [];
  for (let size = 3; size <= 5; size++) {
    for (let at = 0; at + size <= text.length; at++) {
      let hash = size;
      for (let step = at; step < at + size; step++) hash = Math.imul(hash ^ text.charCodeAt(step), 0x01000193);
      grams.push(hash);
    }
  }
  return grams;
}

const longestRun = 400;
const signs = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** Pairs of letters of scripts that put no space between words: of those the table knows only some words. */
function pairsOfSigns(whole: string): number[] {
  const text = whole.slice(0, longestRun);
  if (!signs.test(text)) return [];
  const pairs: number[] = [];
  for (let at = 1; at < text.length; at++) {
    if (isCjk(text[at - 1] ?? '') && isCjk(text[at] ?? '')) pairs.push(hashText(text.slice(at - 1, at + 1), wordSeed));
  }
  return dropRepeated(pairs);
}

const openingWords = 24;

function addName(collector: Collector, { reading }: Examined, hashes: readonly number[]): void {
  const [first = 0] = hashes;
  const last = hashes.at(-1) ?? 0;
  collector.addGroup('name', 0.7, hashes);
  collector.addGroup('name-pairs', 0.5, pairsOf(hashes));
  collector.addGroup('name-first', 0.4, [first]);
  collector.addGroup('name-last', 0.3, [last]);
  collector.addGroup('name-ends', 0.35, [mixHashes(first, last)]);
  collector.addGroup('name-grams', 0.55, gramsOf(reading.name.words.slice(0, hashes.length)));
}

function addDescription(
  collector: Collector,
  { reading: { description } }: Examined,
  hashes: WordHashes['description'],
): void {
  if (!description || !hashes) return;
  const opening = hashes.slice(0, openingWords);
  collector.addGroup('opening', 0.7, dropRepeated(opening));
  collector.addGroup('opening-pairs', 0.6, dropRepeated(pairsOf(opening)));
  collector.addGroup('text', 0.55, dropRepeated(hashes));
  collector.addGroup('text-pairs', 0.4, dropRepeated(pairsOf(hashes)));
  collector.addGroup('begins', 0.35, opening.slice(0, 1));
  collector.addGroup('signs', 0.7, pairsOfSigns(description.text));
}

function addClaims(collector: Collector, { reading: { name, description } }: Examined): void {
  const deeds: number[] = [];
  for (const [place, claims] of [['name', name.claims] as const, ['text', description?.claims ?? []] as const]) {
    for (const claim of claims.slice(0, 12)) {
      if (claim.denied || ('part' in claim && claim.part !== 'main')) continue;
      const isAside = claim.place === 'aside';
      const lemma = hashText(`${isAside ? 'aside' : place}:${claim.lemma}`, wordSeed);
      deeds.push(lemma);
      if (isAside) continue;
      const object = claim.object.at(-1);
      if (object) deeds.push(mixHashes(hashWord(claim.lemma), hashWord(object)));
      for (const noun of classesAmong(claim.object)) deeds.push(hashText(`${claim.effect}+${noun}`, wordSeed));
    }
  }
  collector.addGroup('deeds', 0.7, dropRepeated(deeds));
}

const telling: ReadonlySet<string> = new Set(['delete', 'run', 'lifecycle', 'message', 'actuate', 'money', 'access']);

/** What the first claim says that is not denied, in words; `undefined` where there is none. */
function hear(claims: readonly Claim[]): { effect: string; strong: string; lemma: string } {
  const lead = findLead(claims);
  return { effect: String(lead?.effect), strong: String(lead?.strong), lemma: String(lead?.lemma) };
}

/** Verbs of consequence anywhere in the description, beside what the rules made of the whole. */
function addMentions(collector: Collector, { reading: { name, description }, whole }: Examined): void {
  if (!description) return;
  const mentions: number[] = [];
  for (const { verb } of description.words.slice(0, mostWords)) {
    if (!verb || !telling.has(verb.effect)) continue;
    const { effect, form } = verb;
    const strong = String(verb.strong);
    mentions.push(
      hashPhrase(wordSeed, effect, form, strong, whole.category),
      hashPhrase(wordSeed, effect, form, strong, whole.judgement.basis, whole.judgement.category),
    );
  }
  collector.addGroup('mentions', 0.7, dropRepeated(mentions));
  const spoken = hear(name.claims);
  const written = hear(description.claims);
  collector.addGroup('voices', 0.7, [
    hashPhrase(wordSeed, spoken.effect, spoken.strong, written.effect, written.strong),
    hashPhrase(wordSeed, spoken.lemma, written.effect),
    hashPhrase(wordSeed, spoken.effect, written.lemma),
  ]);
}

function addParameters(collector: Collector, { reading: { parameters } }: Examined, words: readonly number[]): void {
  const list = parameters.list.slice(0, mostParameters);
  collector.addGroup('keys', 0.55, dropRepeated(list.map(({ key }) => hashText(key, wordSeed))));
  collector.addGroup('key-words', 0.35, dropRepeated(words));
  const values = list.flatMap(({ values: own }) =>
    own.slice(0, 12).map(({ value }) => hashText(String(value).slice(0, 60).toLowerCase(), wordSeed)),
  );
  collector.addGroup('values', 0.4, dropRepeated(values.slice(0, 60)));
}

function addHints(collector: Collector, { reading: { annotations } }: Examined): void {
  if (!annotations || isLibraryDefault(annotations)) return;
  const hints = ['readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint'].flatMap((hint) => {
    const value = annotations[hint];
    return typeof value === 'boolean' ? [hashText(`${hint}=${value}`, wordSeed)] : [];
  });
  collector.addGroup('hints', 0.55, hints);
}

function placeOf(pointer: string): string {
  if (pointer === '/name' || pointer === '/title') return 'name';
  return pointer.startsWith('/inputSchema') ? 'parameters' : pointer.slice(1, 12);
}

function addSignals(collector: Collector, { observations }: Examined): void {
  const seen = observations.all.map(({ indicates, weight, pointer, source }) =>
    hashPhrase(wordSeed, indicates, weight, source ? 'source' : placeOf(pointer)),
  );
  collector.addGroup('signals', 1.2, dropRepeated(seen));
}

function addRules(collector: Collector, { whole, operations }: Examined): void {
  const { judgement, category, facets, risk, movesMoney } = whole;
  collector.addGroup('rules', 1.5, [
    hashPhrase(wordSeed, 'category', category),
    hashPhrase(wordSeed, 'basis', judgement.basis, judgement.category),
    hashPhrase(wordSeed, 'otherwise', judgement.otherwise ?? '', category),
    hashPhrase(wordSeed, 'risk', category, risk),
  ]);
  const traits = [
    hashPhrase(wordSeed, 'outcome', category, facets.outcome),
    hashPhrase(wordSeed, 'power', category, facets.power),
    hashPhrase(wordSeed, 'destination', category, facets.destination),
    hashPhrase(wordSeed, 'sensitivity', category, facets.sensitivity),
    hashPhrase(wordSeed, 'scope', category, facets.scope),
    hashPhrase(wordSeed, 'money', String(movesMoney)),
    ...facets.openInput.map(({ accepts }) => hashPhrase(wordSeed, 'accepts', category, accepts)),
  ];
  collector.addGroup('facets', 0.9, dropRepeated(traits));
  if (operations.length === 0) return;
  const worst = operations.reduce((a, b) => (categoryRank(b.category) > categoryRank(a.category) ? b : a));
  collector.addGroup('operations', 0.6, [hashPhrase(wordSeed, worst.category, typeof worst.selector.value)]);
}

interface FeatureChoice {
  /** Left out of measurements that ask what words alone, or rules alone, are worth. */
  rules: boolean;
  words: boolean;
}

export function findFeatures(examined: Examined, choice: FeatureChoice = { rules: true, words: true }): Features {
  const collector = new Collector();
  let embedding: Float32Array | undefined;
  if (choice.words) {
    const words = hashWords(examined);
    addName(collector, examined, words.name);
    addDescription(collector, examined, words.description);
    addParameters(collector, examined, words.keys);
    addHints(collector, examined);
    addClaims(collector, examined);
    embedding = embedWords(examined, words);
  }
  if (choice.rules) {
    addSignals(collector, examined);
    addMentions(collector, examined);
    addRules(collector, examined);
  }
  collector.addGroup('always', 0.5, [0]);
  const { buckets, values } = collector;
  return { buckets, values, embedding: embedding ?? new Float32Array(embeddingSize) };
}
